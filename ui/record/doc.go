// Package record shows one record of any entity beside its list: a form made from the columns that data declares, further
// tabs, what happened to the record, what two people wrote differently, and drafts of what is typed.
//
// Screens share it. It knows app's services, data's columns, ui/fields, ui/listing and ui/kit; it knows no screen. What is
// particular to an entity comes in through Params. A screen of an entity is a Desk (a list and a pane
// that work together) with its own name and icon:
//
//	type partners struct{ *record.Desk }
//
//	func New(p Params) screen.Screen {
//		e := data.EntityOf((*data.Partner)(nil))
//		return partners{record.NewDesk(record.DeskParams{
//			Workspace: p.Workspace, Shell: p.Shell, Printer: p.Printer, Exec: kit.Background(), Entity: e,
//			List: listing.Params{
//				Words:   listing.Words{Title: p.Printer.T("project.partners"), New: p.Printer.T("project.new_partner")},
//				Columns: []listing.Column{{ID: "short_name"}, {ID: "legal_name", Grow: 3}, {ID: "country"}, {ID: "pic", Hidden: true}},
//				Filters: []listing.Filter{{Field: "country"}, {Field: "role"}},
//				Sort:    "short_name",
//			},
//			Pane: record.Params{
//				Sections: []record.Section{
//					{ID: "partner", Rows: [][]string{{"legal_name"}, {"short_name", "code"}, {"country", "region"}}},
//					{ID: "more", More: true, Rows: [][]string{{"pic", "role"}, {"contact_person"}}},
//				},
//			},
//		})}
//	}
//
//	func (partners) ID() string          { return "partners" }
//	func (s partners) Title() string     { return s.Printer().T("project.partners") }
//	func (partners) Icon() fyne.Resource { return kit.IconPeople() }
//
// The Desk has all other methods of a screen, and the capabilities Opener, Searcher, Creator, Beginner, Deleter, Backer,
// Revealer and Rememberer.
package record
