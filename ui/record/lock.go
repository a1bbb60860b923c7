package record

import (
	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
)

// lock says over the form why the record is not to be changed, and keeps its fields from being so, until somebody unlocks
// it on purpose.
func (r *Pane) lock() {
	why := ""
	if r.p.Lock != nil && !r.now.fresh {
		why = r.p.Lock(r.now.rec)
	}
	setVisible(r.locked, why != "")
	if r.p.readOnly() {
		return // nothing can be changed anyway
	}
	if r.p.Lock != nil {
		r.sheet.setEnabled(why == "")
	}
	r.locked.Objects = nil
	if why == "" {
		return
	}
	r.locked.Objects = []fyne.CanvasObject{
		kit.NewText(why, kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenWarm, Wrap: true}),
		kit.HStack(0, kit.NewLink(r.p.Printer.T("record.unlock"), r.Unlock).SetTextSize(kit.TextMedium)),
	}
}

// Unlock lets the user change a record that is locked.
func (r *Pane) Unlock() {
	if r.now == nil || r.p.readOnly() {
		return
	}
	r.locked.Hide()
	r.sheet.setEnabled(true)
	r.view.Refresh()
	r.Focus()
}

// Locked tells whether the record that is shown is not to be changed.
func (r *Pane) Locked() bool { return r.now != nil && r.locked.Visible() }
