package contacts

import (
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/record"
)

// consentsField shows consents, one a line, and opens one in a dialog to change it: purpose, date, how it was given, what
// proves it, when it was withdrawn.
type consentsField struct {
	widget.BaseWidget
	s       *contacts
	column  *data.Column
	rows    []kit.RowValue
	told    func()
	off     bool
	lines   *fyne.Container
	add     *kit.Button
	content *fyne.Container
}

func newConsentsField(s *contacts, col *data.Column) *consentsField {
	c := &consentsField{s: s, column: col, lines: kit.VStack(2)}
	c.add = kit.NewLink(s.p.Printer.T("contacts.add_consent"), c.begin)
	c.content = kit.VStack(6, c.lines, kit.HStack(0, c.add))
	c.ExtendBaseWidget(c)
	return c
}

// begin asks for a new consent: given today, in the language that she reads.
func (c *consentsField) begin() {
	c.edit(kit.RowValue{ID: record.NewID(), Values: map[string]string{
		"date": string(c.s.p.Workspace.Today()), "notice_language": c.s.Pane().Value("preferred_language"),
	}})
}

// consentRows is the order of the dialog's fields.
var consentRows = [][]string{{"purpose"}, {"date", "given"}, {"evidence"}, {"withdrawn"}, {"notice_version", "notice_language"}}

// edit asks for one consent; a new one is kept when the dialog is accepted.
func (c *consentsField) edit(row kit.RowValue) {
	t := c.s.p.Printer
	m := fields.Maker{Printer: t, Exec: c.s.exec, Today: c.s.p.Workspace.Today, Own: func(col *data.Column) kit.Control {
		if col.Ref == "evidence" {
			return newPaperField(c.s)
		}
		return nil
	}}
	var rows [][]kit.Field
	for _, ids := range consentRows {
		var line []kit.Field
		for _, id := range ids {
			if sub, ok := c.column.Rows.Column(id); ok {
				line = append(line, m.Field(sub))
			}
		}
		rows = append(rows, line)
	}
	body := kit.NewForm(kit.FormParams{Sections: []kit.Section{{Rows: rows}}, Required: t.T("record.required")})
	body.Load(row.Values)
	kit.ShowDialog(c.s.p.Shell.Window().Canvas(), kit.DialogParams{
		Title: t.T("contacts.consent_title"), Body: body, Width: 460,
		Yes: t.T("contacts.apply"), No: t.T("record.cancel"),
		Keep:  func() bool { return !body.Check() },
		OnYes: func() { c.put(kit.RowValue{ID: row.ID, Values: body.Values()}) },
	})
	body.Focus("")
}

// put keeps a row, new or changed.
func (c *consentsField) put(row kit.RowValue) {
	i := slices.IndexFunc(c.rows, func(r kit.RowValue) bool { return r.ID == row.ID })
	rows := slices.Clone(c.rows)
	if i < 0 {
		rows = append(rows, row)
	} else {
		rows[i] = row
	}
	c.change(rows)
}

// withdraw notes that a consent was withdrawn today.
func (c *consentsField) withdraw(r kit.RowValue) {
	values := map[string]string{"withdrawn": string(c.s.p.Workspace.Today())}
	for id, value := range r.Values {
		if id != "withdrawn" {
			values[id] = value
		}
	}
	c.put(kit.RowValue{ID: r.ID, Values: values})
}

func (c *consentsField) remove(id string) {
	c.change(slices.DeleteFunc(slices.Clone(c.rows), func(r kit.RowValue) bool { return r.ID == id }))
}

// change is a change by the user.
func (c *consentsField) change(rows []kit.RowValue) {
	c.rows = rows
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

// line is one consent: what for, how it stands, since when, and what proves it.
func (c *consentsField) line(r kit.RowValue, last bool) fyne.CanvasObject {
	t := c.s.p.Printer
	state, since := data.Consented, r.Values["date"]
	if r.Values["withdrawn"] != "" {
		state, since = data.Withdrawn, r.Values["withdrawn"]
	}
	words := []string{t.MediumDate(since), t.Enum(data.ConsentGiven.Name, r.Values["given"]), c.s.paper(r.Values["evidence"])}
	words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
	head := kit.HStack(8, kit.Grow(kit.NewText(t.Enum(data.Purpose.Name, r.Values["purpose"]), kit.TextStyle{Cut: true})),
		kit.NewStatusChip(consentWord(t, state), consentTone(state)))
	below := kit.HStack(10, kit.Grow(kit.NewText(strings.Join(words, " · "), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true})))
	if !c.off {
		if state == data.Consented {
			below.Add(kit.NewLink(t.T("contacts.withdraw"), func() { c.withdraw(r) }).SetTextSize(kit.TextMedium))
		}
		below.Add(kit.NewLink(t.T("contacts.edit"), func() { c.edit(r) }).SetTextSize(kit.TextMedium))
		cross := kit.NewLink("", func() { c.remove(r.ID) }).SetToken(kit.TokenMuted)
		cross.SetIcon(theme.CancelIcon())
		cross.SetName(t.T("record.dispute_remove", "Value", t.T(c.column.LabelID()))) // for what she consented, is nothing for a log
		cross.SetTip(t.T("record.dispute_remove", "Value", t.Enum(data.Purpose.Name, r.Values["purpose"])))
		below.Add(cross)
	}
	return kit.Sized(0, 52, kit.NewListRow(nil, kit.VStack(2, head, below), nil, last))
}

// Value implements kit.Control.
func (c *consentsField) Value() string {
	if len(c.rows) == 0 {
		return ""
	}
	b, err := json.Marshal(c.rows)
	if err != nil { // strings always marshal
		return ""
	}
	return string(b)
}

// SetValue implements kit.Control.
func (c *consentsField) SetValue(v string) {
	c.rows = nil
	if v != "" && json.Unmarshal([]byte(v), &c.rows) != nil {
		c.rows = nil
	}
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
