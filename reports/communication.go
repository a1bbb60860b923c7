package reports

import (
	"primadesk/data"
	"primadesk/reports/workbook"
)

// communicationSheet lists the communication activities in the order of the Portal's fields.
func (d *dossier) communicationSheet() workbook.Sheet {
	return workbook.Sheet{
		ID: "communication", Name: d.p.T("report.sheet.communication"), Title: d.p.T("report.sheet.communication"),
		Caption: d.p.N("report.communication.caption", len(d.communications)), Layout: workbook.Register, Late: true,
		Blocks: []workbook.Block{workbook.Table[*data.Communication]{
			ID: "communication", Rows: workbook.Of(d.communications...), Expected: len(d.communications), Empty: d.p.T("report.none"),
			Columns: d.activityColumns(),
		}},
	}
}

type activityColumn = workbook.Column[*data.Communication]

// activityColumns are the Portal's fields in its order.
func (d *dossier) activityColumns() []activityColumn {
	described := roomFor(d.communications, func(c *data.Communication) string { return d.text(&c.Description) }, 40)
	outcome := roomFor(d.communications, func(c *data.Communication) string { return d.text(&c.Outcome) }, 30)
	return []activityColumn{
		{ID: "name", Header: d.p.Field("title"), Width: 28, Total: workbook.Label(d.p.T("report.total")), Value: func(c *data.Communication) workbook.Cell {
			return workbook.Text(d.text(&c.Name)).LinkOut(c.Link)
		}},
		{ID: "description", Header: d.p.Field("description"), Kind: workbook.KindWrapped, Width: described, Value: func(c *data.Communication) workbook.Cell {
			return workbook.Text(d.text(&c.Description))
		}},
		{ID: "audience", Header: d.p.Field("audience"), Width: 22, Value: func(c *data.Communication) workbook.Cell { return workbook.Text(d.text(&c.Audience)) }},
		{ID: "channel", Header: d.p.Field("channel"), Width: 16, Value: func(c *data.Communication) workbook.Cell {
			return workbook.Text(d.enum(data.CommunicationBy, c.Channel))
		}},
		{ID: "country", Header: d.p.Field("country"), Width: 14, Value: func(c *data.Communication) workbook.Cell { return workbook.Text(d.country(c.Country)) }},
		{ID: "date", Header: d.p.Field("date"), Kind: workbook.KindDate, Value: func(c *data.Communication) workbook.Cell {
			if c.Date == "" && c.Status == "delivered" {
				return d.gap()
			}
			return day(c.Date)
		}},
		{ID: "reached", Header: d.p.FieldShort("reached"), Kind: workbook.KindInt, Total: workbook.Sum(), Value: func(c *data.Communication) workbook.Cell { return optional(c.Reached) }},
		{ID: "outcome", Header: d.p.Field("outcome"), Kind: workbook.KindWrapped, Width: outcome, Value: func(c *data.Communication) workbook.Cell {
			return workbook.Text(d.text(&c.Outcome))
		}},
		{ID: "status", Header: d.p.Field("status"), Width: 14, Value: func(c *data.Communication) workbook.Cell {
			return workbook.Text(d.enum(data.CommunicationStatus, c.Status))
		}},
	}
}
