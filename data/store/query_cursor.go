package store

import (
	"encoding/base64"
	"encoding/json"
	"slices"
	"strconv"

	"primadesk/data"
)

// cursor is where a page ended: the last record's value and id. What comes after it is found by comparing with both, so that
// nothing is shown twice or left out when records are added or removed meanwhile.
type cursor struct {
	Entity string `json:"e"`
	Sort   string `json:"s"`
	Desc   bool   `json:"d,omitempty"`
	Lang   string `json:"l,omitempty"` // of collation keys: they mean nothing in another
	Key    []byte `json:"k,omitempty"` // a collation key, a text, or a number's digits
	Word   string `json:"w,omitempty"` // instead of a rank, which moves when words come and go
	None   bool   `json:"n,omitempty"` // the record has no value: the part at the end
	ID     string `json:"i"`
}

func (c cursor) String() string {
	b, err := json.Marshal(c)
	if err != nil {
		return "" // strings, bytes and booleans always marshal
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// readCursor reads Query.After; the zero cursor if there is none. The code is query.cursor.
func readCursor(q Query) (cursor, error) {
	var c cursor
	if q.After == "" {
		return c, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(q.After)
	if err == nil {
		err = json.Unmarshal(b, &c)
	}
	if err != nil || c.ID == "" {
		return cursor{}, data.Fail("query.cursor", "Value", q.After).Because(err)
	}
	return c, nil
}

// start gives the cursor that a plan goes on from, and whether there is one. A cursor of another list, or made before the
// language of the keys changed, is refused.
func (p *plan) start(lang string) (cursor, bool, error) {
	c, err := readCursor(p.q)
	if err != nil || p.q.After == "" {
		return c, false, err
	}
	if c.Entity != p.entity.Name || c.Sort != p.order.name || c.Desc != p.order.desc || c.Lang != p.keyLang(lang) {
		return c, false, data.Fail("query.cursor", "Value", p.q.After)
	}
	return c, true, nil
}

// keyLang is the language of the keys that a plan sorts by.
func (p *plan) keyLang(lang string) string {
	switch p.order.kind {
	case orderKey:
		return lang
	case orderMemory:
		return p.q.Lang
	}
	return ""
}

// cursorAt is the cursor of a record whose value is key.
func (p *plan) cursorAt(key []byte, id, lang string) cursor {
	c := cursor{Entity: p.entity.Name, Sort: p.order.name, Desc: p.order.desc, Lang: p.keyLang(lang), Key: key, ID: id}
	if p.order.kind == orderID {
		return c
	}
	c.None = len(key) == 0
	if p.order.kind == orderRank && !c.None {
		if n, err := strconv.Atoi(string(key)); err == nil && n < len(p.order.words) {
			c.Word, c.Key = p.order.words[n], nil
		}
	}
	return c
}

// bound is the cursor's value as the database compares it.
func (p *plan) bound(c cursor) any {
	switch p.order.kind {
	case orderText:
		return string(c.Key)
	case orderNumber:
		n, _ := strconv.ParseInt(string(c.Key), 10, 64) // a cursor that somebody made up gives some page
		return n
	case orderRank:
		return slices.Index(p.order.words, c.Word)
	}
	if c.Key == nil {
		return []byte{}
	}
	return c.Key
}
