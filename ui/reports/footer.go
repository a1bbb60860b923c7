package reports

import (
	"fyne.io/fyne/v2"

	"primadesk/assets/i18n"
	"primadesk/ui/kit"
)

// footer is the bottom of the screen: the one main action, and while it runs, how far it is.
type footer struct {
	progress *kit.ProgressPanel
	note     *kit.Text // what came of the last run
	write    *kit.Button
	content  fyne.CanvasObject
}

func newFooter(p *i18n.Printer, write, cancel func()) *footer {
	f := &footer{
		progress: kit.NewProgressPanel(p.T("reportscreen.cancel"), cancel),
		note:     kit.NewText("", kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted, Cut: true}),
		write:    kit.NewButton(kit.ButtonPrimary, p.T("reportscreen.write"), write),
	}
	f.progress.Hide()
	f.content = kit.Pad(kit.Inset{Top: 12, Right: 22, Bottom: 14, Left: 22},
		kit.HStack(12, kit.Grow(kit.Stack(f.note, f.progress)), f.write))
	return f
}

// begin shows the progress instead of the note.
func (f *footer) begin(text string) {
	f.progress.Restart()
	f.progress.Set(text, 0)
	f.progress.Show()
	f.note.Hide()
	f.write.Disable()
}

// end shows the note again.
func (f *footer) end(note string) {
	f.progress.Hide()
	f.note.Show()
	f.write.Enable()
	f.say(note)
}

// offer says what the main action writes.
func (f *footer) offer(action string) { f.write.SetText(action) }

func (f *footer) say(note string) { f.note.SetText(note) }
