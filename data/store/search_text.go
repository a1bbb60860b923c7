package store

import (
	"strings"

	"primadesk/data"
)

// What the write side keeps of a record so that search finds it:
//
//   - in its table, title_fold TEXT NOT NULL: foldedTitle, with an index on (title_fold, id) over what is live;
//   - in <table>_search, under its seq: what searchText gives. The table is made by
//     CREATE VIRTUAL TABLE <table>_search USING fts5(title, text, content='', contentless_delete=1,
//     tokenize='ascii', detail='column', prefix='1 2 3'). Folded text has only letters, digits and
//     spaces; the ascii tokenizer parts it at the spaces and nowhere else, for every script. Words are
//     asked for singly, so neither their positions nor their number need be kept.
//
// Both follow when the record changes; searchText also when the title changes of what it refers to by
// one of searchedRefs. A record in the trash stays in the index: search joins on state.

// titleRunes is how much of a title hits are ordered by.
const titleRunes = 120

// searchText is what the search index holds of a record, folded, each word once: the words of its
// title in all languages, then those of its other columns and of what its searchable references
// stand for, so that a person is found by the organisation's name. title gives the texts by which a
// referred record is known, "" where there is none.
func searchText(rec data.Record, title func(entity, id string) (string, error)) (titleWords, otherWords string, err error) {
	seen := map[string]bool{}
	titleWords = onceEach(data.Fold(allTitles(rec)), seen)
	others := data.SearchText(rec)
	for _, c := range searchedRefs(data.EntityOf(rec)) {
		id := *c.At(rec).(*string)
		if id == "" {
			continue
		}
		text, err := title(c.Ref, id)
		if err != nil {
			return "", "", err
		}
		others += " " + data.Fold(text)
	}
	return titleWords, onceEach(others, seen), nil
}

// allTitles is a record's title in every language, for the index of what refers to it.
func allTitles(rec data.Record) string {
	var b strings.Builder
	last := ""
	for _, lang := range data.Languages {
		if t := rec.Title(lang); t != last {
			b.WriteString(t)
			b.WriteByte('\n')
			last = t
		}
	}
	return b.String()
}

// searchedRefs are the references whose title finds the record that has them.
func searchedRefs(e *data.Entity) []*data.Column {
	var cols []*data.Column
	for i := range e.Columns {
		if c := &e.Columns[i]; c.Search && c.Kind == data.KindRef {
			cols = append(cols, c)
		}
	}
	return cols
}

func onceEach(folded string, seen map[string]bool) string {
	var b strings.Builder
	b.Grow(len(folded))
	for word := range strings.FieldsSeq(folded) {
		if seen[word] {
			continue
		}
		seen[word] = true
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	return b.String()
}

// foldedTitle is what search ranks and orders hits by: the title in the language it was written in,
// folded. It begins with a space where there is one, so that a word of it is what follows a space.
func foldedTitle(rec data.Record) string {
	title := rec.Title("")
	n := 0
	for i := range title {
		if n++; n > titleRunes {
			title = title[:i]
			break
		}
	}
	if s := data.Fold(title); s != "" {
		return " " + s
	}
	return ""
}
