-- The tables that every workspace has (docs/decisions/0004).

CREATE TABLE migrations (
  version INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  at      DATETIME NOT NULL
);

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value NOT NULL
) WITHOUT ROWID;

-- Incarnations of devices that wrote here: id, the device, since when, the number of its last entry.
CREATE TABLE devices (
  id     TEXT PRIMARY KEY,
  device TEXT NOT NULL,
  since  DATETIME NOT NULL,
  seq    INTEGER NOT NULL
) WITHOUT ROWID;

-- pos is the order in which entries arrived here, changes the journal's own encoding.
CREATE TABLE journal (
  pos     INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  batch   TEXT NOT NULL,
  device  TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  clock   INTEGER NOT NULL,
  author  TEXT NOT NULL,
  entity  TEXT NOT NULL,
  record  TEXT NOT NULL,
  schema  INTEGER NOT NULL,
  changes TEXT NOT NULL
);
CREATE INDEX journal_of_record ON journal (record);
CREATE INDEX journal_of_batch ON journal (batch);

-- What somebody did in one go: how many entries it made here, the batch that it undid, and whether it was undone itself.
CREATE TABLE batches (
  seq     INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  kind    TEXT NOT NULL,
  args    TEXT NOT NULL,
  at      DATETIME NOT NULL,
  author  TEXT NOT NULL,
  device  TEXT NOT NULL,
  entries INTEGER NOT NULL,
  undoes  TEXT NOT NULL,
  undone  INTEGER NOT NULL
);

