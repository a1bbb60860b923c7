package reports

import (
	"context"
)

// Place is where something is entered: an entity's record and its column.
type Place struct{ Entity, Record, Field string }

// FormLine is one line of an event sheet, as it will be written.
type FormLine struct {
	Label   string
	Text    string // in the sheet's language; empty where it is missing
	Missing bool   // marked as still to be completed
	At      Place  // where it is entered; people and numbers have none
}

// FormTable is a breakdown of the participants with its sum.
type FormTable struct {
	By     string // gender or country, words of data.Dimension
	Header string
	Lines  []FormLine
	Sum    string // empty where it is not known
	Agrees bool   // with the total
}

// EventForm is one event sheet as EventSheet writes it, line by line, for the screen.
type EventForm struct {
	Title, Caption string
	Lines          []FormLine
	Participants   string // the heading over the tables
	Tables         []FormTable
	Total          FormLine
	Countries      FormLine
	Description    string // the heading over the account
	Account        FormLine
	Held           bool   // only held events are written
	PeopleHeader   string // "People", over the numbers
	ToComplete     string // the word that marks what is missing
	TotalWord      string
	AccountLang    string // the language that the account stands in, where it is not the sheet's own; a code
}

// Sheet gives the event sheet of one event as it will be written, from the same lines, in the language of the options. Unlike
// the workbook it is there for every event, held or not yet.
func Sheet(ctx context.Context, src Source, o Options, event EventFigures) (EventForm, error) {
	d := newDossier(o)
	for _, step := range []func(context.Context, Source) error{d.readProject, d.readPlan} {
		if err := step(ctx, src); err != nil {
			return EventForm{}, err
		}
	}
	x := &occasion{Event: event.Event, tally: event.Tally, evidence: event.Evidence}
	f := EventForm{
		Title: d.p.T("report.event.title"), Caption: joined(" · ", x.Number, d.text(&x.Name)), Held: x.Held(),
		Participants: d.p.T("report.event.participants"), Description: d.p.T("report.event.description"),
		PeopleHeader: d.p.T("report.people"), ToComplete: d.toComplete(), TotalWord: d.p.T("report.total"),
	}
	for _, line := range d.form(x) {
		f.Lines = append(f.Lines, FormLine{line.label, line.text, line.missing, line.at})
	}
	f.Tables = []FormTable{
		d.formTable(x, "gender", d.p.Field("gender"), x.genders(d)),
		d.formTable(x, "country", d.p.T("report.event.from_country"), x.origins(d)),
	}
	f.Total = d.numberLine(d.p.T("report.event.total_people"), x.tally.Known, x.tally.Total)
	f.Countries = d.numberLine(d.p.T("report.event.total_countries"), x.tally.By["country"].Known, x.countries(d))
	account := d.account(x)
	f.Account = FormLine{d.p.Field("account"), account, account == "", Place{"event", x.ID, "account"}}
	if _, in := x.Account.Get(d.p.Lang()); in != "" && in != d.p.Lang() {
		f.AccountLang = in
	}
	return f, nil
}

func (d *dossier) formTable(x *occasion, by, header string, parts []part) FormTable {
	t := FormTable{By: by, Header: header, Agrees: x.agrees(by)}
	for _, p := range parts {
		line := FormLine{Label: p.label, Missing: p.n == nil}
		if p.n != nil {
			line.Text = d.p.Number(*p.n)
		}
		t.Lines = append(t.Lines, line)
	}
	if b := x.tally.By[by]; b.Known {
		t.Sum = d.p.Number(b.Sum())
	}
	return t
}

func (d *dossier) numberLine(label string, known bool, n int) FormLine {
	if !known {
		return FormLine{Label: label, Missing: true}
	}
	return FormLine{Label: label, Text: d.p.Number(n)}
}
