package store

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"primadesk/data"
)

// order is how a list is sorted: first what has a value, by it and then by id; then what has none, by id. The other way
// round, values and ids descend, and what has no value still comes last. An index over (value, id) serves both parts, so that
// every page costs the same.
type order struct {
	name  string // as the query says it
	desc  bool
	expr  string // SQL for the value, over the entity's table; empty: by id alone
	args  []any  // expr's
	known string // SQL for "has a value", over (k, id)
	kind  orderKind
	words []string     // of orderRank: in their order
	col   *data.Column // of orderMemory
}

// orderKind says what the values are, and so how a cursor holds them.
type orderKind uint8

const (
	orderID     orderKind = iota
	orderKey              // collation keys
	orderText             // days and other texts that sort by bytes
	orderNumber           // integers
	orderRank             // places of words in the order of their labels
	orderMemory           // collation keys of a language that the table has none of: sorted in Go
)

// order finds how a query wants to be sorted. The code is query.sort.
func (r *Reader) order(e *data.Entity, q Query) (order, error) {
	o := order{name: q.Sort, desc: q.Desc}
	switch q.Sort {
	case "", "id":
		o.name = "id"
		return o, nil
	case "created_at", "changed_at":
		o.kind, o.expr, o.known = orderText, e.Table+"."+q.Sort, "k > ''"
		return o, nil
	}
	col, ok := e.Column(q.Sort)
	if !ok || !col.Sort {
		return o, data.Fail("query.sort", "Entity", e.Name, "Field", q.Sort)
	}
	o.expr = e.Table + "." + quote(col.ID)
	switch col.Kind {
	case data.KindInt, data.KindDecimal:
		o.kind, o.known = orderNumber, "k IS NOT NULL"
	case data.KindEnum, data.KindCountry, data.KindLang, data.KindWord:
		return r.rank(o, e, col, q)
	default:
		o.kind, o.known = orderText, "k > ''"
		if keyed(col) {
			o.kind, o.expr, o.known = orderKey, e.Table+"."+quote(keyName(col)), "k > x''"
			if q.Lang != "" && !sameKeys(col, q.Lang, r.lang) {
				o.kind, o.col = orderMemory, col
			}
		}
	}
	return o, nil
}

// sameKeys tells whether two languages give a column the same keys. A text in several languages is a different one in each,
// and so is the title of what has such texts; all others depend on the alphabet alone.
func sameKeys(col *data.Column, a, b string) bool {
	if a == b {
		return true
	}
	if col.Kind == data.KindTexts {
		return false
	}
	if e, ok := data.EntityNamed(col.Ref); ok && slices.ContainsFunc(e.Columns, func(c data.Column) bool { return c.Kind == data.KindTexts }) {
		return false
	}
	return alphabet(a) == alphabet(b)
}

// alphabet names the collation of a language. Of the six languages the keys of golang.org/x/text/collate differ for Spanish
// alone, where ñ is a letter after n (TestAlphabets holds it to that).
func alphabet(lang string) string {
	if lang == "es" {
		return lang
	}
	return "root"
}

// rank sorts words by their labels: the place of each word in that order, worked out for the few that there are.
// A word that has no place comes with what is not known.
func (r *Reader) rank(o order, e *data.Entity, col *data.Column, q Query) (order, error) {
	words, err := r.wordsOf(e, col, q.state())
	if err != nil {
		return o, err
	}
	if c, err := readCursor(q); err == nil && c.Word != "" && !slices.Contains(words, c.Word) {
		words = append(words, c.Word) // whose records have gone since the page before
	}
	labels, err := r.labelsOf(col, words, q)
	if err != nil {
		return o, err
	}
	k := newKeyer(cmp.Or(q.Lang, r.lang))
	keys := make(map[string][]byte, len(words))
	for _, w := range words {
		keys[w] = k.key(labels[w])
	}
	if col.Kind != data.KindEnum || q.Labels != nil {
		slices.SortFunc(words, func(a, b string) int {
			return cmp.Or(bytes.Compare(keys[a], keys[b]), cmp.Compare(a, b))
		})
	}
	o.kind, o.known, o.words = orderRank, "k IS NOT NULL", words
	if len(words) == 0 {
		o.expr = "NULL"
		return o, nil
	}
	var b strings.Builder
	b.WriteString("CASE " + o.expr)
	for i, w := range words {
		b.WriteString(" WHEN ? THEN ?")
		o.args = append(o.args, w, i)
	}
	b.WriteString(" END")
	o.expr = b.String()
	return o, nil
}

// wordsOf are the words of a column that are to be ranked.
func (r *Reader) wordsOf(e *data.Entity, col *data.Column, state data.State) ([]string, error) {
	switch col.Kind {
	case data.KindEnum:
		return slices.Clone(col.Enum.Words), nil
	case data.KindLang:
		return slices.Clone(data.Languages), nil
	}
	f := quote(col.ID)
	next := "SELECT min(" + f + ") FROM " + e.Table + " WHERE state = '" + string(state) + "' AND " + f + " > "
	// One look into the index for each word that there is, where DISTINCT would read it from end to end.
	return r.texts("WITH RECURSIVE w(v) AS (" + next + "'' UNION ALL SELECT (" + next + "w.v) FROM w WHERE w.v IS NOT NULL)" +
		" SELECT v FROM w WHERE v IS NOT NULL")
}

// labelsOf says what each word is called. Vocabularies that users edit are records: those come first.
func (r *Reader) labelsOf(col *data.Column, words []string, q Query) (map[string]string, error) {
	labels := make(map[string]string, len(words))
	for _, w := range words {
		labels[w] = w
		if q.Labels == nil {
			continue
		}
		switch col.Kind {
		case data.KindEnum:
			labels[w] = q.Labels.Enum(col.Enum.Name, w)
		case data.KindCountry:
			labels[w] = q.Labels.Country(w)
		case data.KindLang:
			labels[w] = q.Labels.Language(w)
		case data.KindWord:
			if s, ok := q.Labels.Word(col.Vocabulary, w); ok {
				labels[w] = s
			}
		}
	}
	if col.Kind != data.KindWord {
		return labels, nil
	}
	own, err := r.find(r.layouts[vocabularies], "WHERE state = 'live' AND kind = ? ORDER BY id DESC", col.Vocabulary)
	for _, rec := range own { // of two with one code the older stays
		v := rec.(*data.Vocabulary)
		if s := v.Label.Show(cmp.Or(q.Lang, r.lang)); s != "" && labels[v.Code] != "" {
			labels[v.Code] = s
		}
	}
	return labels, err
}

var vocabularies = data.EntityOf(&data.Vocabulary{})
