package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"primadesk/data"
)

// SearchCap is how many matches of one entity are all read and ranked. Where there are more, the list of titles is walked from
// its beginning until enough of them are met, and Hits says so: reading all matches of a single letter would take longer
// than people wait between two keys.
const SearchCap = 2000

// searchWide is how many matches are looked for on that walk. They are the best as long as there are no more.
const searchWide = 100_000

// searchMost is how many words of a search count. Nobody types more; a text pasted by mistake need not cost more.
const searchMost = 32

// Find is a search over all entities, or over some.
type Find struct {
	Text     string
	Entities []string // names, plurals or tables; empty: all
	Limit    int      // hits in all; 0: DefaultLimit, at most MaxLimit
	Lang     string   // of the hits' titles; empty: that of Store.Lang
}

// Hit is a record that a search found.
type Hit struct {
	Entity string
	ID     string
	Title  string
	Record data.Record
}

// Hits are the best hits, best first.
type Hits struct {
	Items  []Hit
	Capped bool // more than SearchCap matched
}

// searchWords are the words that a search asks for: folded as the index is, each once, without those that another one
// begins with and so asks for already.
func searchWords(text string) []string {
	words := strings.Fields(data.Fold(text))
	slices.Sort(words)
	words = slices.Compact(words)
	out := words[:0]
	for i, w := range words { // in order, what begins with a word follows it at once
		if i+1 == len(words) || !strings.HasPrefix(words[i+1], w) {
			out = append(out, w)
		}
	}
	return out[:min(len(out), searchMost)]
}

// matchAll asks the index for records in which every word begins a word. Folded words hold letters and digits alone, and in
// quotes none of them is an operator; "" if there are none.
func matchAll(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return `"` + strings.Join(words, `"* AND "`) + `"*`
}

// matchTitle asks for records whose title has all the words.
func matchTitle(words []string) string { return "title : (" + matchAll(words) + ")" }

// Search finds live records in which every word of the text begins a word, in any order, without regard to case or accents.
// First come those whose title or code is the text, then those of which it begins so, then those that have the words in
// their title, then others, each in the order of their titles. A text without letters or digits finds nothing.
func (r *Reader) Search(f Find) (Hits, error) {
	words := searchWords(f.Text)
	if len(words) == 0 {
		return Hits{}, nil
	}
	limit := (&Query{Limit: f.Limit}).limit()
	layouts, err := r.searched(f.Entities)
	if err != nil {
		return Hits{}, err
	}
	s := search{r: r, start: " " + data.Fold(f.Text), words: words, limit: limit}
	for i, l := range layouts {
		if err := s.entity(l, i); err != nil {
			return Hits{}, err
		}
	}
	slices.SortFunc(s.found, compareMatches)
	return s.hits(layouts, cmp.Or(f.Lang, r.lang))
}

