// Package store keeps the records of a workspace in SQLite, through gorm: it is the only room that knows either.
//
// A workspace is a folder with primadesk.db, evidence/, backups/ and log/. Every change goes through Write, in one
// transaction: the journal's entry first of all, and with it everything that follows from it (docs/decisions/0004):
// the record's row, its search text, its collation keys, its open conflicts. The row is a cache of the journal, and
// Check proves that both agree. There is one connection that writes and a pool of connections that read.
//
// The room knows data and data/journal. It may not know exchange, intake, reports, app or any screen, and it has no
// words for users: its failures are data.Error codes.
package store
