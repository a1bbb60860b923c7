package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
)

// IconHome and those that follow are the icons of the rail, drawn as lines of one weight; Fyne has none for most of them.
func IconHome() fyne.Resource {
	return lineIcon("home", `<path d="M4 11 L12 4 L20 11 V20 H4 Z"/><path d="M9.5 20 V14 H14.5 V20"/>`)
}

// IconPeople stands for contacts.
func IconPeople() fyne.Resource {
	return lineIcon("people", `<path d="M9 4.5 a3.7 3.7 0 1 0 0.01 0 Z"/><path d="M2.5 20 V18.5 C2.5 15.5 5 14.5 9 14.5 C13 14.5 15.5 15.5 15.5 18.5 V20 Z"/><path d="M15.5 4.8 C18.5 5.3 18.5 10.7 15.5 11.3"/><path d="M18 14.8 C20.5 15.6 21.5 17 21.5 20"/>`)
}

// IconBuildings stands for organisations.
func IconBuildings() fyne.Resource {
	return lineIcon("buildings", `<path d="M3 20.5 H21"/><path d="M5 20.5 V4 H14 V20.5"/><path d="M14 9.5 H19 V20.5"/><path d="M8 8 H8.1 M11 8 H11.1 M8 12 H8.1 M11 12 H11.1 M8 16 H8.1 M11 16 H11.1 M16.5 13 H16.6 M16.5 16.5 H16.6"/>`)
}

// IconCalendar stands for events.
func IconCalendar() fyne.Resource {
	return lineIcon("calendar", `<path d="M4 6 H20 V20.5 H4 Z"/><path d="M4 10.5 H20"/><path d="M8.5 3 V7.5"/><path d="M15.5 3 V7.5"/>`)
}

// IconBulb stands for takeaways.
func IconBulb() fyne.Resource {
	return lineIcon("bulb", `<path d="M9 17.5 C9 15 6 14 6 9.5 C6 6 8.7 3.5 12 3.5 C15.3 3.5 18 6 18 9.5 C18 14 15 15 15 17.5 Z"/><path d="M10 21 H14"/>`)
}

// IconFlag stands for the project.
func IconFlag() fyne.Resource {
	return lineIcon("flag", `<path d="M5.5 21.5 V4"/><path d="M5.5 4.5 H18.5 L16 9 L18.5 13.5 H5.5"/>`)
}

// IconSheet stands for reports.
func IconSheet() fyne.Resource {
	return lineIcon("sheet", `<path d="M5.5 3.5 H14 L18.5 8 V20.5 H5.5 Z"/><path d="M14 3.5 V8 H18.5"/><path d="M9 12.5 H15 M9 16.5 H15"/>`)
}

// IconLetter stands for the newsletter.
func IconLetter() fyne.Resource {
	return lineIcon("letter", `<path d="M3.5 5.5 H20.5 V18.5 H3.5 Z"/><path d="M3.5 6.5 L12 13 L20.5 6.5"/>`)
}

// IconExchange stands for the exchange of packages.
func IconExchange() fyne.Resource {
	return lineIcon("exchange", `<path d="M3.5 8 H20"/><path d="M16.5 4.5 L20 8 L16.5 11"/><path d="M20.5 16 H4"/><path d="M7.5 13 L4 16 L7.5 19.5"/>`)
}

// IconGear stands for settings.
func IconGear() fyne.Resource {
	return lineIcon("gear", `<path d="M12 8.5 a3.5 3.5 0 1 0 0.01 0 Z"/><path d="M12 2.5 V5.5 M12 18.5 V21.5 M2.5 12 H5.5 M18.5 12 H21.5 M5.3 5.3 L7.4 7.4 M16.6 16.6 L18.7 18.7 M18.7 5.3 L16.6 7.4 M7.4 16.6 L5.3 18.7"/>`)
}

