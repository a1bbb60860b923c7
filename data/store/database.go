package store

import (
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/glebarez/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"primadesk/data"
)

// applicationID marks our databases in SQLite's header ("Pmdk"), so that another program's is not taken for one.
const applicationID = 0x506d646b

// Readers at once: a window's lists, a report and a search beside each other.
const readers = 4

// access says how a database is opened.
type access int

const (
	writing   access = iota // the one connection that writes
	reading                 // beside a writer, in this process or another
	checkup                 // as reading, with temporary tables
	looking                 // creates nothing; for a file that may not be ours
	unchanged               // a folder that cannot be written, so that nobody else writes either
)

// dsn is the connection string (see the facts in docs/decisions/0004). Temporary tables and sorters stay in memory:
// they would put personal data into the system's temporary folder.
func dsn(path string, mode access) string {
	pragmas := []string{"busy_timeout(5000)", "foreign_keys(1)", "temp_store(2)"}
	query := url.Values{}
	switch mode {
	case writing:
		pragmas = append(pragmas, "journal_mode(WAL)", "synchronous(FULL)", "cache_size(-65536)", "journal_size_limit(67108864)")
		query.Set("_txlock", "immediate")
	case reading:
		pragmas = append(pragmas, "query_only(1)", "cache_size(-16384)")
	case checkup:
		pragmas = append(pragmas, "cache_size(-65536)")
	case looking:
		pragmas = append(pragmas, "query_only(1)")
		query.Set("mode", "ro")
	case unchanged:
		query.Set("mode", "ro")
		query.Set("immutable", "1")
	}
	query["_pragma"] = pragmas
	return fileURI(path) + "?" + query.Encode()
}

// fileURI is the path as SQLite wants it in a URI (https://www.sqlite.org/uri.html), a Windows drive included.
func fileURI(path string) string {
	slashed := filepath.ToSlash(path)
	if runtime.GOOS == "windows" && !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	return "file:" + (&url.URL{Path: slashed}).EscapedPath()
}

// connect opens a pool through gorm. gorm's own log is off: it would write what people's records hold. So is its cache of
// prepared statements: this driver compiles a statement whenever it runs, and the cache's goroutine never ends.
func connect(path string, mode access) (*gorm.DB, error) {
	db, err := gorm.Open(sqlite.Open(dsn(path, mode)), &gorm.Config{
		TranslateError: true, SkipDefaultTransaction: true, Logger: logger.Discard,
	})
	if err != nil {
		return nil, err
	}
	pool, err := db.DB()
	if err != nil {
		return nil, err
	}
	most := readers
	if mode == writing || mode == looking || mode == checkup {
		most = 1
	}
	pool.SetMaxOpenConns(most)
	pool.SetMaxIdleConns(most)
	return db, nil
}

// watch tells somebody of every query that is asked.
func watch(db *gorm.DB, told func(sql string)) error {
	if told == nil {
		return nil
	}
	tell := func(asked *gorm.DB) { told(asked.Statement.SQL.String()) }
	const name = "primadesk:watch"
	return errors.Join(db.Callback().Row().After("gorm:row").Register(name, tell), db.Callback().Query().After("gorm:query").Register(name, tell))
}

func disconnect(db *gorm.DB) error {
	if db == nil {
		return nil
	}
	pool, err := db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}

// header is what SQLite's file format keeps in the first hundred bytes (https://www.sqlite.org/fileformat.html).
type header struct {
	empty   bool
	version int // PRAGMA user_version: our schema's
	foreign bool
}

const (
	headerSize          = 100
	headerMagic         = "SQLite format 3\x00"
	headerUserVersion   = 60
	headerApplicationID = 68
)

// readHeader looks at a database without opening it as one, so that not a byte of it changes and no file appears
// beside it. A file that is not there counts as empty. The error is db.not_database for what is no database, or not ours.
func readHeader(path string) (header, error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return header{empty: true}, nil
	}
	if err != nil {
		return header{}, failure(err)
	}
	defer func() { _ = file.Close() }() // it was only read
	var b [headerSize]byte
	n, err := io.ReadFull(file, b[:])
	switch {
	case n == 0 && errors.Is(err, io.EOF):
		return header{empty: true}, nil
	case errors.Is(err, io.ErrUnexpectedEOF), err == nil && string(b[:len(headerMagic)]) != headerMagic:
		return header{}, data.Fail("db.not_database", "File", path)
	case err != nil:
		return header{}, failure(err)
	}
	id := binary.BigEndian.Uint32(b[headerApplicationID:])
	return header{
		version: int(binary.BigEndian.Uint32(b[headerUserVersion:])),
		foreign: id != applicationID,
	}, nil
}

// inspect says which schema version a database file has, 0 for one that is empty or not there. It changes nothing.
func inspect(path string) (int, error) {
	h, err := readHeader(path)
	if err != nil {
		return 0, err
	}
	wal, err := os.Stat(path + "-wal")
	if err != nil || wal.Size() == 0 {
		if h.foreign {
			return 0, data.Fail("db.not_database", "File", path)
		}
		return h.version, nil
	}
	return inspectLog(path) // the header may be older than what the log holds
}

// inspectLog asks SQLite, which reads the write-ahead log too.
func inspectLog(path string) (version int, err error) {
	_, statErr := os.Stat(path + "-shm")
	db, err := connect(path, looking)
	if err != nil {
		return 0, failure(err)
	}
	var id int64
	err = errors.Join(db.Raw("PRAGMA user_version").Scan(&version).Error, db.Raw("PRAGMA application_id").Scan(&id).Error, disconnect(db))
	if errors.Is(statErr, fs.ErrNotExist) { // it was made for us to look; a live database has its own
		_ = os.Remove(path + "-shm")
	}
	if err != nil {
		return 0, failure(err)
	}
	if id != applicationID && (id != 0 || version != 0) {
		return 0, data.Fail("db.not_database", "File", path)
	}
	return version, nil
}
