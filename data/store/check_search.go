package store

import (
	"hash/fnv"
	"strings"

	"primadesk/data"
)

// The search index keeps no texts, only which words stand in which record. So the words of each record are summed up,
// in an order that does not matter, and the sums are compared.

func sumWords(text string, column byte) uint64 {
	var sum uint64
	for word := range strings.FieldsSeq(text) {
		sum += sumWord(word, column)
	}
	return sum
}

func sumWord(word string, column byte) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte{column}) // never fails, as hash.Hash promises
	_, _ = h.Write([]byte(word))
	return h.Sum64()
}

// search compares the search index of an entity with what its records make of it.
func (c *checking) search(e *data.Entity) error {
	l := c.store.layouts[e]
	// https://www.sqlite.org/fts5.html#the_fts5vocab_virtual_table_module: a row for each word, record and column
	const create = "CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', '%s', 'instance')"
	if err := c.tx.exec(strings.ReplaceAll(create, "%s", l.search)); err != nil {
		return err
	}
	found, err := c.indexSums()
	if err != nil {
		return err
	}
	if err := c.tx.exec("DROP TABLE temp.words"); err != nil {
		return err
	}
	for seq, sum := range c.expected[e.Name] {
		if found[seq] != sum {
			var id string
			if err := c.tx.row("SELECT id FROM "+e.Table+" WHERE seq = ?", seq).Scan(&id); err != nil {
				return err
			}
			c.find(e.Name, id, "", "search")
		}
		delete(found, seq)
	}
	if len(found) > 0 {
		c.find(e.Name, "", "", "search", "N", len(found))
	}
	return nil
}

func (c *checking) indexSums() (map[int64]uint64, error) {
	rows, err := c.tx.query("SELECT doc, col, term FROM temp.words")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	sums := map[int64]uint64{}
	for rows.Next() {
		var seq int64
		var col, term string
		if err := rows.Scan(&seq, &col, &term); err != nil {
			return nil, err
		}
		var at byte
		if col == "text" {
			at = 1
		}
		sums[seq] += sumWord(term, at)
	}
	return sums, rows.Err()
}

type danglingQuery struct{ field, sql string }

// danglingQueries gives the queries for live records whose column refers to nothing: (record, value).
func danglingQueries(e *data.Entity, c *data.Column) []danglingQuery {
	from := "SELECT r.id, %v FROM " + e.Table + " r%j WHERE r.state = 'live' AND coalesce(%v, '') <> '' AND NOT EXISTS " +
		"(SELECT 1 FROM %t t WHERE t.id = %v AND t.state <> 'undone')"
	query := func(field, target, value, join string) []danglingQuery {
		t, ok := data.EntityNamed(target)
		if !ok {
			return nil
		}
		return []danglingQuery{{field, strings.NewReplacer("%v", value, "%t", t.Table, "%j", join).Replace(from)}}
	}
	column := "r." + quote(c.ID)
	each := ", json_each(" + column + ") j"
	switch c.Kind {
	case data.KindRef:
		return query(c.ID, c.Ref, column, "")
	case data.KindSet:
		if c.Item == data.KindRef {
			return query(c.ID, c.Ref, "j.value", strings.Replace(each, column, "nullif("+column+", '')", 1))
		}
	case data.KindRows:
		var all []danglingQuery
		for i := range c.Rows.Columns {
			if sub := &c.Rows.Columns[i]; sub.Kind == data.KindRef {
				value := "json_extract(j.value, '$." + sub.ID + "')"
				all = append(all, query(c.ID+"/"+sub.ID, sub.Ref, value, strings.Replace(each, column, "nullif("+column+", '')", 1))...)
			}
		}
		return all
	}
	return nil
}
