package events

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// draw shows the letters: for each language the addresses and a draft, then what all go out with.
func (n *inviting) draw() { kit.KeepFocus(n.content, n.redraw) }

func (n *inviting) redraw() {
	p := n.v.g.s.Printer
	n.pane.RemoveAll()
	n.side.Hidden = n.letters == nil && n.lacking == nil
	n.content.Refresh()
	if len(n.letters) > 0 {
		n.pane.Add(n.mark)
	}
	for i := range n.letters {
		n.pane.Add(n.letter(&n.letters[i]))
	}
	if len(n.letters) > 0 {
		n.pane.Add(section(p.T("people.as_files"), n.files()))
	}
	if text := n.without(); text != "" {
		n.pane.Add(section(p.T("people.not_written_to"), kit.NewText(text, kit.TextStyle{Wrap: true})))
	}
	n.pane.Refresh()
}

// letter is one letter: to whom, its beginning, and the ways to send it.
func (n *inviting) letter(l *app.Letter) fyne.CanvasObject {
	p := n.v.g.s.Printer
	heading := p.T("people.letter_in", "Language", i18n.Upper(p.Language(l.Lang)), "People", p.N("people.addresses", len(l.To)))
	row := kit.Flow(10,
		kit.NewButton(kit.ButtonSecondary, p.T("people.copy_addresses"), func() { n.copyAddresses(l) }),
		kit.NewButton(kit.ButtonSecondary, p.T("people.open_draft"), func() { n.openDraft(l) }),
		level(kit.NewLink(p.T("people.copy_text"), func() { n.copyText(l) })))
	text := kit.NewText(l.Subject, kit.TextStyle{Bold: true, Wrap: true})
	lines := strings.SplitAfterN(l.Text, "\n\n", 4)
	beginning := strings.TrimSpace(strings.Join(lines[:min(3, len(lines))], ""))
	return section(heading, kit.NewCard(kit.VStack(10, text, kit.NewText(beginning, kit.TextStyle{Token: kit.TokenMuted, Wrap: true}), row)))
}

// files are the ways that write files.
func (n *inviting) files() fyne.CanvasObject {
	p := n.v.g.s.Printer
	row := kit.Flow(10, kit.NewButton(kit.ButtonSecondary, p.T("people.save_drafts"), n.saveDrafts))
	if n.letters[0].Calendar != nil {
		row.Add(kit.NewButton(kit.ButtonSecondary, p.T("people.save_calendar"), n.saveCalendar))
	}
	return kit.VStack(6, row, kit.NewText(p.T("people.files_hint"), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true}))
}

// without names those who are not written to, by reason.
func (n *inviting) without() string {
	p := n.v.g.s.Printer
	var out []string
	for _, x := range []struct{ lacks, text string }{
		{app.LacksAddress, p.T("people.lacks_address")}, {app.LacksPeace, p.T("people.lacks_peace")}, {app.LacksInterest, p.T("people.has_declined")}, {lacksNews, p.T("people.invited_before")},
	} {
		var names []string
		for _, i := range n.lacking {
			if i.Lacks == x.lacks {
				names = append(names, i.Name)
			}
		}
		const most = 12
		if more := len(names) - most; more > 0 {
			names = append(names[:most], p.N("people.and_more", more))
		}
		if len(names) > 0 {
			out = append(out, p.T("people.lacks_line", "Reason", i18n.Upper(x.text), "Names", strings.Join(names, ", ")))
		}
	}
	return strings.Join(out, "\n")
}

func (n *inviting) copyAddresses(l *app.Letter) {
	s := n.v.g.s
	s.Shell.Copy(l.Addresses())
	n.sent(s.Printer.N("people.copied", len(l.To)), l)
}

func (n *inviting) copyText(l *app.Letter) {
	s := n.v.g.s
	s.Shell.Copy(l.Text)
	s.Shell.Toast(screen.Toast{Text: s.Printer.T("people.text_copied")})
}

// openDraft opens the letter in the mail program; a text that an address has no room for is put on the clipboard.
func (n *inviting) openDraft(l *app.Letter) {
	s := n.v.g.s
	links, whole := l.Mailtos()
	said := s.Printer.N("people.drafts_opened", len(links))
	if !whole {
		s.Shell.Copy(l.Text)
		said = s.Printer.N("people.drafts_to_paste", len(links))
	}
	for _, link := range links {
		s.Shell.OpenLink(link)
	}
	n.sent(said, l)
}

func (n *inviting) all() []*app.Letter {
	out := make([]*app.Letter, len(n.letters))
	for i := range n.letters {
		out[i] = &n.letters[i]
	}
	return out
}

// fileStem is what the files of an event are called: EL-03 and a word.
func (n *inviting) fileStem() string {
	word := i18n.Lower(n.v.g.s.Printer.Enum(data.EvidenceKind.Name, "invitation"))
	if number := n.v.d.event.Number; number != "" {
		return number + " " + word
	}
	return word
}

func (n *inviting) saveDrafts() {
	s := n.v.g.s
	letters := n.letters
	s.Shell.AskSave(screen.Saving{Title: s.Printer.T("people.save_drafts"), Name: n.fileStem() + ".eml", Done: func(path string) {
		paths, err := s.Workspace.Invitations.SaveDrafts(path, letters)
		if err != nil {
			s.Shell.ShowError(err)
			return
		}
		n.sent(s.Printer.N("people.drafts_saved", len(paths)), n.all()...)
	}})
}

func (n *inviting) saveCalendar() {
	s := n.v.g.s
	letters := n.letters
	s.Shell.AskSave(screen.Saving{Title: s.Printer.T("people.save_calendar"), Name: n.fileStem() + ".ics", Done: func(path string) {
		if err := s.Workspace.Invitations.SaveCalendar(path, letters[0].Calendar); err != nil {
			s.Shell.ShowError(err)
			return
		}
		n.sent(s.Printer.T("people.calendar_saved"), n.all()...)
	}})
}

// sent marks those written to as invited and logs it, unless that is not wanted, and says what was done.
func (n *inviting) sent(said string, letters ...*app.Letter) {
	s := n.v.g.s
	if !n.mark.On() {
		s.Shell.Toast(screen.Toast{Text: said})
		return
	}
	var contacts []string
	for _, l := range letters {
		contacts = append(contacts, l.Contacts()...)
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, marked, err := s.Workspace.Invitations.Mark(ctx, n.v.d.event.ID, contacts, s.Printer.Lang())
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	if marked == 0 {
		s.Shell.Toast(screen.Toast{Text: said})
		return
	}
	s.undoable(said+" "+s.Printer.N("people.marked_invited", marked), done)
	s.reread()
}