// IconSearch is the magnifier of search fields.
func IconSearch() fyne.Resource {
	return lineIcon("search", `<path d="M10.5 4 a6.5 6.5 0 1 0 0.01 0 Z"/><path d="M15.5 15.5 L20.5 20.5"/>`)
}

// IconColumns stands for the choice of columns.
func IconColumns() fyne.Resource {
	return lineIcon("columns", `<path d="M4 5 H20 V19 H4 Z"/><path d="M9.3 5 V19 M14.7 5 V19"/>`)
}

// The bundled font has no ticks, crosses and triangles: these small marks are drawn too.
func iconTick() fyne.Resource {
	return lineIcon("tick", `<path d="M5.5 12.5 L10 17 L18.5 7.5"/>`)
}

func iconCross() fyne.Resource {
	return lineIcon("cross", `<path d="M5.5 5.5 L18.5 18.5 M18.5 5.5 L5.5 18.5"/>`)
}

func iconDown() fyne.Resource { return solidIcon("down", `<path d="M4 8 H20 L12 18 Z"/>`) }

func iconRight() fyne.Resource { return solidIcon("right", `<path d="M7 4 V20 L18 12 Z"/>`) }

func iconUp() fyne.Resource { return solidIcon("up", `<path d="M4 17 H20 L12 7 Z"/>`) }

func iconAxisUp() fyne.Resource {
	return lineIcon("axis-up", `<path d="M12 21 V4 M5 11 L12 4 L19 11"/>`)
}

func iconAxisRight() fyne.Resource {
	return lineIcon("axis-right", `<path d="M3 12 H20 M13 5 L20 12 L13 19"/>`)
}

// lineDrawing is an icon of lines. Fyne recolours fills only, so the colour is written into the drawing.
type lineDrawing struct {
	name, paths string
	solid       bool // filled instead
}

func lineIcon(name, paths string) fyne.Resource { return &lineDrawing{name: name, paths: paths} }

func solidIcon(name, paths string) fyne.Resource {
	return &lineDrawing{name: name, paths: paths, solid: true}
}

// Name implements fyne.Resource.
func (l *lineDrawing) Name() string { return l.in(TokenText).Name() }

// Content implements fyne.Resource, in the text's colour.
func (l *lineDrawing) Content() []byte { return l.in(TokenText).Content() }

func (l *lineDrawing) in(token Token) fyne.Resource {
	r, g, b, _ := token.Color().RGBA()
	ink := fmt.Sprintf("%02x%02x%02x", r>>8, g>>8, b>>8)
	group := `<g fill="none" stroke="#` + ink + `" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">`
	if l.solid {
		group = `<g fill="#` + ink + `">`
	}
	// The colour is part of the name because Fyne keeps drawn icons by name.
	return fyne.NewStaticResource("primadesk-"+l.name+"-"+ink+".svg", []byte(
		`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`+group+l.paths+`</g></svg>`))
}

// iconGrip marks what can be dragged to another place.
func iconGrip() fyne.Resource {
	return solidIcon("grip", `<path d="M7 3 h4 v4 h-4 Z M13 3 h4 v4 h-4 Z M7 10 h4 v4 h-4 Z M13 10 h4 v4 h-4 Z M7 17 h4 v4 h-4 Z M13 17 h4 v4 h-4 Z"/>`)
}

// IconClock stands for history: a clock that is turned back.
func IconClock() fyne.Resource {
	return lineIcon("clock", `<path d="M12 3.5 a8.5 8.5 0 1 0 0.01 0 Z"/><path d="M12 7.5 V12.3 L15.2 14.4"/>`)
}

// IconHelp stands for the manual.
func IconHelp() fyne.Resource {
	return lineIcon("help", `<path d="M12 3.5 a8.5 8.5 0 1 0 0.01 0 Z"/><path d="M9.6 9.6 C9.6 6.6 14.4 6.6 14.4 9.6 C14.4 11.6 12 11.6 12 13.8"/><path d="M12 16.8 V16.9"/>`)
}

// IconTick marks what is chosen in a list.
func IconTick() fyne.Resource { return iconTick() }