-- Entries that an undone merge keeps out.
CREATE TABLE withheld (
  entry TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Registers whose heads differ.
CREATE TABLE conflicts (
  entity TEXT NOT NULL,
  record TEXT NOT NULL,
  path   TEXT NOT NULL,
  PRIMARY KEY (record, path)
) WITHOUT ROWID;

CREATE TABLE authors (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "partner" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "name_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX authors_by_name ON authors ("name_key", id) WHERE state = 'live';
CREATE INDEX authors_of_partner ON authors ("partner");
CREATE INDEX authors_by_owner ON authors ("owner_key", id) WHERE state = 'live';
CREATE INDEX authors_of_owner ON authors ("owner");
CREATE INDEX authors_by_title ON authors (title_fold, id) WHERE state = 'live';
CREATE INDEX authors_in_trash ON authors (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE authors_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE projects (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "acronym" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "grant_number" TEXT NOT NULL,
  "call" TEXT NOT NULL,
  "programme" TEXT NOT NULL,
  "granting_authority" TEXT NOT NULL,
  "start" TEXT NOT NULL,
  "end" TEXT NOT NULL,
  "periods" TEXT NOT NULL,
  "balance_paid" TEXT NOT NULL,
  "website" TEXT NOT NULL,
  "social_links" TEXT NOT NULL,
  "funding" TEXT NOT NULL,
  "funding_statement" TEXT NOT NULL,
  "disclaimer" TEXT NOT NULL,
  "notice" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "acronym_key" BLOB NOT NULL,
  "grant_number_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX projects_by_acronym ON projects ("acronym_key", id) WHERE state = 'live';
CREATE INDEX projects_by_grant_number ON projects ("grant_number_key", id) WHERE state = 'live';
CREATE INDEX projects_by_start ON projects ("start", id) WHERE state = 'live';
CREATE INDEX projects_by_end ON projects ("end", id) WHERE state = 'live';
CREATE INDEX projects_by_balance_paid ON projects ("balance_paid", id) WHERE state = 'live';
CREATE INDEX projects_by_owner ON projects ("owner_key", id) WHERE state = 'live';
CREATE INDEX projects_of_owner ON projects ("owner");
CREATE INDEX projects_by_title ON projects (title_fold, id) WHERE state = 'live';
CREATE INDEX projects_in_trash ON projects (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE projects_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE partners (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "project" TEXT NOT NULL,
  "legal_name" TEXT NOT NULL,
  "short_name" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "pic" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "region" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "contact_person" TEXT NOT NULL,
  "logo" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "legal_name_key" BLOB NOT NULL,
  "short_name_key" BLOB NOT NULL,
  "code_key" BLOB NOT NULL,
  "region_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX partners_of_project ON partners ("project");
CREATE INDEX partners_by_legal_name ON partners ("legal_name_key", id) WHERE state = 'live';
CREATE INDEX partners_by_short_name ON partners ("short_name_key", id) WHERE state = 'live';
CREATE INDEX partners_by_code ON partners ("code_key", id) WHERE state = 'live';
CREATE INDEX partners_by_country ON partners ("country", id) WHERE state = 'live';
CREATE INDEX partners_by_region ON partners ("region_key", id) WHERE state = 'live';
CREATE INDEX partners_by_role ON partners ("role", id) WHERE state = 'live';
CREATE INDEX partners_of_contact_person ON partners ("contact_person");
CREATE INDEX partners_of_logo ON partners ("logo");
CREATE INDEX partners_by_owner ON partners ("owner_key", id) WHERE state = 'live';
CREATE INDEX partners_of_owner ON partners ("owner");
CREATE INDEX partners_by_title ON partners (title_fold, id) WHERE state = 'live';
CREATE INDEX partners_in_trash ON partners (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE partners_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE work_packages (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "project" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "lead" TEXT NOT NULL,
  "start" TEXT NOT NULL,
  "end" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "number_key" BLOB NOT NULL,
  "name_key" BLOB NOT NULL,
  "lead_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX work_packages_of_project ON work_packages ("project");
CREATE INDEX work_packages_by_number ON work_packages ("number_key", id) WHERE state = 'live';
CREATE INDEX work_packages_by_name ON work_packages ("name_key", id) WHERE state = 'live';
CREATE INDEX work_packages_by_lead ON work_packages ("lead_key", id) WHERE state = 'live';
CREATE INDEX work_packages_of_lead ON work_packages ("lead");
CREATE INDEX work_packages_by_start ON work_packages ("start", id) WHERE state = 'live';
CREATE INDEX work_packages_by_end ON work_packages ("end", id) WHERE state = 'live';
CREATE INDEX work_packages_by_owner ON work_packages ("owner_key", id) WHERE state = 'live';
CREATE INDEX work_packages_of_owner ON work_packages ("owner");
CREATE INDEX work_packages_by_title ON work_packages (title_fold, id) WHERE state = 'live';
CREATE INDEX work_packages_in_trash ON work_packages (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE work_packages_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE tasks (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "project" TEXT NOT NULL,
  "work_package" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "lead" TEXT NOT NULL,
  "start" TEXT NOT NULL,
  "end" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "work_package_key" BLOB NOT NULL,
  "number_key" BLOB NOT NULL,
  "name_key" BLOB NOT NULL,
  "lead_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX tasks_of_project ON tasks ("project");
CREATE INDEX tasks_by_work_package ON tasks ("work_package_key", id) WHERE state = 'live';
CREATE INDEX tasks_of_work_package ON tasks ("work_package");
CREATE INDEX tasks_by_number ON tasks ("number_key", id) WHERE state = 'live';
CREATE INDEX tasks_by_name ON tasks ("name_key", id) WHERE state = 'live';
CREATE INDEX tasks_by_lead ON tasks ("lead_key", id) WHERE state = 'live';
CREATE INDEX tasks_of_lead ON tasks ("lead");
CREATE INDEX tasks_by_start ON tasks ("start", id) WHERE state = 'live';
CREATE INDEX tasks_by_end ON tasks ("end", id) WHERE state = 'live';
CREATE INDEX tasks_by_owner ON tasks ("owner_key", id) WHERE state = 'live';
CREATE INDEX tasks_of_owner ON tasks ("owner");
CREATE INDEX tasks_by_title ON tasks (title_fold, id) WHERE state = 'live';
CREATE INDEX tasks_in_trash ON tasks (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE tasks_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE deliverables (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "project" TEXT NOT NULL,
  "work_package" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "lead" TEXT NOT NULL,
  "due" TEXT NOT NULL,
  "revised_due" TEXT NOT NULL,
  "delivered" TEXT NOT NULL,
  "approved" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "delay_reason" TEXT NOT NULL,
  "dissemination" TEXT NOT NULL,
  "version" TEXT NOT NULL,
  "versions" TEXT NOT NULL,
  "authors" TEXT NOT NULL,
  "reviewer" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "work_package_key" BLOB NOT NULL,
  "number_key" BLOB NOT NULL,
  "name_key" BLOB NOT NULL,
  "type_key" BLOB NOT NULL,
  "lead_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX deliverables_of_project ON deliverables ("project");
CREATE INDEX deliverables_by_work_package ON deliverables ("work_package_key", id) WHERE state = 'live';
CREATE INDEX deliverables_of_work_package ON deliverables ("work_package");
CREATE INDEX deliverables_by_number ON deliverables ("number_key", id) WHERE state = 'live';
CREATE INDEX deliverables_by_name ON deliverables ("name_key", id) WHERE state = 'live';
CREATE INDEX deliverables_by_type ON deliverables ("type_key", id) WHERE state = 'live';
CREATE INDEX deliverables_by_lead ON deliverables ("lead_key", id) WHERE state = 'live';
CREATE INDEX deliverables_of_lead ON deliverables ("lead");
CREATE INDEX deliverables_by_due ON deliverables ("due", id) WHERE state = 'live';
CREATE INDEX deliverables_by_revised_due ON deliverables ("revised_due", id) WHERE state = 'live';
CREATE INDEX deliverables_by_delivered ON deliverables ("delivered", id) WHERE state = 'live';
CREATE INDEX deliverables_by_approved ON deliverables ("approved", id) WHERE state = 'live';
CREATE INDEX deliverables_by_status ON deliverables ("status", id) WHERE state = 'live';
CREATE INDEX deliverables_by_dissemination ON deliverables ("dissemination", id) WHERE state = 'live';
CREATE INDEX deliverables_by_owner ON deliverables ("owner_key", id) WHERE state = 'live';
CREATE INDEX deliverables_of_owner ON deliverables ("owner");
CREATE INDEX deliverables_by_title ON deliverables (title_fold, id) WHERE state = 'live';
CREATE INDEX deliverables_in_trash ON deliverables (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE deliverables_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE milestones (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "project" TEXT NOT NULL,
  "work_package" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "lead" TEXT NOT NULL,
  "due" TEXT NOT NULL,
  "revised_due" TEXT NOT NULL,
  "delivered" TEXT NOT NULL,
  "approved" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "delay_reason" TEXT NOT NULL,
  "achieved" TEXT NOT NULL,
  "estimated" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "work_package_key" BLOB NOT NULL,
  "number_key" BLOB NOT NULL,
  "name_key" BLOB NOT NULL,
  "type_key" BLOB NOT NULL,
  "lead_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX milestones_of_project ON milestones ("project");
CREATE INDEX milestones_by_work_package ON milestones ("work_package_key", id) WHERE state = 'live';
CREATE INDEX milestones_of_work_package ON milestones ("work_package");
CREATE INDEX milestones_by_number ON milestones ("number_key", id) WHERE state = 'live';
CREATE INDEX milestones_by_name ON milestones ("name_key", id) WHERE state = 'live';
CREATE INDEX milestones_by_type ON milestones ("type_key", id) WHERE state = 'live';
CREATE INDEX milestones_by_lead ON milestones ("lead_key", id) WHERE state = 'live';
CREATE INDEX milestones_of_lead ON milestones ("lead");
CREATE INDEX milestones_by_due ON milestones ("due", id) WHERE state = 'live';
CREATE INDEX milestones_by_revised_due ON milestones ("revised_due", id) WHERE state = 'live';
CREATE INDEX milestones_by_delivered ON milestones ("delivered", id) WHERE state = 'live';
CREATE INDEX milestones_by_approved ON milestones ("approved", id) WHERE state = 'live';
CREATE INDEX milestones_by_status ON milestones ("status", id) WHERE state = 'live';
CREATE INDEX milestones_by_achieved ON milestones ("achieved", id) WHERE state = 'live';
CREATE INDEX milestones_by_estimated ON milestones ("estimated", id) WHERE state = 'live';
CREATE INDEX milestones_by_owner ON milestones ("owner_key", id) WHERE state = 'live';
CREATE INDEX milestones_of_owner ON milestones ("owner");
CREATE INDEX milestones_by_title ON milestones (title_fold, id) WHERE state = 'live';
CREATE INDEX milestones_in_trash ON milestones (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE milestones_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE vocabularies (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "order" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "code_key" BLOB NOT NULL,
  "label_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX vocabularies_by_kind ON vocabularies ("kind", id) WHERE state = 'live';
CREATE INDEX vocabularies_by_code ON vocabularies ("code_key", id) WHERE state = 'live';
CREATE INDEX vocabularies_by_label ON vocabularies ("label_key", id) WHERE state = 'live';
CREATE INDEX vocabularies_by_order ON vocabularies ("order", id) WHERE state = 'live';
CREATE INDEX vocabularies_by_owner ON vocabularies ("owner_key", id) WHERE state = 'live';
CREATE INDEX vocabularies_of_owner ON vocabularies ("owner");
CREATE INDEX vocabularies_by_title ON vocabularies (title_fold, id) WHERE state = 'live';
CREATE INDEX vocabularies_in_trash ON vocabularies (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE vocabularies_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE organisations (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "latin_name" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "region" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "website" TEXT NOT NULL,
  "group" TEXT NOT NULL,
  "sector" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "power" INTEGER,
  "interest" INTEGER,
  "engagement" TEXT NOT NULL,
  "wanted_engagement" TEXT NOT NULL,
  "tags" TEXT NOT NULL,
  "notes" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "name_key" BLOB NOT NULL,
  "latin_name_key" BLOB NOT NULL,
  "region_key" BLOB NOT NULL,
  "place_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX organisations_by_name ON organisations ("name_key", id) WHERE state = 'live';
CREATE INDEX organisations_by_latin_name ON organisations ("latin_name_key", id) WHERE state = 'live';
CREATE INDEX organisations_by_country ON organisations ("country", id) WHERE state = 'live';
CREATE INDEX organisations_by_region ON organisations ("region_key", id) WHERE state = 'live';
CREATE INDEX organisations_by_place ON organisations ("place_key", id) WHERE state = 'live';
CREATE INDEX organisations_by_group ON organisations ("group", id) WHERE state = 'live';
CREATE INDEX organisations_by_sector ON organisations ("sector", id) WHERE state = 'live';
CREATE INDEX organisations_by_level ON organisations ("level", id) WHERE state = 'live';
CREATE INDEX organisations_by_power ON organisations ("power", id) WHERE state = 'live';
CREATE INDEX organisations_by_interest ON organisations ("interest", id) WHERE state = 'live';
CREATE INDEX organisations_by_engagement ON organisations ("engagement", id) WHERE state = 'live';
CREATE INDEX organisations_by_wanted_engagement ON organisations ("wanted_engagement", id) WHERE state = 'live';
CREATE INDEX organisations_by_owner ON organisations ("owner_key", id) WHERE state = 'live';
CREATE INDEX organisations_of_owner ON organisations ("owner");
CREATE INDEX organisations_by_title ON organisations (title_fold, id) WHERE state = 'live';
CREATE INDEX organisations_in_trash ON organisations (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE organisations_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE contacts (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "honorific" TEXT NOT NULL,
  "given_name" TEXT NOT NULL,
  "family_name" TEXT NOT NULL,
  "latin_name" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "organisation" TEXT NOT NULL,
  "emails" TEXT NOT NULL,
  "phones" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "languages" TEXT NOT NULL,
  "preferred_language" TEXT NOT NULL,
  "gender" TEXT NOT NULL,
  "next_contact" TEXT NOT NULL,
  "tags" TEXT NOT NULL,
  "notes" TEXT NOT NULL,
  "photo_consent" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "legal_bases" TEXT NOT NULL,
  "consents" TEXT NOT NULL,
  "review_by" TEXT NOT NULL,
  "suppressed" INTEGER NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "given_name_key" BLOB NOT NULL,
  "family_name_key" BLOB NOT NULL,
  "latin_name_key" BLOB NOT NULL,
  "role_key" BLOB NOT NULL,
  "organisation_key" BLOB NOT NULL,
  "place_key" BLOB NOT NULL,
  "source_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX contacts_by_given_name ON contacts ("given_name_key", id) WHERE state = 'live';
CREATE INDEX contacts_by_family_name ON contacts ("family_name_key", id) WHERE state = 'live';
CREATE INDEX contacts_by_latin_name ON contacts ("latin_name_key", id) WHERE state = 'live';
CREATE INDEX contacts_by_role ON contacts ("role_key", id) WHERE state = 'live';
CREATE INDEX contacts_by_organisation ON contacts ("organisation_key", id) WHERE state = 'live';
CREATE INDEX contacts_of_organisation ON contacts ("organisation");
CREATE INDEX contacts_by_place ON contacts ("place_key", id) WHERE state = 'live';
CREATE INDEX contacts_by_country ON contacts ("country", id) WHERE state = 'live';
CREATE INDEX contacts_by_preferred_language ON contacts ("preferred_language", id) WHERE state = 'live';
CREATE INDEX contacts_by_gender ON contacts ("gender", id) WHERE state = 'live';
CREATE INDEX contacts_by_next_contact ON contacts ("next_contact", id) WHERE state = 'live';
CREATE INDEX contacts_by_photo_consent ON contacts ("photo_consent", id) WHERE state = 'live';
CREATE INDEX contacts_by_source ON contacts ("source_key", id) WHERE state = 'live';
CREATE INDEX contacts_by_review_by ON contacts ("review_by", id) WHERE state = 'live';
CREATE INDEX contacts_by_owner ON contacts ("owner_key", id) WHERE state = 'live';
CREATE INDEX contacts_of_owner ON contacts ("owner");
CREATE INDEX contacts_by_title ON contacts (title_fold, id) WHERE state = 'live';
CREATE INDEX contacts_in_trash ON contacts (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE contacts_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "project" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "mode" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "region" TEXT NOT NULL,
  "city" TEXT NOT NULL,
  "venue" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "online_link" TEXT NOT NULL,
  "start" TEXT NOT NULL,
  "end" TEXT NOT NULL,
  "all_day" INTEGER NOT NULL,
  "zone" TEXT NOT NULL,
  "days" TEXT NOT NULL,
  "organiser" TEXT NOT NULL,
  "co_organisers" TEXT NOT NULL,
  "work_package" TEXT NOT NULL,
  "task" TEXT NOT NULL,
  "deliverable" TEXT NOT NULL,
  "website" TEXT NOT NULL,
  "languages" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "aims" TEXT NOT NULL,
  "account" TEXT NOT NULL,
  "replies" INTEGER,
  "satisfaction" INTEGER,
  "target_groups" TEXT NOT NULL,
  "expected" INTEGER,
  "status" TEXT NOT NULL,
  "agenda" TEXT NOT NULL,
  "budget" TEXT NOT NULL,
  "checklist" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "number_key" BLOB NOT NULL,
  "name_key" BLOB NOT NULL,
  "region_key" BLOB NOT NULL,
  "city_key" BLOB NOT NULL,
  "venue_key" BLOB NOT NULL,
  "organiser_key" BLOB NOT NULL,
  "work_package_key" BLOB NOT NULL,
  "task_key" BLOB NOT NULL,
  "deliverable_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX events_of_project ON events ("project");
CREATE INDEX events_by_number ON events ("number_key", id) WHERE state = 'live';
CREATE INDEX events_by_name ON events ("name_key", id) WHERE state = 'live';
CREATE INDEX events_by_type ON events ("type", id) WHERE state = 'live';
CREATE INDEX events_by_mode ON events ("mode", id) WHERE state = 'live';
CREATE INDEX events_by_country ON events ("country", id) WHERE state = 'live';
CREATE INDEX events_by_region ON events ("region_key", id) WHERE state = 'live';
CREATE INDEX events_by_city ON events ("city_key", id) WHERE state = 'live';
CREATE INDEX events_by_venue ON events ("venue_key", id) WHERE state = 'live';
CREATE INDEX events_by_start ON events ("start", id) WHERE state = 'live';
CREATE INDEX events_by_end ON events ("end", id) WHERE state = 'live';
CREATE INDEX events_by_organiser ON events ("organiser_key", id) WHERE state = 'live';
CREATE INDEX events_of_organiser ON events ("organiser");
CREATE INDEX events_by_work_package ON events ("work_package_key", id) WHERE state = 'live';
CREATE INDEX events_of_work_package ON events ("work_package");
CREATE INDEX events_by_task ON events ("task_key", id) WHERE state = 'live';
CREATE INDEX events_of_task ON events ("task");
CREATE INDEX events_by_deliverable ON events ("deliverable_key", id) WHERE state = 'live';
CREATE INDEX events_of_deliverable ON events ("deliverable");
CREATE INDEX events_by_expected ON events ("expected", id) WHERE state = 'live';
CREATE INDEX events_by_status ON events ("status", id) WHERE state = 'live';
CREATE INDEX events_by_owner ON events ("owner_key", id) WHERE state = 'live';
CREATE INDEX events_of_owner ON events ("owner");
CREATE INDEX events_by_title ON events (title_fold, id) WHERE state = 'live';
CREATE INDEX events_in_trash ON events (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE events_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE attendance (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "event" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "contact" TEXT NOT NULL,
  "count" INTEGER,
  "includes_named" INTEGER NOT NULL,
  "parts" TEXT NOT NULL,
  "invitation" TEXT NOT NULL,
  "came" TEXT NOT NULL,
  "walk_in" INTEGER NOT NULL,
  "mode" TEXT NOT NULL,
  "minutes" INTEGER,
  "gender" TEXT NOT NULL,
  "age_band" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "group" TEXT NOT NULL,
  "evidence" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "event_key" BLOB NOT NULL,
  "contact_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX attendance_by_event ON attendance ("event_key", id) WHERE state = 'live';
CREATE INDEX attendance_of_event ON attendance ("event");
CREATE INDEX attendance_by_day ON attendance ("day", id) WHERE state = 'live';
CREATE INDEX attendance_by_contact ON attendance ("contact_key", id) WHERE state = 'live';
CREATE INDEX attendance_of_contact ON attendance ("contact");
CREATE INDEX attendance_by_count ON attendance ("count", id) WHERE state = 'live';
CREATE INDEX attendance_by_invitation ON attendance ("invitation", id) WHERE state = 'live';
CREATE INDEX attendance_by_came ON attendance ("came", id) WHERE state = 'live';
CREATE INDEX attendance_by_mode ON attendance ("mode", id) WHERE state = 'live';
CREATE INDEX attendance_by_minutes ON attendance ("minutes", id) WHERE state = 'live';
CREATE INDEX attendance_by_gender ON attendance ("gender", id) WHERE state = 'live';
CREATE INDEX attendance_by_age_band ON attendance ("age_band", id) WHERE state = 'live';
CREATE INDEX attendance_by_country ON attendance ("country", id) WHERE state = 'live';
CREATE INDEX attendance_by_group ON attendance ("group", id) WHERE state = 'live';
CREATE INDEX attendance_by_evidence ON attendance ("evidence", id) WHERE state = 'live';
CREATE INDEX attendance_by_owner ON attendance ("owner_key", id) WHERE state = 'live';
CREATE INDEX attendance_of_owner ON attendance ("owner");
CREATE INDEX attendance_by_title ON attendance (title_fold, id) WHERE state = 'live';
CREATE INDEX attendance_in_trash ON attendance (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE attendance_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE engagements (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "contact" TEXT NOT NULL,
  "organisation" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "summary" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "next_step" TEXT NOT NULL,
  "next_owner" TEXT NOT NULL,
  "due" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "contact_key" BLOB NOT NULL,
  "organisation_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX engagements_by_date ON engagements ("date", id) WHERE state = 'live';
CREATE INDEX engagements_by_contact ON engagements ("contact_key", id) WHERE state = 'live';
CREATE INDEX engagements_of_contact ON engagements ("contact");
CREATE INDEX engagements_by_organisation ON engagements ("organisation_key", id) WHERE state = 'live';
CREATE INDEX engagements_of_organisation ON engagements ("organisation");
CREATE INDEX engagements_by_channel ON engagements ("channel", id) WHERE state = 'live';
CREATE INDEX engagements_by_direction ON engagements ("direction", id) WHERE state = 'live';
CREATE INDEX engagements_of_next_owner ON engagements ("next_owner");
CREATE INDEX engagements_by_due ON engagements ("due", id) WHERE state = 'live';
CREATE INDEX engagements_by_owner ON engagements ("owner_key", id) WHERE state = 'live';
CREATE INDEX engagements_of_owner ON engagements ("owner");
CREATE INDEX engagements_by_title ON engagements (title_fold, id) WHERE state = 'live';
CREATE INDEX engagements_in_trash ON engagements (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE engagements_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE takeaways (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "project" TEXT NOT NULL,
  "events" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "order" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "theme" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "evidence" TEXT NOT NULL,
  "target_groups" TEXT NOT NULL,
  "visibility" TEXT NOT NULL,
  "follow_up" TEXT NOT NULL,
  "follow_up_owner" TEXT NOT NULL,
  "follow_up_due" TEXT NOT NULL,
  "follow_up_state" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "text_key" BLOB NOT NULL,
  "follow_up_owner_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX takeaways_of_project ON takeaways ("project");
CREATE INDEX takeaways_by_country ON takeaways ("country", id) WHERE state = 'live';
CREATE INDEX takeaways_by_order ON takeaways ("order", id) WHERE state = 'live';
CREATE INDEX takeaways_by_kind ON takeaways ("kind", id) WHERE state = 'live';
CREATE INDEX takeaways_by_theme ON takeaways ("theme", id) WHERE state = 'live';
CREATE INDEX takeaways_by_text ON takeaways ("text_key", id) WHERE state = 'live';
CREATE INDEX takeaways_of_evidence ON takeaways ("evidence");
CREATE INDEX takeaways_by_visibility ON takeaways ("visibility", id) WHERE state = 'live';
CREATE INDEX takeaways_by_follow_up_owner ON takeaways ("follow_up_owner_key", id) WHERE state = 'live';
CREATE INDEX takeaways_of_follow_up_owner ON takeaways ("follow_up_owner");
CREATE INDEX takeaways_by_follow_up_due ON takeaways ("follow_up_due", id) WHERE state = 'live';
CREATE INDEX takeaways_by_follow_up_state ON takeaways ("follow_up_state", id) WHERE state = 'live';
CREATE INDEX takeaways_by_owner ON takeaways ("owner_key", id) WHERE state = 'live';
CREATE INDEX takeaways_of_owner ON takeaways ("owner");
CREATE INDEX takeaways_by_title ON takeaways (title_fold, id) WHERE state = 'live';
CREATE INDEX takeaways_in_trash ON takeaways (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE takeaways_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE communications (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "project" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "audience" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "reached" INTEGER,
  "outcome" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "link" TEXT NOT NULL,
  "emblem_checked" INTEGER NOT NULL,
  "event" TEXT NOT NULL,
  "bulletin" TEXT NOT NULL,
  "reported_period" INTEGER,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "name_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX communications_of_project ON communications ("project");
CREATE INDEX communications_by_name ON communications ("name_key", id) WHERE state = 'live';
CREATE INDEX communications_by_channel ON communications ("channel", id) WHERE state = 'live';
CREATE INDEX communications_by_country ON communications ("country", id) WHERE state = 'live';
CREATE INDEX communications_by_date ON communications ("date", id) WHERE state = 'live';
CREATE INDEX communications_by_reached ON communications ("reached", id) WHERE state = 'live';
CREATE INDEX communications_by_status ON communications ("status", id) WHERE state = 'live';
CREATE INDEX communications_of_event ON communications ("event");
CREATE INDEX communications_of_bulletin ON communications ("bulletin");
CREATE INDEX communications_by_reported_period ON communications ("reported_period", id) WHERE state = 'live';
CREATE INDEX communications_by_owner ON communications ("owner_key", id) WHERE state = 'live';
CREATE INDEX communications_of_owner ON communications ("owner");
CREATE INDEX communications_by_title ON communications (title_fold, id) WHERE state = 'live';
CREATE INDEX communications_in_trash ON communications (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE communications_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE indicators (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "project" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "unit" TEXT NOT NULL,
  "count" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "group" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "target" INTEGER,
  "baseline" INTEGER,
  "targets" TEXT NOT NULL,
  "values" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "code_key" BLOB NOT NULL,
  "name_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX indicators_of_project ON indicators ("project");
CREATE INDEX indicators_by_code ON indicators ("code_key", id) WHERE state = 'live';
CREATE INDEX indicators_by_name ON indicators ("name_key", id) WHERE state = 'live';
CREATE INDEX indicators_by_count ON indicators ("count", id) WHERE state = 'live';
CREATE INDEX indicators_by_target ON indicators ("target", id) WHERE state = 'live';
CREATE INDEX indicators_by_baseline ON indicators ("baseline", id) WHERE state = 'live';
CREATE INDEX indicators_by_owner ON indicators ("owner_key", id) WHERE state = 'live';
CREATE INDEX indicators_of_owner ON indicators ("owner");
CREATE INDEX indicators_by_title ON indicators (title_fold, id) WHERE state = 'live';
CREATE INDEX indicators_in_trash ON indicators (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE indicators_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE risks (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "project" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "work_package" TEXT NOT NULL,
  "foreseen" INTEGER NOT NULL,
  "measure" TEXT NOT NULL,
  "states" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "number_key" BLOB NOT NULL,
  "work_package_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX risks_of_project ON risks ("project");
CREATE INDEX risks_by_number ON risks ("number_key", id) WHERE state = 'live';
CREATE INDEX risks_by_work_package ON risks ("work_package_key", id) WHERE state = 'live';
CREATE INDEX risks_of_work_package ON risks ("work_package");
CREATE INDEX risks_by_owner ON risks ("owner_key", id) WHERE state = 'live';
CREATE INDEX risks_of_owner ON risks ("owner");
CREATE INDEX risks_by_title ON risks (title_fold, id) WHERE state = 'live';
CREATE INDEX risks_in_trash ON risks (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE risks_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE bulletins (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "project" TEXT NOT NULL,
  "number" INTEGER,
  "month" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "intro" TEXT NOT NULL,
  "events" TEXT NOT NULL,
  "next_steps" TEXT NOT NULL,
  "links" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "month_key" BLOB NOT NULL,
  "name_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX bulletins_of_project ON bulletins ("project");
CREATE INDEX bulletins_by_number ON bulletins ("number", id) WHERE state = 'live';
CREATE INDEX bulletins_by_month ON bulletins ("month_key", id) WHERE state = 'live';
CREATE INDEX bulletins_by_language ON bulletins ("language", id) WHERE state = 'live';
CREATE INDEX bulletins_by_name ON bulletins ("name_key", id) WHERE state = 'live';
CREATE INDEX bulletins_by_owner ON bulletins ("owner_key", id) WHERE state = 'live';
CREATE INDEX bulletins_of_owner ON bulletins ("owner");
CREATE INDEX bulletins_by_title ON bulletins (title_fold, id) WHERE state = 'live';
CREATE INDEX bulletins_in_trash ON bulletins (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE bulletins_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE narratives (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "project" TEXT NOT NULL,
  "work_package" TEXT NOT NULL,
  "partner" TEXT NOT NULL,
  "period" INTEGER,
  "done" TEXT NOT NULL,
  "deviations" TEXT NOT NULL,
  "next" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "work_package_key" BLOB NOT NULL,
  "partner_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX narratives_of_project ON narratives ("project");
CREATE INDEX narratives_by_work_package ON narratives ("work_package_key", id) WHERE state = 'live';
CREATE INDEX narratives_of_work_package ON narratives ("work_package");
CREATE INDEX narratives_by_partner ON narratives ("partner_key", id) WHERE state = 'live';
CREATE INDEX narratives_of_partner ON narratives ("partner");
CREATE INDEX narratives_by_period ON narratives ("period", id) WHERE state = 'live';
CREATE INDEX narratives_by_owner ON narratives ("owner_key", id) WHERE state = 'live';
CREATE INDEX narratives_of_owner ON narratives ("owner");
CREATE INDEX narratives_by_title ON narratives (title_fold, id) WHERE state = 'live';
CREATE INDEX narratives_in_trash ON narratives (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE narratives_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE evidence (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  pos INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  created_by TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  device TEXT NOT NULL,
  "project" TEXT NOT NULL,
  "event" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "file" TEXT NOT NULL,
  "file_name" TEXT NOT NULL,
  "size" INTEGER,
  "caption" TEXT NOT NULL,
  "consent_checked" INTEGER NOT NULL,
  "original_at" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "event_key" BLOB NOT NULL,
  "file_name_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX evidence_of_project ON evidence ("project");
CREATE INDEX evidence_by_event ON evidence ("event_key", id) WHERE state = 'live';
CREATE INDEX evidence_of_event ON evidence ("event");
CREATE INDEX evidence_by_kind ON evidence ("kind", id) WHERE state = 'live';
CREATE INDEX evidence_by_file_name ON evidence ("file_name_key", id) WHERE state = 'live';
CREATE INDEX evidence_by_size ON evidence ("size", id) WHERE state = 'live';
CREATE INDEX evidence_by_owner ON evidence ("owner_key", id) WHERE state = 'live';
CREATE INDEX evidence_of_owner ON evidence ("owner");
CREATE INDEX evidence_by_title ON evidence (title_fold, id) WHERE state = 'live';
CREATE INDEX evidence_in_trash ON evidence (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE evidence_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');
