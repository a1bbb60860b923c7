package contacts

import (
	"context"
	"slices"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// findOrganisations completes what is typed into the organisation's field.
func (s *contacts) findOrganisations(ctx context.Context, typed string) ([]kit.Option, error) {
	e := organisationEntity()
	hits, err := s.Workspace.Records.Search(ctx, app.Find{Text: typed, Entities: []string{e.Name}, Limit: 20, Lang: s.Printer.Lang()})
	if err != nil {
		return nil, err
	}
	out := make([]kit.Option, 0, len(hits.Items))
	for _, h := range hits.Items {
		o, ok := h.Record.(*data.Organisation)
		if !ok {
			continue
		}
		out = append(out, kit.Option{Value: h.ID, Text: h.Title, Note: s.Printer.CountryShort(o.Country)})
	}
	return out, nil
}

// createOrganisation asks for what a new organisation needs to be counted in reports. It is written together with the
// contact, so that Cancel leaves nothing behind and Undo takes both back.
func (r *record) createOrganisation(typed string) {
	p, e := r.s.Printer, organisationEntity()
	controls := map[string]kit.Control{
		"name":    kit.NewEntry(),
		"country": kit.NewSelect(countryOptions(p), p.T("contacts.unset")),
		"group":   kit.NewSelect(organisationGroups(enumOptions(p, data.Group)), p.T("contacts.unset")),
	}
	controls["name"].SetValue(typed)
	controls["country"].SetValue(r.form.Value("country"))
	var rows [][]kit.Field
	for _, id := range []string{"name", "group", "country"} {
		if col, ok := e.Column(id); ok {
			rows = append(rows, []kit.Field{{ID: id, Label: p.T(col.LabelID()), Required: col.Required, Control: controls[id]}})
		}
	}
	body := kit.NewForm(kit.FormParams{Sections: []kit.Section{{Rows: rows}}, Required: p.T("contacts.required")})
	kit.ShowDialog(r.s.Shell.Window().Canvas(), kit.DialogParams{
		Title: p.T("contacts.organisation_title"), Text: p.T("contacts.organisation_text"), Body: body,
		Yes: p.T("contacts.apply"), No: p.T("contacts.cancel"),
		Keep: func() bool { return !body.Check() },
		OnYes: func() {
			o := &data.Organisation{Name: body.Value("name"), Country: body.Value("country"), Group: body.Value("group")}
			o.ID = newID()
			r.useOrganisation(o)
		},
	})
	body.Focus("name")
}

// organisationGroups leaves out the group that would tell a person's status: the people of an organisation that is
// counted as "migrants" would be taken for such.
func organisationGroups(options []kit.Option) []kit.Option {
	return slices.DeleteFunc(options, func(o kit.Option) bool { return o.Value == "migrants" })
}

// useOrganisation puts an organisation that does not exist yet into the form.
func (r *record) useOrganisation(o *data.Organisation) {
	if r.now == nil {
		return
	}
	r.now.created[o.ID] = o
	r.now.names[o.ID] = o.Name
	r.form.SetValue("organisation", o.ID)
	r.form.Focus("organisation")
}
