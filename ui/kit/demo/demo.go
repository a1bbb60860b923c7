package main

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"primadesk/assets/i18n"
	"primadesk/ui/kit"
)

type params struct {
	Now    func() time.Time
	Exec   kit.Exec
	Show   func(fyne.CanvasObject) // puts content into the window
	Canvas func() fyne.Canvas
	Lang   string
}

// demo is the window: pages at the left, switches at the top, and at the bottom what a widget has just told.
type demo struct {
	params
	p      *i18n.Printer
	look   kit.ThemeParams
	page   string
	status *kit.StatusBar
	toasts *kit.Toasts
}

type page struct {
	id    string
	icon  fyne.Resource
	build func(*demo) fyne.CanvasObject
}

func pages() []page {
	return []page{
		{"Table", kit.IconColumns(), tablePage}, {"Form", kit.IconPeople(), formPage}, {"Calendar", kit.IconCalendar(), calendarPage},
		{"Grid", kit.IconExchange(), gridPage}, {"Board", kit.IconFlag(), boardPage}, {"Quadrant", kit.IconBuildings(), quadrantPage}, {"Texts", kit.IconBulb(), textsPage},
		{"Controls", kit.IconGear(), controlsPage}, {"Figures", kit.IconSheet(), figuresPage}, {"Frames", kit.IconHome(), framesPage},
	}
}

func newDemo(p params) *demo {
	return &demo{params: p, p: i18n.For(p.Lang), look: kit.ThemeParams{Look: kit.LookLight, Scale: 1}, page: pages()[0].id}
}

// apply puts the theme into force.
func (d *demo) apply() { kit.Apply(d.look) }

// tell shows what a widget called back.
func (d *demo) tell(what string, args ...any) {
	d.status.Set(kit.TokenOk, strings.TrimSpace(what+" "+strings.Trim(fmt.Sprintln(args...), "\n")))
}

// rebuild makes the window's content anew.
func (d *demo) rebuild() {
	d.status = kit.NewStatusBar()
	d.toasts = kit.NewToasts(d.Exec.After)
	var items []kit.RailItem
	holder := kit.Stack()
	for _, p := range pages() {
		items = append(items, kit.RailItem{ID: p.id, Text: p.id, Icon: p.icon})
		if p.id == d.page {
			holder.Add(p.build(d))
		}
	}
	rail := kit.NewRail(kit.RailParams{Mark: "K", Name: "kit", Items: items, Chosen: func(id string) {
		d.page = id
		d.rebuild()
	}})
	rail.Choose(d.page)
	d.Show(kit.Stack(
		kit.NewBox(kit.BoxStyle{Fill: kit.TokenGround}),
		kit.Framed(kit.Borders{Left: rail}, kit.Framed(kit.Borders{Top: d.switches(), Bottom: d.status}, holder)),
		kit.NewTips(d.Exec.After), d.toasts,
	))
}

// switches are those of theme, scale and language.
func (d *demo) switches() fyne.CanvasObject {
	looks := kit.NewSegments([]kit.Tab{{ID: string(kit.LookLight), Text: d.p.T("shell.theme.light")}, {ID: string(kit.LookDark), Text: d.p.T("shell.theme.dark")}},
		func(id string) {
			d.look.Look = kit.Look(id)
			d.apply()
		})
	looks.Choose(string(d.look.Look))
	scales := kit.NewSegments([]kit.Tab{{ID: "0.8", Text: "0.8"}, {ID: "1", Text: "1"}, {ID: "1.5", Text: "1.5"}, {ID: "2", Text: "2"}}, func(id string) {
		if _, err := fmt.Sscan(id, &d.look.Scale); err == nil {
			d.apply()
		}
	})
	scales.Choose(fmt.Sprint(d.look.Scale))
	var tabs []kit.Tab
	for _, lang := range i18n.Languages {
		tabs = append(tabs, kit.Tab{ID: lang, Text: lang})
	}
	langs := kit.NewSegments(tabs, func(id string) {
		d.p = i18n.For(id)
		d.rebuild()
	})
	langs.Choose(d.p.Lang())
	return kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}), kit.Framed(kit.Borders{Bottom: kit.NewLine()},
		kit.Pad(kit.Sides(10, kit.PageMargin), kit.HStack(16, looks, scales, langs))))
}

// words are how dates are written in the language that is chosen.
func (d *demo) words() kit.DateWords {
	w := kit.DateWords{
		Format: func(t time.Time) string { return d.p.MediumDate(t.Format(time.DateOnly)) },
		Wrong:  d.p.T("fields.wrong_date"),
	}
	for m := time.January; m <= time.December; m++ {
		w.Months[m-1], w.InDates[m-1] = d.p.MonthName(m), d.p.MonthShort(m)
	}
	for i := range 7 {
		w.Weekdays[i] = d.p.WeekdayShort(time.Weekday((i + 1) % 7))
	}
	return w
}

// statuses are an event's, with their tones.
func statuses() []struct {
	word string
	tone kit.Tone
} {
	return []struct {
		word string
		tone kit.Tone
	}{
		{"idea", kit.ToneIdea}, {"planned", kit.TonePlanned}, {"confirmed", kit.ToneConfirmed}, {"held", kit.ToneHeld},
		{"reported", kit.ToneReported}, {"postponed", kit.TonePostponed}, {"cancelled", kit.ToneCancelled},
	}
}

// countries are those of the sample rows.
func countries() []string { return []string{"EL", "BE", "IT", "CY", "ES"} }

func (d *demo) day(days int) string { return d.Now().AddDate(0, 0, days).Format(time.DateOnly) }
