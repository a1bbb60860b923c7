package store

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"primadesk/data"
)

// naive answers a query in plain Go: filter all, sort all.
func (w *world) naive(q Query) []string {
	e, _ := data.EntityNamed(q.Entity)
	lang := cmp.Or(q.Lang, w.store.Lang())
	type row struct {
		id   string
		key  []byte
		none bool
	}
	var rows []row
	for _, rec := range w.recs[e.Name] {
		state := data.Live
		if q.Trash {
			state = data.Trash
		}
		if rec.Head().State != state || !w.found(rec, q.Search) || !w.fits(rec, q.Where) {
			continue
		}
		key := w.naiveKey(rec, q, lang)
		rows = append(rows, row{rec.Head().ID, key, len(key) == 0 && q.Sort != ""})
	}
	slices.SortFunc(rows, func(a, b row) int {
		if a.none != b.none {
			if a.none {
				return 1
			}
			return -1
		}
		n := cmp.Or(bytes.Compare(a.key, b.key), cmp.Compare(a.id, b.id))
		if q.Desc {
			return -n
		}
		return n
	})
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = r.id
	}
	return ids
}

func (w *world) naiveKey(rec data.Record, q Query, lang string) []byte {
	if q.Sort == "" {
		return nil
	}
	c, ok := data.EntityOf(rec).Column(q.Sort)
	if !ok { // created_at
		return []byte(rec.Head().CreatedAt.Format("2006-01-02 15:04:05.000"))
	}
	k := newKeyer(lang)
	if keyed(c) {
		key, _ := k.sortKey(rec, c, func(_, id string) (string, error) {
			if r := w.title[id]; r != nil {
				return r.Title(lang), nil
			}
			return "", nil
		})
		return key
	}
	switch p := c.At(rec).(type) {
	case **int:
		if *p == nil {
			return nil
		}
		return fmt.Appendf(nil, "%09d", **p)
	case *data.Date:
		return []byte(*p)
	case *data.Wall:
		return []byte(*p)
	case *string:
		if *p == "" || c.ID == "order" {
			return []byte(*p)
		}
		if q.Labels == nil && c.Kind == data.KindEnum {
			return []byte{byte(1 + slices.Index(c.Enum.Words, *p))}
		}
		label := *p
		if q.Labels != nil {
			label = backwards(*p)
		}
		if q.Labels != nil && c.Kind == data.KindWord && *p == "other" {
			label = *p
		}
		if *p == "harvest" && c.Kind == data.KindWord { // a vocabulary record says so
			label = "zzz"
		}
		return append(k.key(label), *p...)
	}
	return nil
}

func (w *world) found(rec data.Record, search string) bool {
	title, other, _ := searchText(rec, func(_, id string) (string, error) {
		if r := w.title[id]; r != nil {
			return allTitles(r), nil
		}
		return "", nil
	})
	text := " " + title + " " + other
	for _, word := range strings.Fields(data.Fold(search)) {
		if !strings.Contains(text, " "+word) {
			return false
		}
	}
	return true
}

func (w *world) fits(rec data.Record, conds []Cond) bool {
	for _, c := range conds {
		if !w.fit(rec, c) {
			return false
		}
	}
	return true
}

// fit checks one condition over all values that a field has, as texts.
func (w *world) fit(rec data.Record, c Cond) bool {
	values := w.valuesOf(rec, c.Field)
	if len(values) == 0 {
		return c.Op == Empty || (c.Op == Equal || c.Op == In) && slices.Contains(c.Values, "")
	}
	return slices.ContainsFunc(values, func(v any) bool {
		switch c.Op {
		case Present:
			return true
		case Equal, Has, In:
			return slices.ContainsFunc(c.Values, func(x string) bool { return compareNaive(v, x, false) == 0 })
		case Less:
			return compareNaive(v, c.Values[0], false) < 0
		case AtMost:
			return compareNaive(v, c.Values[0], true) <= 0
		case Greater:
			return compareNaive(v, c.Values[0], true) > 0
		case AtLeast:
			return compareNaive(v, c.Values[0], false) >= 0
		case Between:
			return compareNaive(v, c.Values[0], false) >= 0 && compareNaive(v, c.Values[1], true) <= 0
		}
		return false
	})
}

func compareNaive(v any, x string, upper bool) int {
	switch v := v.(type) {
	case int:
		n, _ := strconv.Atoi(x)
		return cmp.Compare(v, n)
	case data.Decimal:
		d, _ := data.ParseDecimal(x)
		return cmp.Compare(v, d)
	case data.Wall:
		if len(x) == dayLength && v.Day() == data.Date(x) {
			return 0
		}
		return cmp.Compare(string(v), x)
	}
	return cmp.Compare(fmt.Sprint(v), x)
}

func (w *world) valuesOf(rec any, field string) []any {
	name, rest, nested := strings.Cut(field, ".")
	r, isRec := rec.(data.Record)
	if name == "consent" {
		return []any{rec.(*data.Contact).ConsentFor(rest)}
	}
	var cols []data.Column
	if isRec {
		cols = data.EntityOf(r).Columns
	}
	i := slices.IndexFunc(cols, func(c data.Column) bool { return c.ID == name })
	c := &cols[i]
	var out []any
	switch p := c.At(rec).(type) {
	case data.List:
		for j := range p.Len() {
			sub, _ := c.Rows.Column(rest)
			out = append(out, scalars(sub.At(p.Row(j)))...)
		}
		return out
	case *data.Texts:
		if !p.Empty() {
			return []any{"text"}
		}
		return nil
	default:
		out = scalars(p)
	}
	if !nested {
		return out
	}
	var through []any
	for _, id := range out {
		if other := w.title[id.(string)]; other != nil {
			through = append(through, w.valuesOf(other, rest)...)
		}
	}
	return through
}

func scalars(p any) []any {
	switch p := p.(type) {
	case *data.Set:
		var out []any
		for _, s := range *p {
			out = append(out, s)
		}
		return out
	case **int:
		if *p != nil {
			return []any{**p}
		}
	case **data.Decimal:
		if *p != nil {
			return []any{**p}
		}
	case *bool:
		return []any{*p}
	case *data.Wall:
		if *p != "" {
			return []any{*p}
		}
	case *data.Date:
		if *p != "" {
			return []any{string(*p)}
		}
	case *string:
		if *p != "" {
			return []any{*p}
		}
	}
	return nil
}
