package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// weighed is a Quadrant over a few points, and what it told.
type weighed struct {
	*Quadrant
	told []string
}

func weigh(points ...QuadrantPoint) *weighed {
	w := &weighed{}
	w.Quadrant = NewQuadrant(QuadrantParams{
		Up: "Power", Across: "Interest", Quarters: [4]string{"Keep satisfied", "Manage closely", "Monitor", "Keep informed"},
		Tray: func(n int) string { return fmt.Sprintf("Not placed yet (%d)", n) }, TrayHint: "Drag, or Enter and arrows",
		OnPick: func(id string) { w.told = append(w.told, "pick "+id) },
		OnOpen: func(id string) { w.told = append(w.told, "open "+id) },
		OnMove: func(id string, up, across int) { w.told = append(w.told, fmt.Sprintf("move %s %d %d", id, up, across)) },
	})
	w.SetPoints(points)
	return w
}

func (w *weighed) heard() string {
	out := strings.Join(w.told, ", ")
	w.told = nil
	return out
}

func few() []QuadrantPoint {
	return []QuadrantPoint{
		{ID: "a", Label: "Harbour union", Tone: ToneHeld, Up: 5, Across: 1}, {ID: "b", Label: "Region", Tone: TonePlanned, Up: 5, Across: 5},
		{ID: "c", Label: "Growers", Tone: ToneLate, Up: 5, Across: 5}, {ID: "d", Label: "School", Tone: ToneNeutral, Up: 1, Across: 1},
		{ID: "w", Label: "Radio", Tone: ToneNeutral}, {ID: "x", Label: "Museum", Tone: ToneNeutral, Up: 2},
	}
}

func TestQuadrantKeys(t *testing.T) {
	start(t)
	w := weigh(few()...)
	c := show(t, w.Quadrant, 900, 600)
	w.Focus()
	key(c, fyne.KeyRight, fyne.KeyDown, fyne.KeyHome, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyUp, fyne.KeyUp)
	key(c, fyne.KeyReturn, fyne.KeyUp, fyne.KeyLeft, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyUp, fyne.KeyEscape)
	want := "pick b, pick c, pick a, pick d, open d, pick x, pick w, move w 4 2, pick x"
	if got := w.heard(); got != want {
		t.Errorf("told %s, want %s", got, want)
	}
	if len(w.waiting) != 1 || w.Chosen() != "x" {
		t.Errorf("%d wait, %q is chosen", len(w.waiting), w.Chosen())
	}
}

func TestQuadrantMovesByCtrl(t *testing.T) {
	start(t)
	w := weigh(few()...)
	show(t, w.Quadrant, 900, 600)
	w.Focus()
	w.Choose("d")
	ctrl := func(name fyne.KeyName) {
		w.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault})
	}
	ctrl(fyne.KeyUp)
	ctrl(fyne.KeyUp)
	ctrl(fyne.KeyRight)
	ctrl(fyne.KeyLeft)
	ctrl(fyne.KeyLeft) // the edge
	if got := w.heard(); got != "" {
		t.Errorf("on the way: %s", got)
	}
	w.KeyUp(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
	if got := w.heard(); got != "move d 3 1" {
		t.Errorf("let go: %s", got)
	}
	ctrl(fyne.KeyDown)
	ctrl(fyne.KeyUp)
	w.FocusLost()
	if got := w.heard(); got != "" {
		t.Errorf("there and back: %s", got)
	}
	w.Choose("w")
	ctrl(fyne.KeyUp)
	ctrl(fyne.KeyUp)
	w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := w.heard(); got != "move w 4 3" {
		t.Errorf("out of the tray: %s", got)
	}
}

func TestQuadrantMouse(t *testing.T) {
	start(t)
	w := weigh(few()...)
	c := show(t, w.Quadrant, 900, 600)
	at := func(id string) fyne.Position { return w.mark(spot{id: id}).centre() }
	test.TapCanvas(c, at("a"))
	if got := w.heard(); got != "pick a" || w.Chosen() != "a" {
		t.Errorf("a click: %s", got)
	}
	to := w.area.corner(4, 3).AddXY(5, 5)
	from := at("x")
	w.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.AddXY(4, 0)}, Dragged: fyne.NewDelta(4, 0)})
	w.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(1, 1)})
	if up, across, ok := w.area.place(w.drag.at); !ok || up != 4 || across != 3 || w.art.ghost.rect.Hidden {
		t.Errorf("dragged to %d, %d", up, across)
	}
	w.DragEnd()
	if got := w.heard(); got != "pick x, move x 4 3" {
		t.Errorf("a drag: %s", got)
	}
	w.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at("a")}})
	w.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(2, 2)}})
	w.DragEnd()
	if got := w.heard(); got != "" {
		t.Errorf("dragged outside: %s", got)
	}
}

