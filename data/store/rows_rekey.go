package store

import (
	"context"
	"slices"
	"strings"

	"gorm.io/gorm"

	"primadesk/data"
)

// rowsAtOnce is how many rows of a table are read at once while something is made anew for all of them.
const rowsAtOnce = 500

// Rekey puts lists into the order of another language: it makes the collation keys anew, in one transaction, where that
// language has others. Between most of the six that is only for texts in several languages; Spanish has an alphabet
// of its own. Cursors from before are refused. The codes: language.unknown, workspace.read_only.
func (s *Store) Rekey(ctx context.Context, lang string) error {
	if !slices.Contains(data.Languages, lang) {
		return data.Fail("language.unknown", "Value", lang)
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.writer == nil {
		return data.Fail("workspace.read_only", "Folder", string(s.dir))
	}
	old := s.Lang()
	if lang == old {
		return nil
	}
	err := s.writer.WithContext(ctx).Transaction(func(db *gorm.DB) error {
		tx, err := s.newTx(ctx, db, batchRow{})
		if err != nil {
			return err
		}
		tx.keyer = newKeyer(lang)
		for _, e := range data.Entities() {
			if err := tx.rekey(s.layouts[e], old); err != nil {
				return err
			}
		}
		return setMeta(db, metaLang, lang)
	})
	if err == nil {
		s.setLang(lang)
	}
	return failure(err)
}

// rekey makes the keys of one table anew, if any of its columns has others in the old language.
func (tx *Tx) rekey(l *layout, old string) error {
	if !slices.ContainsFunc(l.keys, func(c *data.Column) bool { return !sameKeys(c, old, tx.keyer.lang) }) {
		return nil
	}
	return tx.everyRow(l, func(r *row) error {
		derived, err := tx.appendDerived(l, nil, r.rec)
		if err != nil {
			return err
		}
		blank := make([]any, len(l.columns)) // the record itself stays as it is
		return tx.updateColumns(l, r.seq, append(blank, r.derived...), append(slices.Clone(blank), derived...))
	})
}

// everyRow goes through the rows of a table, some at a time.
func (tx *Tx) everyRow(l *layout, do func(*row) error) error {
	query := "SELECT " + strings.Join(l.columns, ", ") + ", seq, " + strings.Join(l.derived, ", ") + " FROM " + l.entity.Table +
		" WHERE seq > ? ORDER BY seq LIMIT ?"
	for last := int64(0); ; {
		rows, err := tx.rowsOf(l, query, last, rowsAtOnce)
		if err != nil || len(rows) == 0 {
			return err
		}
		for _, r := range rows {
			if err := tx.ctx.Err(); err != nil {
				return err
			}
			if err := do(r); err != nil {
				return err
			}
			last = r.seq
		}
	}
}

func (tx *Tx) rowsOf(l *layout, query string, args ...any) ([]*row, error) {
	found, err := tx.query(query, args...)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	var rows []*row
	for found.Next() {
		r, err := l.scanRow(found)
		if err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	return rows, found.Err()
}
