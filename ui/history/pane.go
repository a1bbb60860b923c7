package history

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/record"
)

// atOnce is how many records of a batch are told before one asks for more: an import may have thousands.
const atOnce = 30

// pane shows what was done in one go: its records and what became of each field, in words.
type pane struct {
	s       *Screen
	record  *kit.RecordPane
	undo    *kit.Button
	later   *kit.Later[told]
	batch   string
	limit   int
	content *fyne.Container
}

// told is a batch in words.
type told struct {
	deed    app.BatchDeed
	records []changed
	total   int
}

// changed is what a batch did to one record.
type changed struct {
	entity, id, title string
	lines             []string
}

func newPane(s *Screen) *pane {
	p := &pane{s: s, later: kit.NewLater[told](s.p.Exec)}
	p.undo = kit.NewButton(kit.ButtonPrimary, s.p.Printer.T("history.undo"), func() { s.p.Shell.Undo(p.batch) })
	shut := kit.NewButton(kit.ButtonSecondary, s.p.Printer.T("history.close"), p.close)
	p.record = kit.NewRecordPane(kit.PaneParams{Bar: kit.VStack(0, kit.NewLine(),
		kit.Pad(kit.Sides(10, kit.PageMargin), kit.HStack(8, kit.NewSpring(), shut, p.undo)))})
	p.content = kit.Stack(p.record)
	p.content.Hide()
	return p
}

func (p *pane) open(d app.BatchDeed) {
	if p.batch != d.Batch {
		p.limit = atOnce
	}
	p.batch = d.Batch
	p.head(d)
	if !p.content.Visible() {
		p.content.Show()
		p.s.changes.content.Refresh()
	}
	p.reload()
}

// openID shows a batch of which only the id is known.
func (p *pane) openID(id string) {
	p.batch, p.limit = id, atOnce
	p.content.Show()
	p.s.changes.content.Refresh()
	p.reload()
}

func (p *pane) close() {
	p.later.Cancel()
	p.batch = ""
	p.content.Hide()
	p.s.changes.content.Refresh()
}

func (p *pane) head(d app.BatchDeed) {
	p.record.SetTitle(d.Text, moment(p.s, d.At)+" · "+p.s.name(d.Who))
	if d.Undone || p.s.readOnly() {
		p.undo.Disable()
	} else {
		p.undo.Enable()
	}
}

// reload reads the batch anew: it may have been undone meanwhile.
func (p *pane) reload() {
	if p.batch == "" {
		return
	}
	batch, limit, work, printer := p.batch, p.limit, p.s.p.Workspace, p.s.p.Printer
	p.later.Run(context.Background(), func(ctx context.Context) (told, error) {
		return tell(ctx, work, printer, batch, limit)
	}, func(t told, err error) {
		if err != nil {
			p.s.p.Shell.ShowError(err)
			return
		}
		p.head(t.deed)
		p.show(t)
	})
}

func (p *pane) show(t told) {
	printer := p.s.p.Printer
	body := kit.VStack(14, kit.NewText(printer.N("history.records", t.total), kit.TextStyle{Token: kit.TokenMuted}))
	for _, r := range t.records {
		title := kit.NewLink(r.title, func() { p.s.p.Shell.Reveal(r.entity, r.id, "") })
		title.SetName(printer.Entity(r.entity)) // whose it is, is nothing for a log
		part := kit.VStack(3,
			kit.NewHeading(printer.Entity(r.entity)),
			kit.HStack(0, title, kit.NewSpring()))
		for _, line := range r.lines {
			part.Add(kit.NewText(line, kit.TextStyle{Wrap: true}))
		}
		body.Add(part)
	}
	if len(t.records) < t.total {
		body.Add(kit.HStack(0, kit.NewLink(printer.T("history.more"), func() {
			p.limit += atOnce
			p.reload()
		}), kit.NewSpring()))
	}
	p.record.SetBody(body)
}

// tell puts a batch into words. It asks several queries: not for the UI's goroutine.
func tell(ctx context.Context, w *app.Workspace, p *i18n.Printer, batch string, limit int) (told, error) {
	var t told
	var err error
	if t.deed, err = w.Records.Batch(ctx, batch, p.Lang()); err != nil {
		return t, err
	}
	list, total, err := w.Records.BatchRecords(ctx, batch, 0, limit)
	if err != nil {
		return t, err
	}
	t.total = total
	viewer, err := w.Viewer(ctx, p.Lang())
	if err != nil {
		return t, err
	}
	titles, err := titlesOf(ctx, w, p.Lang(), list)
	if err != nil {
		return t, err
	}
	for _, r := range list {
		e, ok := data.EntityNamed(r.Entity)
		if !ok {
			continue // of a newer version of the program
		}
		mine := slices.DeleteFunc(slices.Clone(r.Steps), func(s app.Step) bool { return s.Batch != batch })
		names, err := record.ReadNames(ctx, w, p.Lang(), e, mine)
		if err != nil {
			return t, err
		}
		one := changed{entity: r.Entity, id: r.Record, title: titles[r.Record]}
		one.lines = linesOf(record.NewTeller(p, e, viewer, names), r.Steps, batch)
		t.records = append(t.records, one)
	}
	return t, nil
}

// linesOf tells the steps of a batch, each over what stood before it.
func linesOf(teller *record.Teller, steps []app.Step, batch string) []string {
	regs := map[string]string{}
	var out []string
	for i, step := range steps {
		if step.Batch == batch {
			out = append(out, teller.Step(step, regs, i == 0)...)
		}
		record.Advance(regs, step)
	}
	return out
}

// titlesOf reads what records are called, a query an entity.
func titlesOf(ctx context.Context, w *app.Workspace, lang string, list []app.BatchRecord) (map[string]string, error) {
	ids := map[string][]string{}
	for _, r := range list {
		ids[r.Entity] = append(ids[r.Entity], r.Record)
	}
	titles := map[string]string{}
	for entity, of := range ids {
		e, ok := data.EntityNamed(entity)
		if !ok {
			continue
		}
		found, err := w.Records.Titles(ctx, e, of, lang)
		if err != nil {
			return nil, err
		}
		for id, title := range found {
			titles[id] = strings.Join(strings.Fields(title), " ")
		}
	}
	return titles, nil
}
