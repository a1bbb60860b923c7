package store

import (
	"bytes"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"primadesk/data"
)

// keyRunes is how much of a text its collation key covers. Longer texts that begin
// alike are ordered by id, which keeps keys of whole paragraphs out of the tables.
const keyRunes = 80

// keyed tells whether lists order the column by a collation key, kept as <id>_key:
// texts and what references stand for. Days, numbers and words of closed lists sort
// by themselves or by their labels, fractional order keys by bytes.
func keyed(c *data.Column) bool {
	if !c.Sort || c.ID == "order" {
		return false
	}
	switch c.Kind {
	case data.KindText, data.KindLong, data.KindTexts, data.KindRef:
		return true
	}
	return false
}

// keyName is the name of a column's collation key.
func keyName(c *data.Column) string { return c.ID + "_key" }

// keyer makes collation keys of one language. It is not safe for use at the same
// time: each goroutine makes its own.
type keyer struct {
	lang string
	col  *collate.Collator
	buf  collate.Buffer
}

// newKeyer makes keys in which numbers count as numbers: EL-2 before EL-10.
func newKeyer(lang string) *keyer {
	return &keyer{lang: lang, col: collate.New(language.Make(lang), collate.Numeric)}
}

// key is empty for an empty text, and never for another.
func (k *keyer) key(s string) []byte {
	if s == "" {
		return []byte{}
	}
	n := 0
	for i := range s {
		if n++; n > keyRunes {
			s = s[:i]
			break
		}
	}
	k.buf.Reset()
	return bytes.Clone(k.col.KeyFromString(&k.buf, s))
}

// sortKey is the collation key of one column of a record. A family name's covers the
// given name too; people who have only one name sort by that.
// title gives the title of a referred record in the keyer's language, "" where there is none.
func (k *keyer) sortKey(rec data.Record, c *data.Column, title func(entity, id string) (string, error)) ([]byte, error) {
	if p, ok := rec.(*data.Contact); ok && c.ID == "family_name" {
		return k.nameKey(p.FamilyName, p.GivenName, p.LatinName), nil
	}
	switch p := c.At(rec).(type) {
	case *data.Texts:
		return k.key(p.Show(k.lang)), nil
	case *string:
		if c.Kind == data.KindRef && *p != "" {
			text, err := title(c.Ref, *p)
			return k.key(text), err
		}
		return k.key(*p), nil
	}
	return []byte{}, nil
}

func (k *keyer) nameKey(family, given, latin string) []byte {
	switch {
	case family != "" && given != "":
		return append(k.key(family), k.key(given)...)
	case family+given != "":
		return k.key(family + given)
	}
	return k.key(latin)
}
