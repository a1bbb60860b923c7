package record

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// choice is one of the values that two people gave a field.
type choice struct{ value, text, by string }

// dispute is a field for which somebody has to decide, in words.
type dispute struct {
	path, label string
	choices     []choice
}

// field is the form's field that shows a dispute.
func (d dispute) field() string {
	id, _, _ := strings.Cut(d.path, "/")
	return id
}

// disputesOf puts a record's conflicts into words. Authors says who is who.
func disputesOf(t *Teller, rec data.Record, found []app.Dispute, authors map[string]string) []dispute {
	var out []dispute
	regs := data.Registers(rec)
	for _, f := range found {
		d := dispute{path: f.Path, label: t.Label(f.Path)}
		for _, c := range app.Choices(f) {
			d.choices = append(d.choices, choice{value: c.Value, text: t.offer(d.path, c.Value, regs), by: authors[c.Author]})
		}
		out = append(out, d)
	}
	return out
}

// offer is a value to choose: that something goes is said, too.
func (t *Teller) offer(path, value string, regs map[string]string) string {
	switch {
	case t.isMember(path) && value == noValue:
		return t.p.T("record.dispute_remove", "Value", t.Value(path, "true", regs))
	case t.isMember(path):
		return t.p.T("record.dispute_keep", "Value", t.Value(path, value, regs))
	}
	if text := t.Value(path, value, regs); text != "" {
		return cutText(text, longestValue)
	}
	return t.p.T("record.dispute_empty")
}

// disputable is a control under which the values stand that somebody has to choose from.
type disputable struct {
	widget.BaseWidget
	inner   kit.Control
	offers  *fyne.Container
	content *fyne.Container
}

func newDisputable(inner kit.Control) *disputable {
	d := &disputable{inner: inner, offers: kit.VStack(4)}
	d.offers.Hide()
	d.content = kit.VStack(6, inner, d.offers)
	d.ExtendBaseWidget(d)
	return d
}

// show puts disputes under the control; none takes them away. pick is told the path and the value.
func (d *disputable) show(disputes []dispute, title func(dispute) string, pick func(path, value string)) {
	if len(disputes) == 0 && d.offers.Hidden {
		return
	}
	d.offers.Objects = disputeLines(disputes, title, pick)
	d.offers.Hidden = len(disputes) == 0
	d.content.Refresh()
}

func disputeLines(disputes []dispute, title func(dispute) string, pick func(path, value string)) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, x := range disputes {
		out = append(out, kit.NewText(title(x), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenWarm, Wrap: true}))
		chips := kit.Flow(6)
		for _, c := range x.choices {
			text := c.text
			if c.by != "" {
				text += " · " + c.by
			}
			chip := kit.NewFilterChip(text, func() { pick(x.path, c.value) })
			chip.SetName(title(x)) // what was written, and by whom, is nothing for a log
			chips.Add(chip)
		}
		out = append(out, chips)
	}
	return out
}

// Inner is the control itself, whose parts tell when they are left.
func (d *disputable) Inner() kit.Control { return d.inner }

// Value implements kit.Control.
func (d *disputable) Value() string { return d.inner.Value() }

// SetValue implements kit.Control.
func (d *disputable) SetValue(v string) { d.inner.SetValue(v) }

// OnEdited implements kit.Control.
func (d *disputable) OnEdited(f func()) { d.inner.OnEdited(f) }

// SetInvalid implements kit.Control.
func (d *disputable) SetInvalid(on bool) { d.inner.SetInvalid(on) }

// SetEnabled implements kit.Control.
func (d *disputable) SetEnabled(on bool) { d.inner.SetEnabled(on) }

// Target implements kit.Control.
func (d *disputable) Target() fyne.Focusable { return d.inner.Target() }

// Problem implements kit.Checker for controls that check themselves.
func (d *disputable) Problem() string {
	if c, ok := d.inner.(kit.Checker); ok {
		return c.Problem()
	}
	return ""
}

// CreateRenderer implements fyne.Widget.
func (d *disputable) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.content) }

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