func (r *Reader) searched(entities []string) ([]*layout, error) {
	var out []*layout
	if len(entities) == 0 {
		for _, e := range data.Entities() {
			out = append(out, r.layouts[e])
		}
		return out, nil
	}
	for _, name := range entities {
		l, err := r.layoutNamed(name)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out, nil
}

// match is a record that fits, before it has been read.
type match struct {
	tier   int    // 0: title or code is the text; 1: it begins so; 2: the words are in the title; 3: elsewhere
	title  string // before it the code, where that brought the record here
	entity int    // its place among those searched
	id     string
}

func compareMatches(a, b match) int {
	return cmp.Or(cmp.Compare(a.tier, b.tier), cmp.Compare(a.title, b.title), cmp.Compare(a.entity, b.entity), cmp.Compare(a.id, b.id))
}

// search is one search under way.
type search struct {
	r      *Reader
	start  string // the whole text as the title's beginning
	words  []string
	limit  int
	found  []match
	capped bool
}

// entity looks into one table, tier by tier, and stops as soon as the tiers so far fill the answer. What begins with the text
// is read from an index over the titles, in order.
func (s *search) entity(l *layout, place int) error {
	first, err := s.coded(l, place)
	if err != nil {
		return err
	}
	seen := make(map[string]bool, len(first))
	for _, m := range first {
		seen[m.id] = true
	}
	begun, err := s.matches(seen, place, "SELECT id, title_fold FROM "+l.entity.Table+
		" WHERE state = 'live' AND title_fold >= ? AND title_fold < ? ORDER BY title_fold, id LIMIT ?", s.start, s.start+"\U0010FFFF", s.limit+len(seen))
	if err != nil {
		return err
	}
	for _, m := range begun {
		m.tier = s.begins(m.title)
		first = append(first, m)
		seen[m.id] = true
	}
	s.found = append(s.found, first...)
	for i, match := range []string{matchTitle(s.words), matchAll(s.words)} {
		if len(seen) >= s.limit {
			return nil
		}
		tier, err := s.inIndex(l, place, match, seen)
		if err != nil {
			return err
		}
		for j := range tier {
			tier[j].tier = i + 2
			seen[tier[j].id] = true
		}
		s.found = append(s.found, tier...)
	}
	return nil
}

// begins is the tier of a folded title or code that begins with the text.
func (s *search) begins(folded string) int {
	if folded == s.start {
		return 0
	}
	return 1
}

// coded gives the records whose code begins with the text, among the first SearchCap that have its words.
func (s *search) coded(l *layout, place int) ([]match, error) {
	if l.code == nil {
		return nil, nil
	}
	t := l.entity.Table
	rows, err := s.r.db.Raw("SELECT "+t+".id, "+t+".title_fold, "+t+"."+quote(l.code.ID)+" FROM (SELECT rowid FROM "+l.search+" WHERE "+l.search+
		" MATCH ? LIMIT ?) m CROSS JOIN "+t+" ON "+t+".seq = m.rowid WHERE "+t+".state = 'live'", matchAll(s.words), SearchCap).Rows()
	if err != nil {
		return nil, failure(err)
	}
	defer rows.Close()
	var out []match
	for rows.Next() {
		m, code := match{entity: place}, ""
		if err := rows.Scan(&m.id, &m.title, &code); err != nil {
			return nil, failure(err)
		}
		if code = " " + data.Fold(code); strings.HasPrefix(code, s.start) {
			m.tier, m.title = s.begins(code), code+m.title
			out = append(out, m)
		}
	}
	return out, failure(rows.Err())
}

// inIndex gives what the search index has, but for those that were seen before: all of them if they are few, and otherwise
// as many as are shown, in the order of titles.
func (s *search) inIndex(l *layout, place int, match string, seen map[string]bool) ([]match, error) {
	t := l.entity.Table
	rowids := "SELECT rowid FROM " + l.search + " WHERE " + l.search + " MATCH ? LIMIT ?"
	var n int
	if err := s.r.db.Raw("SELECT count(*) FROM ("+rowids+")", match, SearchCap+1).Row().Scan(&n); err != nil || n == 0 {
		return nil, failure(err)
	}
	if n <= SearchCap {
		return s.matches(seen, place, "SELECT "+t+".id, "+t+".title_fold FROM ("+rowids+") m CROSS JOIN "+t+" ON "+t+".seq = m.rowid WHERE "+
			t+".state = 'live'", match, SearchCap)
	}
	s.capped = true
	return s.matches(seen, place, "SELECT id, title_fold FROM "+t+" WHERE state = 'live' AND title_fold >= '' AND +seq IN ("+rowids+
		") ORDER BY title_fold, id LIMIT ?", match, searchWide, s.limit+len(seen))
}

// matches reads ids and titles, but for those that were seen before.
func (s *search) matches(seen map[string]bool, place int, sql string, args ...any) ([]match, error) {
	rows, err := s.r.db.Raw(sql, args...).Rows()
	if err != nil {
		return nil, failure(err)
	}
	defer rows.Close()
	var out []match
	for rows.Next() {
		m := match{entity: place}
		if err := rows.Scan(&m.id, &m.title); err != nil {
			return nil, failure(err)
		}
		if !seen[m.id] {
			out = append(out, m)
		}
	}
	return out, failure(rows.Err())
}

// hits reads the records that are shown, those of one entity at once.
func (s *search) hits(layouts []*layout, lang string) (Hits, error) {
	out := Hits{Items: make([]Hit, 0, min(s.limit, len(s.found))), Capped: s.capped}
	shown := s.found[:min(s.limit, len(s.found))]
	ids := make([][]string, len(layouts))
	for _, m := range shown {
		ids[m.entity] = append(ids[m.entity], m.id)
	}
	byID := make(map[string]data.Record, len(shown))
	for i, l := range layouts {
		recs, err := s.r.Many(l.entity.Name, ids[i])
		if err != nil {
			return Hits{}, err
		}
		for _, rec := range recs {
			byID[rec.Head().ID] = rec
		}
	}
	for _, m := range shown {
		if rec, ok := byID[m.id]; ok {
			out.Items = append(out.Items, Hit{Entity: layouts[m.entity].entity.Name, ID: m.id, Title: rec.Title(lang), Record: rec})
		}
	}
	return out, nil
}

// Search is Reader.Search in a transaction of its own.
func (s *Store) Search(ctx context.Context, f Find) (Hits, error) {
	return readOnce(ctx, s, func(r *Reader) (Hits, error) { return r.Search(f) })
}
