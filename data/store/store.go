package store

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"gorm.io/gorm"

	"primadesk/data"
	"primadesk/data/journal"
)

// SchemaVersion is the version of the field ids that this program writes into the journal.
const SchemaVersion = 1

// Params is what a Store needs.
type Params struct {
	Dir string // the workspace's folder; made if it is missing
	// Device is this device's id, a UUID from the user's own configuration and never from the workspace. Needed to write.
	Device string
	// Anchor is a folder of the user's configuration, outside of the workspace, where the store remembers how it left
	// each workspace, so that it knows a copy or a restored backup again. Empty: beside the database, which
	// does not notice when the whole folder is put back.
	Anchor string
	Lang   string           // language whose order lists have, for a new workspace; empty: English
	Now    func() time.Time // nil: time.Now
	NewID  func() string    // nil: journal.NewID
	Logger *slog.Logger     // nil: none
	// ReadOnly opens the workspace beside whoever writes in it. AllowReadOnly does so only where it is locked.
	ReadOnly      bool
	AllowReadOnly bool
	// OnRead is told the SQL of each query that a Reader asks, without its arguments: for tests and benchmarks that
	// count them. Nil: nobody is told.
	OnRead func(sql string)
}

// Store is an open workspace. It is safe for concurrent use.
type Store struct {
	dir    folder
	device string
	anchor string
	now    func() time.Time
	newID  func() string
	log    *slog.Logger
	onRead func(sql string)

	lock    *lock    // nil when read-only
	writer  *gorm.DB // one connection; nil when read-only
	reader  *gorm.DB // a pool that cannot write
	layouts map[*data.Entity]*layout
	// referring lists, by the name of an entity, the columns that refer to it.
	referring map[string][]referrer

	writing     sync.Mutex   // one Write at a time; guards what follows
	langGuard   sync.RWMutex // for those who only ask for lang
	lang        string
	incarnation string
	seq         int64         // of the incarnation's last entry
	clock       journal.Clock // of the last entry written or seen
}

// Open opens a workspace, and makes or migrates it where it has to. Its failures are data.Error codes: db.newer,
// db.not_database, db.read_only, db.full, db.damaged, db.unreadable; workspace.locked with who holds it;
// workspace.missing and workspace.older when it is only to be read.
func Open(ctx context.Context, p Params) (*Store, error) {
	s := &Store{
		dir: folder(p.Dir), device: p.Device, anchor: p.Anchor, now: p.Now, newID: p.NewID, log: p.Logger,
		lang: p.Lang, layouts: layouts(), onRead: p.OnRead,
	}
	s.referring = referring(s.layouts)
	s.fill()
	err := s.open(ctx, p)
	if err == nil {
		err = watch(s.reader, s.onRead)
	}
	if err != nil {
		if closing := s.Close(); closing != nil {
			s.log.Warn("close a workspace that did not open", "error", closing)
		}
		return nil, failure(err)
	}
	return s, nil
}

func (s *Store) fill() {
	if s.now == nil {
		s.now = time.Now
	}
	if s.newID == nil {
		s.newID = newID
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.lang == "" {
		s.lang = "en"
	}
}

// newID is journal.NewID for where nobody can do anything about a system without randomness.
func newID() string {
	id, err := journal.NewID()
	if err != nil {
		return "" // refused as no id when it is used
	}
	return id
}

func (s *Store) open(ctx context.Context, p Params) error {
	list, err := migrations()
	if err != nil {
		return err
	}
	version, err := inspect(s.dir.database())
	if err != nil {
		return err
	}
	if err := refuse(version, len(list), s.dir.database()); err != nil {
		return err
	}
	if !p.ReadOnly {
		err = s.openToWrite(ctx, list)
		locked := (*data.Error)(nil)
		if err == nil || !p.AllowReadOnly || !errors.As(err, &locked) || locked.Code != "workspace.locked" {
			return err
		}
	}
	return s.openToRead(ctx, version, len(list))
}

func (s *Store) openToWrite(ctx context.Context, list []migration) error {
	if !journal.ValidID(s.device) {
		return data.Fail("device.missing")
	}
	if err := s.dir.make(); err != nil {
		return err
	}
	var err error
	if s.lock, err = take(s.dir, s.now()); err != nil {
		return err
	}
	if err := errors.Join(s.dir.sweep(), s.dir.private()); err != nil {
		return err
	}
	if s.writer, err = connect(s.dir.database(), writing); err != nil {
		return err
	}
	if err := s.migrate(list); err != nil {
		return err
	}
	if s.reader, err = connect(s.dir.database(), reading); err != nil {
		return err
	}
	return s.begin(ctx)
}

func (s *Store) openToRead(ctx context.Context, version, known int) error {
	switch {
	case !Exists(string(s.dir)):
		return data.Fail("workspace.missing", "Folder", string(s.dir))
	case version < known:
		return data.Fail("workspace.older", "Folder", string(s.dir))
	}
	var err error
	s.reader, err = connect(s.dir.database(), reading)
	if err == nil {
		err = s.loadLang(ctx, s.reader)
	}
	if err == nil || failureCode(err) != "db.read_only" && failureCode(err) != "db.unreadable" {
		return err
	}
	// Nobody can write where the folder is read-only, and so SQLite need not guard against it.
	if err := disconnect(s.reader); err != nil {
		return err
	}
	if s.reader, err = connect(s.dir.database(), unchanged); err != nil {
		return err
	}
	return s.loadLang(ctx, s.reader)
}

// Close ends all work with the workspace. A Store that could not be opened whole is closed as far as it was.
func (s *Store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	var err error
	if s.reader != nil {
		err = disconnect(s.reader)
	}
	if s.writer != nil {
		if s.incarnation != "" {
			err = errors.Join(err, s.leave(context.Background()))
		}
		err = errors.Join(err, disconnect(s.writer))
	}
	err = errors.Join(err, s.lock.release())
	s.writer, s.lock = nil, nil // the reader stays: who is still reading gets an error from it
	return failure(err)
}

// ReadOnly tells whether the workspace was opened only to be read, and by whom it is then held, if by anybody.
func (s *Store) ReadOnly() (bool, Holder) {
	if s.lock != nil {
		return false, Holder{}
	}
	return true, s.dir.whoHolds()
}

// Dir is the workspace's folder.
func (s *Store) Dir() string { return string(s.dir) }

// Lang is the language whose order the collation keys have.
func (s *Store) Lang() string {
	s.langGuard.RLock()
	defer s.langGuard.RUnlock()
	return s.lang
}

func (s *Store) setLang(lang string) {
	s.langGuard.Lock()
	defer s.langGuard.Unlock()
	s.lang = lang
}
