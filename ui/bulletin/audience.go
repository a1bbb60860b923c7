package bulletin

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// audiencePage says how many may get the issue in the language that is chosen, and why the others do not.
//
//i18n:prefix bulletin.reason.
func (d *side) audiencePage() fyne.CanvasObject {
	p, a := d.s.p.Printer, d.audience
	if a == nil {
		return kit.Pad(kit.Even(20), kit.NewText(p.T("bulletinscreen.counting"), kit.TextStyle{Token: kit.TokenMuted}))
	}
	objs := []fyne.CanvasObject{
		kit.NewTile(p.T("bulletinscreen.recipients", "Language", p.Language(d.lang)), p.Number(a.Recipients), true),
		kit.NewText(p.T("bulletinscreen.recipients_text"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}),
		kit.HStack(0, kit.NewButton(kit.ButtonSecondary, p.T("bulletinscreen.write_recipients"), d.s.writeAudience)),
	}
	said := false
	for _, reason := range app.RecipientReasons() {
		n := a.Others[reason]
		if n == 0 {
			continue
		}
		if !said {
			said = true
			objs = append(objs, kit.Pad(kit.Inset{Top: 8}, kit.NewHeading(p.T("bulletinscreen.others"))))
		}
		objs = append(objs, kit.HStack(10, kit.Grow(kit.NewText(p.T("bulletin.reason."+string(reason)), kit.TextStyle{Cut: true})), kit.NewText(p.Number(n), kit.TextStyle{Bold: true})))
	}
	return kit.Pad(kit.Even(20), container.New(&kit.Tall{Gap: 10, Grew: d.reader.Refresh}, objs...))
}

// writeAudience writes who may get the issue as a table for a mailing program.
func (s *bulletins) writeAudience() {
	b := s.kept()
	if b == nil {
		return
	}
	p, lang := s.p.Printer, s.side.lang
	s.p.Shell.AskSave(screen.Saving{Title: p.T("bulletinscreen.write_recipients"), Name: s.fileName(b, p.T("bulletinscreen.recipients_file"), lang) + ".csv", Done: func(path string) {
		params := app.BulletinParams{Bulletin: b.ID, Lang: lang, File: path}
		var result app.RecipientsResult
		s.run(func(ctx context.Context) (err error) {
			result, err = s.p.Workspace.Bulletins.Recipients(ctx, params)
			return err
		}, func() {
			s.side.turn(viewAudience)
			s.p.Shell.Toast(screen.Toast{
				Text:    p.T("cli.bulletin.recipients", "N", p.Number(result.Recipients), "File", filepath.Base(result.Path)),
				Actions: s.fileActions(result.Path),
			})
		})
	}})
}
