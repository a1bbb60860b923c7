package contacts

import (
	"context"
	"slices"
	"strings"

	"primadesk/app"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/record"
	"primadesk/ui/screen"
)

// actions are what can be done with picked contacts: inviting, and what can be done with any records.
func (s *contacts) actions() []listing.Action {
	return append([]listing.Action{{Text: s.p.Printer.T("contacts.invite"), Do: s.invite}}, record.Picked(record.PickedParams{
		Workspace: s.p.Workspace, Shell: s.p.Shell, Printer: s.p.Printer, Exec: s.exec, Entity: entity(), Unpick: func() { s.List().Unpick() },
	})...)
}

// invite asks to which event, and then what is to be done.
func (s *contacts) invite(ids []string) {
	t := s.p.Printer
	event := kit.NewCombo(kit.ComboParams{
		Exec: s.exec, Unknown: t.T("record.reference_unknown"),
		Find: func(ctx context.Context, typed string) ([]kit.Option, error) {
			return record.FindRecords(ctx, s.p.Workspace, t.Lang(), "event", typed)
		},
	})
	body := kit.NewForm(kit.FormParams{
		Sections: []kit.Section{{Rows: [][]kit.Field{{{ID: "event", Label: t.T("entity.event.name"), Required: true, Control: event}}}}}, Required: t.T("record.required"),
	})
	kit.ShowDialog(s.p.Shell.Window().Canvas(), kit.DialogParams{
		Title: t.T("contacts.invite_title"), Text: t.Count(entity().Name, len(ids)), Body: body,
		Yes: t.T("contacts.invite_go_on"), No: t.T("record.cancel"),
		Keep: func() bool { return !body.Check() }, OnYes: func() { s.readRound(body.Value("event"), ids) },
	})
	body.Focus("event")
}

// readRound reads who of them can be invited.
func (s *contacts) readRound(event string, ids []string) {
	w, lang := s.p.Workspace, s.p.Printer.Lang()
	s.inviting.Run(context.Background(),
		func(ctx context.Context) (app.Round, error) {
			return w.Invitations.Candidates(ctx, app.InviteParams{Event: event, Contacts: ids, Lang: lang})
		},
		func(round app.Round, err error) {
			if err != nil {
				s.p.Shell.ShowError(err)
				return
			}
			s.askRound(round)
		})
}

// mostNamed is how many people without an address a question names.
const mostNamed = 6

// askRound says who can be written to and who cannot, and asks whether they are to be marked as invited.
func (s *contacts) askRound(round app.Round) {
	t := s.p.Printer
	var reached, addresses, lacking []string
	before := 0
	for i := range round.People {
		p := &round.People[i]
		switch {
		case p.Lacks != "":
			lacking = append(lacking, p.Name)
		case p.Invited():
			before++
		default:
			reached = append(reached, p.Contact)
			if !slices.Contains(addresses, p.Address) {
				addresses = append(addresses, p.Address)
			}
		}
	}
	lines := kit.VStack(8, kit.NewText(t.N("contacts.invite_reach", len(reached)), kit.TextStyle{Wrap: true}))
	if before > 0 {
		lines.Add(kit.NewText(t.N("contacts.invite_before", before), kit.TextStyle{Wrap: true, Token: kit.TokenMuted}))
	}
	if n := len(lacking); n > 0 {
		names := strings.Join(lacking[:min(n, mostNamed)], ", ")
		if n > mostNamed {
			names += " …"
		}
		lines.Add(kit.NewText(t.N("contacts.invite_lacking", n, "Names", names), kit.TextStyle{Wrap: true, Token: kit.TokenWarm}))
	}
	copies := kit.NewCheck(t.T("contacts.invite_copy"))
	copies.SetValue("true")
	lines.Add(copies)
	kit.ShowDialog(s.p.Shell.Window().Canvas(), kit.DialogParams{
		Title: round.Event.Title(t.Lang()), Body: lines, Yes: t.T("contacts.invite_mark"), No: t.T("record.cancel"), Width: 460,
		OnYes: func() { s.mark(round, reached, addresses, copies.On()) },
	})
}

// mark marks them as invited, in one batch with its entries in the log, and puts their addresses on the clipboard.
func (s *contacts) mark(round app.Round, ids, addresses []string, copies bool) {
	t, w := s.p.Printer, s.p.Workspace
	if copies && len(addresses) > 0 {
		s.p.Shell.Copy(strings.Join(addresses, "; "))
	}
	s.writing.Run(context.Background(),
		func(ctx context.Context) (app.Done, error) {
			done, _, err := w.Invitations.Mark(ctx, round.Event.ID, ids, t.Lang())
			return done, err
		},
		func(done app.Done, err error) {
			if err != nil {
				s.p.Shell.ShowError(err)
				return
			}
			s.List().Unpick()
			toast := screen.Toast{Text: t.N("contacts.invited", len(ids), "Event", round.Event.Title(t.Lang()))}
			if done.Batch != "" {
				toast.Actions = []screen.Action{{Text: t.T("record.undo"), Do: func() { s.p.Shell.Undo(done.Batch) }}}
			}
			s.p.Shell.Toast(toast)
		})
}
