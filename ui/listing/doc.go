// Package listing shows the records of one entity as a table: a window over what the workspace finds, however long, that
// searches while one types, with filters, columns that are chosen and rows that are picked for an action.
//
// Screens share it. It knows app's services, data's columns and ui/kit; it knows no screen. What a table shows of a column
// (label, words, order) comes from the column's definition in data; a screen names the columns and filters:
//
//	list := listing.New(listing.Params{
//		Workspace: w, Shell: shell, Printer: p, Exec: kit.Background(), Entity: e,
//		Words:   listing.Words{Title: p.T("risks.title"), Search: p.T("risks.search"), New: p.T("risks.new")},
//		Columns: []listing.Column{{ID: "number"}, {ID: "description", Grow: 3}, {ID: "work_package"}, {ID: "owner", Hidden: true}},
//		Filters: []listing.Filter{{Field: "work_package"}, {Field: "foreseen"}},
//		Sort:    "number",
//		OnShow:  func(row listing.Row) { pane.Show(row.Record.Head().ID, row.Record, row.Names()) },
//	})
//
// record.Desk does that for a list with a record beside it.
package listing
