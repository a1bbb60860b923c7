-- What was reported of each reporting period: the figures, and the workbook that was handed in.
CREATE TABLE closings (
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
  "period" INTEGER,
  "closed" TEXT NOT NULL,
  "file" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "figures" TEXT NOT NULL,
  "reopened" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  "file_key" BLOB NOT NULL,
  "owner_key" BLOB NOT NULL
);
CREATE INDEX closings_of_project ON closings ("project");
CREATE INDEX closings_of_owner ON closings ("owner");
CREATE INDEX closings_by_file ON closings ("file_key", id) WHERE state = 'live';
CREATE INDEX closings_by_owner ON closings ("owner_key", id) WHERE state = 'live';
CREATE INDEX closings_by_period ON closings ("period", id) WHERE state = 'live';
CREATE INDEX closings_by_closed ON closings ("closed", id) WHERE state = 'live';
CREATE INDEX closings_by_reopened ON closings ("reopened", id) WHERE state = 'live';
CREATE INDEX closings_by_title ON closings (title_fold, id) WHERE state = 'live';
CREATE INDEX closings_in_trash ON closings (id) WHERE state = 'trash';
CREATE VIRTUAL TABLE closings_search USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3');
