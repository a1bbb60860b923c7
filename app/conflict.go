package app

import (
	"context"
	"slices"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Undecided is a field of a record for which two people wrote different values.
type Undecided struct {
	Entity, Record string
	Title          string // what the record is called
	Field          string // the register's path; empty where it is whether the record is there at all
	Shown          string // JSON: what is shown until somebody decides
	Choices        []Choice
}

// Choice is one of the values between which there is to be decided.
type Choice struct {
	Head   string // the change that wrote it
	Value  string // canonical JSON
	Author string // the id of who wrote it
	Who    string // and the name, where Undecided gave one
}

// Choices are the different values of a dispute. Somebody who edited what another one removed stands for keeping it.
func Choices(d Dispute) []Choice {
	var out []Choice
	for _, h := range d.Heads {
		value := h.Value
		if h.Path != d.Path || h.Below != "" {
			value = "true"
			if d.Path == "" {
				value = `"live"`
			}
		}
		if !slices.ContainsFunc(out, func(c Choice) bool { return c.Value == value }) {
			out = append(out, Choice{Head: h.ID, Value: value, Author: h.Author})
		}
	}
	return out
}

// Undecided lists what is to be decided: of one record, or with "" of all.
func (r *Records) Undecided(ctx context.Context, id, lang string) ([]Undecided, error) {
	disputes, err := r.Conflicts(ctx, id)
	if err != nil {
		return nil, err
	}
	out := make([]Undecided, 0, len(disputes))
	records, authors := map[string][]string{}, []string{}
	for _, d := range disputes {
		u := Undecided{Entity: d.Entity, Record: d.Record, Field: d.Path, Shown: d.Shown, Choices: Choices(d)}
		for _, c := range u.Choices {
			authors = append(authors, c.Author)
		}
		records[d.Entity] = append(records[d.Entity], d.Record)
		out = append(out, u)
	}
	titles := map[string]map[string]string{}
	for entity, ids := range records {
		e, _ := data.EntityNamed(entity)
		if titles[entity], err = r.Titles(ctx, e, ids, lang); err != nil {
			return nil, err
		}
	}
	who, err := r.w.store.Titles(ctx, "author", authors, lang)
	if err != nil {
		return nil, err
	}
	for i := range out {
		u := &out[i]
		u.Title = titles[u.Entity][u.Record]
		for j := range u.Choices {
			u.Choices[j].Who = who[u.Choices[j].Author]
		}
	}
	return out, nil
}

// DisputeLabel is what the field is called that is to be decided; the record's entity where that is the record itself.
func DisputeLabel(p *i18n.Printer, u Undecided) string {
	if u.Field == "" {
		return p.Entity(u.Entity)
	}
	return FieldLabel(p, u.Entity, u.Field)
}
