package contacts

import (
	"slices"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/record"
)

// createOrganisation asks for what a new organisation needs to be counted in reports. It is written together with the
// contact, so that Cancel leaves nothing behind and Undo takes both back.
func (s *contacts) createOrganisation(typed string, use func(data.Record)) {
	t := s.p.Printer
	m := fields.Maker{Printer: t, Exec: s.exec, Today: s.p.Workspace.Today, Own: func(col *data.Column) kit.Control {
		if col.ID == "group" {
			return kit.NewSelect(organisationGroups(fields.Enum(t, data.Group)), t.T("fields.unset"))
		}
		return nil
	}}
	body := kit.NewForm(kit.FormParams{
		Sections: []kit.Section{{Rows: m.Rows(&data.Organisation{}, []string{"name"}, []string{"group"}, []string{"country"})}}, Required: t.T("record.required"),
	})
	body.Load(map[string]string{"name": typed, "country": s.Pane().Value("country")})
	kit.ShowDialog(s.p.Shell.Window().Canvas(), kit.DialogParams{
		Title: t.T("contacts.organisation_title"), Text: t.T("contacts.organisation_text"), Body: body,
		Yes: t.T("contacts.apply"), No: t.T("record.cancel"),
		Keep: func() bool { return !body.Check() },
		OnYes: func() {
			o := &data.Organisation{}
			o.ID = record.NewID()
			fields.Apply(o, body.Values())
			use(o)
		},
	})
	body.Focus("name")
}

// organisationGroups leaves out the group that would tell a person's status: the people of an organisation that is
// counted as "migrants" would be taken for such.
func organisationGroups(options []kit.Option) []kit.Option {
	return slices.DeleteFunc(options, func(o kit.Option) bool { return o.Value == "migrants" })
}
