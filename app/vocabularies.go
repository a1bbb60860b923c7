package app

import (
	"context"
	"slices"
	"strings"

	"primadesk/data"
	"primadesk/data/store"
)

// Vocabularies are the lists of words that users edit: event types, themes, tags.
type Vocabularies struct{ w *Workspace }

// Word is a word of a vocabulary.
type Word struct {
	Kind, Code string
	Record     string // its vocabulary record; empty for one that ships, or that is only used
	Shipped    bool
	Uses       int // live records that have it
}

// wordField is where words of a vocabulary stand.
type wordField struct {
	entity *data.Entity
	column *data.Column
}

// tags are the fields of plain words that make up the vocabulary of that name.
const tags = "tag"

func wordFields(kind string) []wordField {
	var out []wordField
	for _, e := range data.Entities() {
		for i := range e.Columns {
			c := &e.Columns[i]
			if c.Kind == data.KindWord && c.Vocabulary == kind || kind == tags && c.ID == "tags" && c.Kind == data.KindSet {
				out = append(out, wordField{e, c})
			}
		}
	}
	return out
}

// List gives the words of a vocabulary: those that ship, those that were added, and of tags those that are used.
func (s *Vocabularies) List(ctx context.Context, kind string) ([]Word, error) {
	var out []Word
	err := s.w.store.Read(ctx, func(r *store.Reader) error {
		byCode := map[string]*Word{}
		add := func(code string) *Word {
			if byCode[code] == nil {
				byCode[code] = &Word{Kind: kind, Code: code}
			}
			return byCode[code]
		}
		for _, code := range data.Shipped(kind) {
			add(code).Shipped = true
		}
		q := store.Query{Entity: "vocabulary", Where: []store.Cond{store.Where("kind", store.Equal, kind)}}
		for rec, err := range r.Each(q) {
			if err != nil {
				return err
			}
			add(rec.(*data.Vocabulary).Code).Record = rec.Head().ID
		}
		if err := countUses(r, kind, add); err != nil {
			return err
		}
		for _, word := range byCode {
			out = append(out, *word)
		}
		return nil
	})
	slices.SortFunc(out, func(a, b Word) int { return strings.Compare(a.Code, b.Code) })
	return out, err
}

func countUses(r *store.Reader, kind string, add func(code string) *Word) error {
	for _, f := range wordFields(kind) {
		codes, err := r.Values(f.entity.Name, f.column.ID)
		if err != nil {
			return err
		}
		for _, code := range codes {
			if code == "" {
				continue
			}
			n, err := r.Count(using(f, code))
			if err != nil {
				return err
			}
			add(code).Uses += n
		}
	}
	return nil
}

func using(f wordField, code string) store.Query {
	return store.Query{Entity: f.entity.Name, Where: []store.Cond{store.Where(f.column.ID, store.Equal, code)}}
}

// Rename gives a word another label in one language. One that ships, or a tag that is only used, gets a record of its own.
// The code stays, so that what has the word keeps it.
func (s *Vocabularies) Rename(ctx context.Context, word Word, label data.Texts) (Done, error) {
	e, _ := data.EntityNamed("vocabulary")
	return s.w.Records.Write(ctx, "saved", map[string]any{"Entity": e.Name, "Record": word.Record}, func(tx *Tx) error {
		v := &data.Vocabulary{Kind: word.Kind, Code: word.Code}
		if word.Record != "" {
			rec, err := tx.Get(e, word.Record)
			if err != nil {
				return err
			}
			v = rec.(*data.Vocabulary)
		} else {
			v.ID = newID()
		}
		v.Label = label
		return tx.Save(v)
	})
}

// Add makes a new word. Its code follows from the label. Its code where there is such a word: word.exists.
func (s *Vocabularies) Add(ctx context.Context, kind string, label data.Texts) (*data.Vocabulary, Done, error) {
	v := &data.Vocabulary{Kind: kind, Code: CodeOf(kind, label.Show(label.Original)), Label: label}
	v.ID = newID()
	words, err := s.List(ctx, kind)
	if err != nil {
		return nil, Done{}, err
	}
	if slices.ContainsFunc(words, func(w Word) bool { return data.Fold(w.Code) == data.Fold(v.Code) && (w.Shipped || w.Record != "") }) {
		return nil, Done{}, data.Fail("word.exists", "Value", label.Show(label.Original))
	}
	done, err := s.w.Records.Save(ctx, v)
	return v, done, err
}

// CodeOf makes a word's code from its label. A tag is its own code; others are small Latin letters, digits and _ as far
// as that goes.
func CodeOf(kind, label string) string {
	label = strings.TrimSpace(label)
	if kind == tags {
		return label
	}
	return strings.Join(strings.FieldsFunc(data.Fold(label), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 0x7f)
	}), "_")
}

// Merge puts one word in the place of another in every record, and takes the other away.
func (s *Vocabularies) Merge(ctx context.Context, from, into Word) (Done, error) {
	args := map[string]any{"Name": from.Code}
	return s.w.Records.Write(ctx, "word.merged", args, func(tx *Tx) error {
		r, err := tx.Reader()
		if err != nil {
			return err
		}
		var found []usedWord // all of them before the first is written: the reader ends there
		for _, f := range wordFields(from.Kind) {
			for rec, err := range r.Each(using(f, from.Code)) {
				if err != nil {
					return err
				}
				found = append(found, usedWord{rec, f.column})
			}
		}
		for _, x := range found {
			replaceWord(x.column, x.rec, from.Code, into.Code)
			if err := tx.Save(x.rec); err != nil {
				return err
			}
		}
		return dropWord(tx, from)
	})
}

// usedWord is a record that has a word.
type usedWord struct {
	rec    data.Record
	column *data.Column
}

func replaceWord(c *data.Column, rec data.Record, from, into string) {
	switch p := c.At(rec).(type) {
	case *string:
		*p = into
	case *data.Set:
		words := slices.DeleteFunc(slices.Clone(*p), func(s string) bool { return s == from })
		*p = data.SetOf(append(words, into)...)
	}
}

func dropWord(tx *Tx, word Word) error {
	if word.Record == "" {
		return nil
	}
	e, _ := data.EntityNamed("vocabulary")
	return tx.Trash(e, word.Record)
}

// Delete takes a word away that nothing has. One that ships gets its own label back. Its code otherwise: word.used.
func (s *Vocabularies) Delete(ctx context.Context, word Word) (Done, error) {
	if word.Uses > 0 && !word.Shipped {
		return Done{}, data.Fail("word.used", "Value", word.Code, "N", word.Uses)
	}
	e, _ := data.EntityNamed("vocabulary")
	return s.w.Records.Trash(ctx, e, word.Record)
}
