package contacts

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"primadesk/data"
	"primadesk/ui/kit"
)

// consentsField shows consents, one a line, and opens one in a dialog to change it: purpose, date, how it was given, the
// notice, when it was withdrawn.
type consentsField struct {
	widget.BaseWidget
	form    *form
	column  *data.Column
	rows    []kit.RowValue
	told    func()
	off     bool
	lines   *fyne.Container
	add     *kit.Button
	content *fyne.Container
}

func newConsentsField(f *form, col *data.Column) *consentsField {
	c := &consentsField{form: f, column: col, lines: kit.VStack(2)}
	c.add = kit.NewLink(f.p.printer.T("contacts.add_consent"), func() {
		c.edit(kit.RowValue{ID: newID(), Values: map[string]string{"date": string(f.p.today()), "notice_language": f.Value("preferred_language")}})
	})
	c.content = kit.VStack(6, c.lines, kit.HStack(0, c.add))
	c.ExtendBaseWidget(c)
	return c
}

// edit asks for one consent; a new one is kept when the dialog is accepted.
func (c *consentsField) edit(row kit.RowValue) {
	p := c.form.p.printer
	var fields []kit.Field
	for i := range c.column.Rows.Columns {
		sub := &c.column.Rows.Columns[i]
		if shown(sub) {
			control := c.form.control(sub)
			control.SetValue(row.Values[sub.ID])
			fields = append(fields, kit.Field{ID: sub.ID, Label: p.T(sub.LabelID()), Required: sub.Required, Control: control})
		}
	}
	var rows [][]kit.Field
	for pair := range slices.Chunk(fields, 2) {
		rows = append(rows, pair)
	}
	body := kit.NewForm(kit.FormParams{Sections: []kit.Section{{Rows: rows}}, Required: p.T("contacts.required")})
	kit.ShowDialog(c.form.p.window().Canvas(), kit.DialogParams{
		Title: p.T("contacts.consent_title"), Body: body, Width: 460,
		Yes: p.T("contacts.apply"), No: p.T("contacts.cancel"),
		Keep:  func() bool { return !body.Check() },
		OnYes: func() { c.put(kit.RowValue{ID: row.ID, Values: body.Values()}) },
	})
	body.Focus("")
}

// put keeps a row, new or changed.
func (c *consentsField) put(row kit.RowValue) {
	i := slices.IndexFunc(c.rows, func(r kit.RowValue) bool { return r.ID == row.ID })
	if i < 0 {
		c.rows = append(c.rows, row)
	} else {
		c.rows[i] = row
	}
	c.changed()
}

func (c *consentsField) remove(id string) {
	c.rows = slices.DeleteFunc(c.rows, func(r kit.RowValue) bool { return r.ID == id })
	c.changed()
}

func (c *consentsField) changed() {
	c.show()
	if c.told != nil {
		c.told()
	}
}

func (c *consentsField) show() {
	c.lines.RemoveAll()
	for i, r := range c.rows {
		c.lines.Add(c.line(r, i == len(c.rows)-1))
	}
	c.lines.Hidden = len(c.rows) == 0
	c.add.Hidden = c.off
	c.content.Refresh()
}

func (c *consentsField) line(r kit.RowValue, last bool) fyne.CanvasObject {
	p := c.form.p.printer
	state := data.Consented
	if r.Values["withdrawn"] != "" {
		state = data.Withdrawn
	}
	var words []string
	for _, s := range []string{p.MediumDate(r.Values["date"]), p.Enum(data.ConsentGiven.Name, r.Values["given"])} {
		if s != "" {
			words = append(words, s)
		}
	}
	middle := kit.VStack(0,
		kit.NewText(p.Enum(data.Purpose.Name, r.Values["purpose"]), kit.TextStyle{Cut: true}),
		kit.NewText(strings.Join(words, " · "), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}))
	right := kit.HStack(8, kit.NewStatusChip(consentWord(p, state), consentTone(state)))
	if !c.off {
		right.Add(kit.NewLink(p.T("contacts.edit"), func() { c.edit(r) }).SetTextSize(kit.TextMedium))
		cross := kit.NewLink("", func() { c.remove(r.ID) }).SetToken(kit.TokenMuted)
		cross.SetIcon(theme.CancelIcon())
		right.Add(cross)
	}
	return kit.Sized(0, 40, kit.NewListRow(nil, middle, right, last))
}

// Value implements kit.Control.
func (c *consentsField) Value() string { return encodeRows(c.rows) }

// SetValue implements kit.Control.
func (c *consentsField) SetValue(v string) {
	c.rows = decodeRows(v)
	c.show()
}

// OnEdited implements kit.Control.
func (c *consentsField) OnEdited(f func()) { c.told = f }

// SetInvalid implements kit.Control: the sentence under the list says which it is.
func (c *consentsField) SetInvalid(bool) {}

// SetEnabled implements kit.Control.
func (c *consentsField) SetEnabled(on bool) {
	c.off = !on
	c.show()
}

// Target implements kit.Control.
func (c *consentsField) Target() fyne.Focusable { return c.add }

// CreateRenderer implements fyne.Widget.
func (c *consentsField) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(c.content)
}
