-- What partners were asked for of each reporting period, and the questions that they were asked about it.
CREATE TABLE collections (
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
  "partner" TEXT NOT NULL,
  "period" INTEGER,
  "asked" TEXT NOT NULL,
  "due" TEXT NOT NULL,
  "reminders" TEXT NOT NULL,
  "received" TEXT NOT NULL,
  "checked" TEXT NOT NULL,
  "notes" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "partner_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX collections_of_project ON collections ("project");
CREATE INDEX collections_of_partner ON collections ("partner");
CREATE INDEX collections_of_owner ON collections ("owner");
CREATE INDEX collections_by_partner ON collections ("partner_key", id) WHERE state = 'live';
CREATE INDEX collections_by_owner ON collections ("owner_key", id) WHERE state = 'live';
CREATE INDEX collections_by_period ON collections ("period", id) WHERE state = 'live';
CREATE INDEX collections_by_asked ON collections ("asked", id) WHERE state = 'live';
CREATE INDEX collections_by_due ON collections ("due", id) WHERE state = 'live';
CREATE INDEX collections_by_received ON collections ("received", id) WHERE state = 'live';
CREATE INDEX collections_by_checked ON collections ("checked", id) WHERE state = 'live';
CREATE INDEX collections_by_title ON collections (title_fold, id) WHERE state = 'live';
CREATE INDEX collections_in_trash ON collections (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE collections_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');

CREATE TABLE partner_queries (
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
  "partner" TEXT NOT NULL,
  "period" INTEGER,
  "event" TEXT NOT NULL,
  "question" TEXT NOT NULL,
  "asked" TEXT NOT NULL,
  "due" TEXT NOT NULL,
  "answer" TEXT NOT NULL,
  "answered" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "partner_key" BLOB NOT NULL,
  "event_key" BLOB NOT NULL,
  "question_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX partner_queries_of_project ON partner_queries ("project");
CREATE INDEX partner_queries_of_partner ON partner_queries ("partner");
CREATE INDEX partner_queries_of_event ON partner_queries ("event");
CREATE INDEX partner_queries_of_owner ON partner_queries ("owner");
CREATE INDEX partner_queries_by_partner ON partner_queries ("partner_key", id) WHERE state = 'live';
CREATE INDEX partner_queries_by_event ON partner_queries ("event_key", id) WHERE state = 'live';
CREATE INDEX partner_queries_by_question ON partner_queries ("question_key", id) WHERE state = 'live';
CREATE INDEX partner_queries_by_owner ON partner_queries ("owner_key", id) WHERE state = 'live';
CREATE INDEX partner_queries_by_period ON partner_queries ("period", id) WHERE state = 'live';
CREATE INDEX partner_queries_by_asked ON partner_queries ("asked", id) WHERE state = 'live';
CREATE INDEX partner_queries_by_due ON partner_queries ("due", id) WHERE state = 'live';
CREATE INDEX partner_queries_by_answered ON partner_queries ("answered", id) WHERE state = 'live';
CREATE INDEX partner_queries_by_title ON partner_queries (title_fold, id) WHERE state = 'live';
CREATE INDEX partner_queries_in_trash ON partner_queries (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE partner_queries_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');
