package contacts

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/record"
	"primadesk/ui/screen"
)

// paperField is what proves a consent: a file that is kept already, found by typing (the consent forms of an event), or one
// that is taken in here.
type paperField struct {
	widget.BaseWidget
	s       *contacts
	find    *kit.Combo
	open    *kit.Button
	content *fyne.Container
	told    func()
	taking  *kit.Later[*data.Evidence]
}

func newPaperField(s *contacts) *paperField {
	t := s.p.Printer
	f := &paperField{s: s, taking: kit.NewLater[*data.Evidence](s.exec)}
	f.find = kit.NewCombo(kit.ComboParams{
		Exec: s.exec, Word: s.paper, Unknown: t.T("contacts.paper_unknown"),
		Find: func(ctx context.Context, typed string) ([]kit.Option, error) {
			return record.FindRecords(ctx, s.p.Workspace, t.Lang(), "evidence", typed)
		},
	})
	f.find.OnEdited(f.edited)
	attach := kit.NewLink(t.T("contacts.paper_attach"), f.attach).SetTextSize(kit.TextMedium)
	f.open = kit.NewLink(t.T("contacts.paper_open"), func() { s.openPaper(f.Value()) }).SetTextSize(kit.TextMedium)
	f.content = kit.VStack(4, f.find, kit.HStack(14, attach, f.open))
	f.ExtendBaseWidget(f)
	f.show()
	return f
}

func (f *paperField) edited() {
	f.show()
	if f.told != nil {
		f.told()
	}
}

// show offers to open what is chosen, unless it is about to be kept with the contact.
func (f *paperField) show() {
	f.open.Hidden = f.Value() == ""
	f.content.Refresh()
}

// attach asks for a file and keeps it.
func (f *paperField) attach() {
	f.s.p.Shell.AskOpen(screen.Opening{Title: f.s.p.Printer.T("contacts.paper_title"), Done: func(path string) {
		evidence := f.s.p.Workspace.Evidence
		f.taking.Run(context.Background(),
			func(ctx context.Context) (*data.Evidence, error) { return evidence.Take(ctx, path, "consent_forms") },
			func(v *data.Evidence, err error) {
				if err != nil {
					f.s.p.Shell.ShowError(err)
					return
				}
				f.s.Pane().Make(v)
				f.SetValue(v.ID)
				f.edited()
			})
	}})
}

// paper is what a piece of evidence is called.
func (s *contacts) paper(id string) string {
	if id == "" {
		return ""
	}
	if name := s.Pane().Name(id); name != "" {
		return name
	}
	return factsOf(s.Pane().Facts()).papers[id]
}

// openPaper shows a piece of evidence in the program that the desktop has for it. One that is not yet saved is nowhere to
// be opened from but where it came from.
func (s *contacts) openPaper(id string) {
	w := s.p.Workspace
	lending := kit.NewLater[string](s.exec)
	lending.Run(context.Background(),
		func(ctx context.Context) (string, error) {
			rec, err := w.Records.Get(ctx, data.EntityOf((*data.Evidence)(nil)), id)
			if err != nil {
				return "", err
			}
			return w.Evidence.Lend(ctx, rec.(*data.Evidence))
		},
		func(path string, err error) {
			if err != nil {
				s.p.Shell.ShowError(err)
				return
			}
			s.p.Shell.OpenFile(path)
		})
}

// Value implements kit.Control.
func (f *paperField) Value() string { return f.find.Value() }

// SetValue implements kit.Control.
func (f *paperField) SetValue(v string) {
	f.find.SetValue(v)
	f.show()
}

// OnEdited implements kit.Control.
func (f *paperField) OnEdited(told func()) { f.told = told }

// SetInvalid implements kit.Control.
func (f *paperField) SetInvalid(on bool) { f.find.SetInvalid(on) }

// SetEnabled implements kit.Control.
func (f *paperField) SetEnabled(on bool) { f.find.SetEnabled(on) }

// Target implements kit.Control.
func (f *paperField) Target() fyne.Focusable { return f.find.Target() }

// Problem implements kit.Checker.
func (f *paperField) Problem() string { return f.find.Problem() }

// CreateRenderer implements fyne.Widget.
func (f *paperField) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.content) }
