package store

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"gorm.io/gorm"
)

// Incarnations. Each device numbers its entries from 1 without gaps, and others ask it for "what came after number n".
// Two workspaces that go on from the same point would give the same numbers to different entries, so a
// copy or a restored backup must start a new incarnation: a new id, numbered from 1 again.
//
// A random token tells them apart. It stands in the database and in a file of the user's configuration (Params.Anchor),
// which does not travel when the workspace's folder is copied or put back, and is named after the folder's path. It
// changes whenever the workspace is opened, closed or backed up, so that
//
//   - a copy in another folder, or on another machine, finds no token or a different one;
//   - a backup, or an old copy of the folder put back in its place, has a token that has changed since;
//   - a copy that is put back before anything else was done to the original has its token, and needs no new id:
//     nothing went on from that point twice.
//
// What it does not see is a copy taken by other means from a workspace that was open, put back after that program was
// killed. Starting an incarnation too many does no harm: it is a number to count from.

// Keys of the table of single values.
const (
	metaLang        = "lang"
	metaToken       = "token"
	metaIncarnation = "incarnation"
	metaDevice      = "device"
	metaClock       = "clock"
)

// begin makes the Store ready to write: under which incarnation, after which number and clock.
func (s *Store) begin(ctx context.Context) error {
	if err := s.loadLang(ctx, s.writer); err != nil {
		return err
	}
	remembered, err := os.ReadFile(s.tokenPath())
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	token := rand.Text()
	err = s.writer.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		meta, err := loadMeta(tx)
		if err != nil {
			return err
		}
		s.incarnation = meta[metaIncarnation]
		if s.incarnation == "" || meta[metaDevice] != s.device || meta[metaToken] != strings.TrimSpace(string(remembered)) {
			s.incarnation = s.newID()
			err := tx.Exec("INSERT INTO devices (id, device, since, seq) VALUES (?, ?, ?, 0)", s.incarnation, s.device, stamp(s.now())).Error
			if err != nil {
				return err
			}
		}
		if err := s.loadCounters(tx); err != nil {
			return err
		}
		return errors.Join(setMeta(tx, metaLang, s.lang), setMeta(tx, metaIncarnation, s.incarnation),
			setMeta(tx, metaDevice, s.device), setMeta(tx, metaToken, token))
	})
	if err != nil {
		s.incarnation = ""
		return err
	}
	return s.remember(token)
}

// loadCounters finds where the journal has come to. Both are in it, so that they can never disagree with it.
func (s *Store) loadCounters(tx *gorm.DB) error {
	row := tx.Raw("SELECT seq FROM devices WHERE id = ?", s.incarnation).Row()
	if err := row.Scan(&s.seq); err != nil {
		return err
	}
	err := tx.Raw("SELECT value FROM meta WHERE key = ?", metaClock).Row().Scan(&s.clock)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// leave changes the token when the workspace is closed.
func (s *Store) leave(ctx context.Context) error {
	token := rand.Text()
	if err := setMeta(s.writer.WithContext(ctx), metaToken, token); err != nil {
		return err
	}
	return s.remember(token)
}

// remember writes the token outside of the database, after it stands inside: if the program ends between the two,
// they differ, and the next start begins a new incarnation.
func (s *Store) remember(token string) error {
	path := s.tokenPath()
	if err := os.MkdirAll(filepath.Dir(path), folderMode); err != nil {
		return err
	}
	return writeFile(path, []byte(token+"\n"))
}

func (s *Store) tokenPath() string {
	if s.anchor == "" {
		return filepath.Join(string(s.dir), instanceName)
	}
	path, err := filepath.Abs(string(s.dir))
	if err != nil {
		path = string(s.dir)
	}
	sum := sha256.Sum256([]byte(path))
	return filepath.Join(s.anchor, hex.EncodeToString(sum[:12])+".instance")
}

func loadMeta(db *gorm.DB) (map[string]string, error) {
	rows, err := db.Raw("SELECT key, value FROM meta").Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	meta := map[string]string{}
	for rows.Next() {
		var key, value string
		if err := rows.Scan(&key, &value); err != nil {
			return nil, err
		}
		meta[key] = value
	}
	return meta, rows.Err()
}

func setMeta(db *gorm.DB, key string, value any) error {
	return db.Exec("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value).Error
}

// loadLang takes over the language of the keys that are there.
func (s *Store) loadLang(ctx context.Context, db *gorm.DB) error {
	var lang string
	err := db.WithContext(ctx).Raw("SELECT value FROM meta WHERE key = ?", metaLang).Row().Scan(&lang)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err == nil {
		s.lang = lang
	}
	return err
}
