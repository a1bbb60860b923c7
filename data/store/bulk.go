package store

import (
	"context"
	"strings"

	"gorm.io/gorm"
)

// bulk gathers rows for one table and inserts many with one statement: the driver compiles a statement each time it
// runs, and for a table with many indexes that costs as much as a row.
type bulk struct {
	insert string // INSERT INTO table (columns) VALUES
	row    string // (?, ?, ?)
	most   int    // rows in one statement
	args   []any
	width  int
	full   string // the statement for most rows
}

// Values bound to one statement. SQLite takes 32,766, but the driver searches all of them for each one that it binds.
const bulkValues = 500

func newBulk(table string, columns []string) *bulk {
	b := &bulk{
		insert: "INSERT INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES ",
		row:    "(?" + strings.Repeat(", ?", len(columns)-1) + ")",
		most:   max(1, bulkValues/len(columns)),
		width:  len(columns),
	}
	b.full = b.statement(b.most)
	return b
}

func (b *bulk) statement(rows int) string {
	return b.insert + b.row + strings.Repeat(", "+b.row, rows-1)
}

func (b *bulk) isFull() bool { return len(b.args) >= b.most*b.width }

// flush inserts what was gathered.
func (b *bulk) flush(ctx context.Context, pool gorm.ConnPool) error {
	rows := len(b.args) / b.width
	if rows == 0 {
		return nil
	}
	sql := b.full
	if rows != b.most {
		sql = b.statement(rows)
	}
	_, err := pool.ExecContext(ctx, sql, b.args...)
	clear(b.args)
	b.args = b.args[:0]
	return err
}
