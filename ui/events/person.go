package events

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// person is what is known of one participant at this event. A change is kept at once.
type person struct {
	v       *people
	now     *data.Attendance
	name    *kit.Text
	form    *kit.Form
	content *fyne.Container
}

func newPerson(v *people) *person {
	s := v.g.s
	p := s.Printer
	o := &person{v: v}
	m := fields.Maker{Printer: p, Exec: s.exec, Today: s.Workspace.Today}
	o.name = kit.NewText("", kit.TextStyle{Size: kit.TextCard, Bold: true, Cut: true})
	o.form = kit.NewForm(kit.FormParams{OnEdited: o.edited, Sections: []kit.Section{{Rows: m.Rows((*data.Attendance)(nil),
		[]string{"came", "invitation"}, []string{"evidence", "age_band"}, []string{"gender", "country"}, []string{"group"}, []string{"walk_in"})}}})
	head := kit.HStack(8, kit.Grow(o.name))
	if s.readOnly() {
		o.form.SetEnabled(false)
	} else {
		head.Add(kit.NewLink(p.T("events.take_off"), v.remove).SetTextSize(kit.TextMedium).SetToken(kit.TokenError))
	}
	o.content = kit.VStack(10, head, o.form, kit.NewLine())
	o.content.Hide()
	return o
}

// show brings a participant into the form; nil hides it.
func (o *person) show(x *participant) {
	defer o.v.relay()
	if x == nil {
		o.now = nil
		o.content.Hide()
		return
	}
	o.now = x.a
	o.name.SetText(x.name)
	o.form.Load(fields.Values(x.a))
	o.content.Show()
}

// edited keeps one field. What the record does not take is said at the field.
func (o *person) edited(id string) {
	if o.now == nil {
		return
	}
	next := *o.now
	fields.Apply(&next, map[string]string{id: o.form.Value(id)})
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	s := o.v.g.s
	_, err := s.Workspace.Records.Save(ctx, &next)
	if known, ok := errors.AsType[*data.Error](err); ok && len(known.Details) > 0 {
		o.form.SetError(id, app.TellProblem(s.Printer, known.Details[0]).Message)
		return
	}
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	s.reread()
}

// meet makes a contact of a name that nobody has yet, and marks it as present without having registered. Both are one
// batch, undone in one go.
func (v *people) meet(typed string) {
	s := v.g.s
	if v.d == nil || s.readOnly() {
		return
	}
	c := &data.Contact{FamilyName: typed}
	if given, family, several := cutLast(typed); several {
		c.GivenName, c.FamilyName = given, family
	}
	c.ID, c.Owner = newID(), v.d.event.Owner
	a := v.attendance(c.ID)
	a.Came, a.WalkIn = "yes", true
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, err := s.Workspace.Records.Write(ctx, "made", map[string]any{"Entity": "contact", "Record": c.ID}, func(tx *app.Tx) error {
		if err := tx.Save(c); err != nil {
			return err
		}
		return tx.Save(a)
	})
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	v.combo.SetChoice(kit.Option{})
	v.chosen = a.ID
	s.undoable(s.Printer.T("events.met", "Name", typed), done)
	s.reread()
}

// cutLast parts the last word from those before it.
func cutLast(name string) (before, last string, several bool) {
	words := strings.Fields(name)
	if len(words) < 2 {
		return "", name, false
	}
	return strings.Join(words[:len(words)-1], " "), words[len(words)-1], true
}
