package reports

import (
	"primadesk/data"
	"primadesk/reports/workbook"
)

// subject is the deliverable that the workbook is: the one asked for, or the only one that its events belong to.
func (d *dossier) subject() *data.Deliverable {
	if d.choice.deliverable != nil {
		return d.choice.deliverable
	}
	var only *data.Deliverable
	for _, o := range d.held {
		x := d.deliverableRecord(o.Deliverable)
		switch {
		case x == nil || only != nil && only != x:
			return nil
		default:
			only = x
		}
	}
	return only
}

// concerned are the deliverables of the work package asked for, or all.
func (d *dossier) concerned() []*data.Deliverable {
	var list []*data.Deliverable
	for _, x := range d.deliverables {
		if d.choice.workPackage != nil && x.WorkPackage != d.choice.workPackage.ID {
			continue
		}
		list = append(list, x)
	}
	return list
}

// shows tells whether a field may stand in this workbook: the mark of its column decides.
func (d *dossier) shows(columns func(id string) (*data.Column, bool), id string) bool {
	c, ok := columns(id)
	return ok && (c.Privacy == data.Free || c.Privacy == data.Personal && d.o.WithPersonalData)
}

// controlSheet is the document control: number, work package, lead, level, version and history.
func (d *dossier) controlSheet() workbook.Sheet {
	sheet := workbook.Sheet{
		ID: "control", Name: d.p.T("report.sheet.control"), Title: d.p.T("report.sheet.control"), Layout: workbook.Form,
		Caption: joined(" · ", d.project.Acronym, d.project.GrantNumber),
	}
	x := d.subject()
	if x == nil {
		sheet.Blocks = []workbook.Block{
			workbook.Paragraph{Text: d.p.T("report.control.several")}, workbook.Gap(6), d.deliverablesTable(),
		}
		sheet.Layout = workbook.Stack
		return sheet
	}
	sheet.Blocks = []workbook.Block{
		workbook.Pairs{Lined: true, Pairs: pairsOf(d.controlled(x))},
		workbook.Heading{Text: d.p.Field("versions"), Level: 2},
		d.versionsTable(x),
	}
	return sheet
}

// controlled is what the document control says of a deliverable; people only where they may be named.
func (d *dossier) controlled(x *data.Deliverable) []stated {
	said := func(field, value string) stated { return stated{label: d.p.Field(field), text: value} }
	dated := func(field string, day data.Date) stated {
		return stated{label: d.p.Field(field), day: day, dated: true}
	}
	wp := ""
	if w := d.packages[x.WorkPackage]; w != nil {
		wp = joined(" ", w.Number, d.text(&w.Name))
	}
	list := []stated{
		said("number", x.Number), said("title", d.text(&x.Name)), said("delivery_type", x.Type), said("work_package", wp),
		said("lead", d.partner(x.Lead)), said("dissemination", d.enum(data.Dissemination, x.Dissemination)),
		dated("due", x.DueDate()), dated("delivered", x.Delivered), dated("approved", x.Approved),
		said("status", d.enum(data.DeliveryStatus, x.Status)), said("version", x.Version),
	}
	entity := data.EntityOf(x)
	for _, named := range []struct{ field, value string }{{"authors", x.Authors}, {"reviewer", x.Reviewer}} {
		if d.shows(entity.Column, named.field) {
			list = append(list, said(named.field, named.value))
		}
	}
	return list
}

// namesAuthors tells whether the history may say who wrote a version.
func (d *dossier) namesAuthors(x *data.Deliverable) bool {
	versions, ok := data.EntityOf(x).Column("versions")
	return ok && d.shows(versions.Rows.Column, "author")
}

func (d *dossier) versionsTable(x *data.Deliverable) workbook.Table[*data.Version] {
	type column = workbook.Column[*data.Version]
	rows := make([]*data.Version, len(x.Versions))
	for i := range x.Versions {
		rows[i] = &x.Versions[i]
	}
	columns := []column{
		{ID: "version", Header: d.p.Field("version"), Width: 12, Value: func(v *data.Version) workbook.Cell { return workbook.Text(v.Version) }},
		{ID: "date", Header: d.p.Field("date"), Width: 18, Kind: workbook.KindDate, Value: func(v *data.Version) workbook.Cell { return day(v.Date) }},
	}
	if d.namesAuthors(x) {
		columns = append(columns, column{ID: "author", Header: d.p.Field("author"), Width: 24, Value: func(v *data.Version) workbook.Cell { return workbook.Text(v.Author) }})
	}
	columns = append(columns, column{
		ID: "changes", Header: d.p.Field("changes"), Width: 50, Kind: workbook.KindWrapped,
		Value: func(v *data.Version) workbook.Cell { return workbook.Text(d.text(&v.Changes)) },
	})
	return workbook.Table[*data.Version]{ID: "versions", Rows: workbook.Of(rows...), Columns: columns, Empty: d.p.T("report.none")}
}

// deliverablesTable stands in a workbook that is not one deliverable.
func (d *dossier) deliverablesTable() workbook.Table[*data.Deliverable] {
	type column = workbook.Column[*data.Deliverable]
	return workbook.Table[*data.Deliverable]{ID: "deliverables", Rows: workbook.Of(d.concerned()...), Empty: d.p.T("report.none"), Columns: []column{
		{ID: "number", Header: d.p.FieldShort("number"), Width: 9, Value: func(x *data.Deliverable) workbook.Cell { return workbook.Text(x.Number) }},
		{ID: "title", Header: d.p.Field("title"), Width: 30, Value: func(x *data.Deliverable) workbook.Cell { return workbook.Text(d.text(&x.Name)) }},
		{ID: "wp", Header: d.p.FieldShort("work_package"), Width: 8, Value: func(x *data.Deliverable) workbook.Cell {
			if w := d.packages[x.WorkPackage]; w != nil {
				return workbook.Text(w.Number)
			}
			return workbook.Empty()
		}},
		{ID: "lead", Header: d.p.Field("lead"), Width: 18, Value: func(x *data.Deliverable) workbook.Cell { return workbook.Text(d.partner(x.Lead)) }},
		{ID: "level", Header: d.p.FieldShort("dissemination"), Width: 12, Value: func(x *data.Deliverable) workbook.Cell {
			return workbook.Text(d.enum(data.Dissemination, x.Dissemination))
		}},
		{ID: "due", Header: d.p.Field("due"), Width: 13, Kind: workbook.KindDate, Value: func(x *data.Deliverable) workbook.Cell { return day(x.DueDate()) }},
		{ID: "status", Header: d.p.Field("status"), Width: 12, Value: func(x *data.Deliverable) workbook.Cell { return workbook.Text(d.enum(data.DeliveryStatus, x.Status)) }},
		{ID: "version", Header: d.p.Field("version"), Width: 9, Value: func(x *data.Deliverable) workbook.Cell { return workbook.Text(x.Version) }},
	}}
}
