package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// GridCell is what a cell of a Grid shows: a word on its colour, and a few more under it. An empty one shows nothing, and is
// passed over by the keyboard.
type GridCell struct {
	Text  string
	Tone  Tone
	Notes []string // a line each
}

func (c GridCell) empty() bool { return c.Text == "" && len(c.Notes) == 0 }

// GridParams is what a Grid is made from. The funcs may be nil.
type GridParams struct {
	Name     string // what the keyboard is said to be at
	OnSelect func(row, column int)
	OnOpen   func(row, column int) // Enter, or a click on the cell that is selected
}

// Grid is a small table of which each cell stands for something of its own, such as a partner in a period. It has the keyboard
// as a whole: the arrow keys go from cell to cell, Home and End to the first and last of a row, Enter opens.
type Grid struct {
	widget.BaseWidget
	named
	p       GridParams
	columns []string
	rows    []string
	cells   [][]GridCell
	row, at int // the cell that is selected
	focused bool
	grounds [][]*Box
	scroll  *container.Scroll
	layout  *gridLayout
}

// NewGrid makes an empty grid.
func NewGrid(p GridParams) *Grid {
	g := &Grid{p: p, layout: &gridLayout{}}
	g.name = p.Name
	g.scroll = container.NewScroll(container.New(g.layout))
	g.ExtendBaseWidget(g)
	return g
}

// Set changes all that the grid shows: the titles of columns and rows, and a row of cells each. The same cell stays selected,
// as far as it is there.
func (g *Grid) Set(columns, rows []string, cells [][]GridCell) {
	g.columns, g.rows, g.cells = columns, rows, cells
	g.row, g.at = min(g.row, max(0, len(rows)-1)), min(g.at, max(0, len(columns)-1))
	objs := []fyne.CanvasObject{NewSpace(0, 0)}
	for _, title := range columns {
		objs = append(objs, Pad(Sides(6, 10), NewText(title, TextStyle{Size: TextSmall, Token: TokenMuted, Cut: true})))
	}
	g.grounds = make([][]*Box, len(rows))
	for i, title := range rows {
		objs = append(objs, Pad(Sides(12, 10), VStack(0, NewText(title, TextStyle{Bold: true, Cut: true}))))
		for _, c := range cells[i] {
			ground := NewBox(BoxStyle{})
			g.grounds[i] = append(g.grounds[i], ground)
			objs = append(objs, Stack(ground, Pad(Sides(9, 10), drawnCell(c))))
		}
	}
	g.layout.columns = len(columns) + 1
	g.scroll.Content.(*fyne.Container).Objects = objs
	g.paint()
	g.scroll.Content.Refresh()
	g.scroll.Refresh()
}

func drawnCell(c GridCell) fyne.CanvasObject {
	box := VStack(3)
	if c.Text != "" {
		box.Add(HStack(0, NewStatusChip(c.Text, c.Tone), NewSpring()))
	}
	for _, note := range c.Notes {
		box.Add(NewText(note, TextStyle{Size: TextSmall, Token: TokenMuted, Cut: true}))
	}
	return box
}

// Selected is the cell that is selected.
func (g *Grid) Selected() (row, column int) { return g.row, g.at }

// Select selects a cell without telling.
func (g *Grid) Select(row, column int) {
	if row >= 0 && row < len(g.rows) && column >= 0 && column < len(g.columns) {
		g.row, g.at = row, column
		g.paint()
		g.inView()
	}
}

func (g *Grid) choose(row, column int) {
	g.Select(row, column)
	if g.p.OnSelect != nil {
		g.p.OnSelect(g.row, g.at)
	}
}

// step goes on to the next cell in a direction that shows something.
func (g *Grid) step(down, across int) {
	row, at := g.row, g.at
	for {
		row, at = row+down, at+across
		if row < 0 || row >= len(g.rows) || at < 0 || at >= len(g.columns) {
			return
		}
		if !g.cells[row][at].empty() {
			g.choose(row, at)
			return
		}
	}
}

// inView scrolls as far as the selected cell needs to be seen.
func (g *Grid) inView() {
	if len(g.grounds) == 0 || g.scroll.Size().IsZero() {
		return
	}
	at, size := g.layout.spot(g.row, g.at)
	off, view := g.scroll.Offset, g.scroll.Size()
	off.X = max(min(off.X, at.X), at.X+size.Width-view.Width)
	off.Y = max(min(off.Y, at.Y), at.Y+size.Height-view.Height)
	g.scroll.ScrollToOffset(fyne.NewPos(max(0, off.X), max(0, off.Y)))
}

func (g *Grid) paint() {
	for i, row := range g.grounds {
		for j, ground := range row {
			style := BoxStyle{Radius: ControlRadius}
			if i == g.row && j == g.at {
				style.Fill = TokenSelected
				if g.focused {
					style.Stroke, style.StrokeWidth = TokenFocus, 2
				}
			}
			ground.SetStyle(style)
		}
	}
}

// FocusGained implements fyne.Focusable.
func (g *Grid) FocusGained() { g.focused = true; g.paint() }

// FocusLost implements fyne.Focusable.
func (g *Grid) FocusLost() { g.focused = false; g.paint() }

// TypedRune implements fyne.Focusable.
func (g *Grid) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (g *Grid) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		g.step(-1, 0)
	case fyne.KeyDown:
		g.step(1, 0)
	case fyne.KeyLeft:
		g.step(0, -1)
	case fyne.KeyRight:
		g.step(0, 1)
	case fyne.KeyHome:
		g.choose(g.row, 0)
	case fyne.KeyEnd:
		g.choose(g.row, len(g.columns)-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		g.open()
	default:
		passKey(g, ev)
	}
}

func (g *Grid) open() {
	if g.p.OnOpen != nil && g.row < len(g.cells) && g.at < len(g.cells[g.row]) && !g.cells[g.row][g.at].empty() {
		g.p.OnOpen(g.row, g.at)
	}
}

// Tapped implements fyne.Tappable: a click selects a cell, one on the cell that is selected opens it.
func (g *Grid) Tapped(ev *fyne.PointEvent) {
	had := g.focused
	focus(g)
	row, at, ok := g.layout.cellAt(ev.Position.Add(g.scroll.Offset))
	switch {
	case !ok || row >= len(g.cells) || g.cells[row][at].empty():
	case had && row == g.row && at == g.at:
		g.open()
	default:
		g.choose(row, at)
	}
}

// Held implements Holder.
func (g *Grid) Held() []fyne.CanvasObject { return []fyne.CanvasObject{g.scroll} }

// CreateRenderer implements fyne.Widget.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer { return newWrap(g, g.scroll, g.paint) }