func TestQuadrantOfMany(t *testing.T) {
	start(t)
	points := make([]QuadrantPoint, 500)
	for i := range points {
		points[i] = QuadrantPoint{ID: fmt.Sprint(i), Label: fmt.Sprintf("Organisation %d", i), Up: 1 + i%5, Across: 1 + i/5%5}
	}
	w := weigh(points...)
	c := show(t, w.Quadrant, 900, 600)
	if len(w.marks) != 25 {
		t.Fatalf("%d marks for 500 points, want a bubble a place", len(w.marks))
	}
	m := w.marks[0]
	test.TapCanvas(c, m.centre())
	if w.pop == nil {
		t.Fatal("a bubble opens no list")
	}
	key(c, fyne.KeyDown, fyne.KeyReturn)
	if got := w.heard(); got != "pick "+m.ids[1] || w.pop != nil {
		t.Errorf("picked from the list: %s", got)
	}
	if len(w.marks) != 26 || w.mark(spot{id: m.ids[1]}).bubble() {
		t.Error("the chosen one has no mark of its own")
	}
	w.SetPoints(points[1:2])
	if w.Chosen() != "" || len(w.marks) != 1 {
		t.Errorf("of the one that is left %d marks, %q chosen", len(w.marks), w.Chosen())
	}
}

// TestQuadrantFits looks that nothing is drawn over an edge.
func TestQuadrantFits(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		test.NewTempApp(t).Settings().SetTheme(NewTheme(ThemeParams{Look: LookLight, Scale: scale}))
		points := append(few(), QuadrantPoint{ID: "long", Label: "Ομοσπονδία Αγροτικών Συνεταιρισμών Πελοποννήσου και Δυτικής Ελλάδας", Up: 4, Across: 5})
		w := weigh(points...)
		size := fyne.NewSize(700*scale, 560*scale)
		show(t, w.Quadrant, size.Width, size.Height)
		w.Choose("long")
		for _, o := range w.art.objects() {
			end := o.Position().AddXY(o.Size().Width, o.Size().Height)
			if o.Visible() && (o.Position().X < -3 || o.Position().Y < -3 || end.X > size.Width+3 || end.Y > size.Height+3) {
				t.Errorf("scale %v: %T from %v to %v", scale, o, o.Position(), end)
			}
		}
		if got := w.art.front.text.Text; got != points[6].Label {
			t.Errorf("scale %v: the chosen one reads %q", scale, got)
		}
	}
}

func TestQuadrantPicture(t *testing.T) {
	names := []string{"Δήμος Τρίπολης", "Αγροτικός Συνεταιρισμός Νεμέας", "ΔΥΠΑ", "Περιφέρεια Πελοποννήσου", "Ένωση Μεταναστών Άργους", "Κέντρο Κοινότητας"}
	for name, scale := range map[string]float32{"quadrant": 1, "quadrant-large": 1.5} {
		picture(t, name, scale, fyne.NewSize(980*scale, 640*scale), func() (fyne.CanvasObject, func(fyne.Canvas)) {
			var points []QuadrantPoint
			tones := []Tone{ToneHeld, TonePlanned, ToneNeutral, ToneLate, ToneReported}
			for i := range 34 {
				points = append(points, QuadrantPoint{ID: fmt.Sprint(i), Label: names[i%len(names)], Tone: tones[i%5], Up: 1 + i*i*3%7*2/3, Across: 1 + i*i*i%13/3})
			}
			for i := range 12 {
				points = append(points, QuadrantPoint{ID: "w" + fmt.Sprint(i), Label: names[i%len(names)], Tone: ToneNeutral})
			}
			w := weigh(points...)
			return Pad(Even(20), w.Quadrant), func(fyne.Canvas) {
				w.Focus()
				w.Choose("1")
			}
		})
	}
}
