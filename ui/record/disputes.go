package record

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
)

// Disputes are what somebody has to decide about a record, for a page that is no Pane.
type Disputes struct {
	p    *i18n.Printer
	list []dispute
}

// ReadDisputes reads them, off the UI's goroutine. Names are what the record's references are called, by id.
func ReadDisputes(ctx context.Context, w *app.Workspace, p *i18n.Printer, rec data.Record, names map[string]string) (*Disputes, error) {
	found, err := w.Records.Conflicts(ctx, rec.Head().ID)
	if err != nil || len(found) == 0 {
		return &Disputes{p: p}, err
	}
	var people []string
	for _, f := range found {
		for _, h := range f.Heads {
			people = append(people, h.Author)
		}
	}
	authors, err := authorsOf(ctx, w, p.Lang(), people)
	if err != nil {
		return nil, err
	}
	viewer, err := w.Viewer(ctx, p.Lang())
	if err != nil {
		return nil, err
	}
	return &Disputes{p: p, list: disputesOf(NewTeller(p, data.EntityOf(rec), viewer, names), rec, found, authors)}, nil
}

// Len is how many fields are to be decided.
func (d *Disputes) Len() int { return len(d.list) }

// Fields are the columns that they are in.
func (d *Disputes) Fields() []string {
	var out []string
	for _, x := range d.list {
		if field := x.field(); !slices.Contains(out, field) {
			out = append(out, field)
		}
	}
	return out
}

// Lines show what two people wrote in one of the Fields, each value to be picked; at says that they stand at the field itself.
// Pick is told the register's path and the value, as app.Records.Resolve wants them.
func (d *Disputes) Lines(field string, at bool, pick func(path, value string)) []fyne.CanvasObject {
	var list []dispute
	for _, x := range d.list {
		if x.field() == field {
			list = append(list, x)
		}
	}
	return disputeLines(list, func(x dispute) string { return disputeTitle(d.p, x, at) }, pick)
}

// disputeTitle introduces the values; at the field, whose name is above, it does not name it again.
func disputeTitle(p *i18n.Printer, d dispute, at bool) string {
	if at && d.path == d.field() && d.path != "" {
		return p.T("record.dispute_here")
	}
	return p.T("record.dispute", "Field", d.label)
}
