package main

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
)

// formPage is a record's form in its pane, with every control.
func formPage(d *demo) fyne.CanvasObject {
	bar := kit.NewSaveBar(kit.SaveBarParams{Save: d.p.T("shell.save"), Cancel: d.p.T("shell.cancel"), OnSave: func() { d.tell("OnSave") }, OnCancel: func() { d.tell("OnCancel") }})
	form := kit.NewForm(kit.FormParams{
		Required: d.p.T("shell.required"), Sections: d.sections(),
		OnDirty: func(on bool) { bar.SetDirty(on, "") }, OnEdited: func(id string) { d.tell("OnEdited", id) },
		OnFold: func(section string, open bool) { d.tell("OnFold", section, open) },
	})
	pane := kit.NewRecordPane(kit.PaneParams{Avatar: true, Bar: bar, Tabs: []kit.Tab{{ID: "a", Text: d.p.Entity("contact")}, {ID: "b", Text: d.p.Entities("event")}},
		OnTab: func(id string) { d.tell("OnTab", id) }})
	pane.SetTitle(d.p.Entity("contact")+" "+d.p.Entity("author"), d.p.Entity("organisation"))
	pane.SetBody(form)
	rows := kit.VStack(10, kit.NewHeading(d.p.Entity("contact")), kit.NewDefinition(d.p.Field("city"), d.p.Country("EL")), kit.NewDefinition(d.p.Field("venue"), d.p.Country("IT")),
		kit.NewFold(kit.FoldParams{Title: d.p.T("record.more"), OnFold: func(open bool) { d.tell("OnFold", open) }}, kit.NewText(d.p.Country("ES"), kit.TextStyle{})))
	return kit.Framed(kit.Borders{Right: kit.Sized(kit.PaneWidth, 0, pane)}, kit.NewScroll(kit.Pad(kit.Even(kit.PageMargin), rows)))
}

func (d *demo) sections() []kit.Section {
	options := d.countryOptions()
	return []kit.Section{
		{Title: d.p.Entity("contact"), Rows: [][]kit.Field{
			{{ID: "given", Label: d.p.Field("given_name"), Required: true, Control: kit.NewEntry()}, {ID: "family", Label: d.p.Field("family_name"), Required: true, Control: kit.NewEntry()}},
			{{ID: "date", Label: d.p.Field("date"), Control: kit.NewDateEntry(d.words(), d.Now)}, {ID: "time", Label: "HH:MM", Control: kit.NewTimeEntry(d.p.T("fields.wrong_time"))}},
			{{ID: "country", Label: d.p.Field("country"), Control: kit.NewSelect(options, "—")}, {ID: "number", Label: "#", Control: kit.NewNumberEntry(d.p.T("fields.wrong_number"))}},
			{{ID: "language", Label: d.p.Field("preferred_language"), Hint: "ελ, EL", Control: kit.NewParsedEntry(kit.ParsedParams{
				Parse: func(text string) (string, bool) { return strings.ToUpper(text), len([]rune(text)) <= 2 }, Show: func(v string) string { return v },
				Wrong: d.p.T("fields.wrong_number"),
			})}},
			{{ID: "city", Label: d.p.Field("city"), Hint: "A, B, …", Control: kit.NewCombo(kit.ComboParams{Exec: d.Exec, Free: true, Find: d.find})}},
			{{ID: "tags", Label: d.p.Field("country"), Control: kit.NewTags(kit.TagsParams{Exec: d.Exec, Known: options, Free: true, Add: "+"})}},
			{{ID: "rows", Label: d.p.Field("email"), Control: d.emails()}},
		}},
		{ID: "more", Title: d.p.T("record.more"), More: true, Rows: [][]kit.Field{
			{{ID: "notes", Label: d.p.Field("notes"), Control: kit.NewTextArea(4)}},
			{{ID: "check", Label: d.p.Entity("evidence"), Control: kit.NewCheck(d.p.Entity("evidence"))}},
		}},
	}
}

func (d *demo) countryOptions() []kit.Option {
	var out []kit.Option
	for i, code := range countries() {
		out = append(out, kit.Option{Value: code, Text: d.p.Country(code), Note: code, Dot: statuses()[i].tone.Dot()})
	}
	return out
}

func (d *demo) find(_ context.Context, typed string) ([]kit.Option, error) {
	var out []kit.Option
	for _, o := range d.countryOptions() {
		if typed == "" || len(typed) <= len(o.Text) && o.Text[:len(typed)] == typed {
			out = append(out, o)
		}
	}
	return out, nil
}

func (d *demo) emails() kit.Control {
	n := 0
	return kit.NewRowsEditor(kit.RowsParams{
		Add: "+", Move: "Move", NewID: func() string { n++; return fmt.Sprint(n) },
		New: func() []kit.Field {
			return []kit.Field{
				{ID: "address", Label: d.p.Field("email"), Weight: 2, Control: kit.NewEntry()},
				{ID: "country", Label: d.p.Field("country"), Control: kit.NewSelect(d.countryOptions(), "—")},
			}
		},
	})
}

// controlsPage is what is pressed and chosen.
func controlsPage(d *demo) fyne.CanvasObject {
	chips := kit.Flow(8)
	tags := kit.HStack(6)
	for _, s := range statuses() {
		chips.Add(kit.NewStatusChip(d.p.Enum("event_status", s.word), s.tone))
		tags.Add(kit.NewTag(s.word[:2], s.tone, false))
	}
	off := kit.NewButton(kit.ButtonPrimary, d.p.T("shell.save"), nil)
	off.Disable()
	cross := kit.NewCross(d.p.T("shell.cancel"), func() { d.tell("cross") })
	cross.SetTip(d.p.T("shell.cancel"))
	tabs := []kit.Tab{{ID: "a", Text: d.p.Entities("contact")}, {ID: "b", Text: d.p.Entities("event")}, {ID: "c", Text: d.p.Entities("takeaway")}}
	segments := kit.NewSegments(tabs, func(id string) { d.tell("chosen", id) })
	left := kit.VStack(16,
		kit.HStack(10, kit.NewButton(kit.ButtonPrimary, d.p.T("shell.save"), func() { d.tell("primary") }), kit.NewButton(kit.ButtonSecondary, d.p.T("shell.cancel"), func() { d.tell("secondary") }),
			kit.NewButton(kit.ButtonDanger, d.p.T("shell.undo"), func() { d.tell("danger") }), off, kit.NewLink(d.p.T("shell.undo"), func() { d.tell("link") }), cross),
		chips, tags, segments, kit.NewTabs(tabs, func(id string) { d.tell("tab", id) }),
		kit.HStack(8, kit.NewKeycap("Ctrl K"), kit.NewTip(kit.NewIcon(kit.IconBulb(), kit.TokenMuted, 20), d.p.Entity("takeaway")), kit.NewDot(kit.TokenError)),
		kit.Sized(300, 0, kit.NewSearch(d.p.Entities("contact"), "Ctrl F", func(text string) { d.tell("search", text) })),
		kit.NewPressRow(kit.NewListRow(kit.NewDot(kit.TokenOk), kit.NewText(d.p.Country("BE"), kit.TextStyle{Cut: true}), nil, true), func() { d.tell("row") }),
	)
	return kit.NewScroll(kit.Pad(kit.Even(kit.PageMargin), left))
}
