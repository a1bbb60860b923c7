package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func testBoard(log *told, cards int) *Board {
	b := NewBoard(BoardParams{Name: "Follow-ups", Empty: "Nothing here", OnPick: func(id string) { log.add("pick", id) },
		OnOpen: func(id string) { log.add("open", id) }, OnMove: func(id, a, z string) { log.add("move", id, a, z) }})
	all := []BoardCard{
		{ID: "1", Column: "todo", Title: "Write to the growers' association about the buses", Note: "Δείγμα", Chip: "5 Jun", Tone: ToneLate},
		{ID: "2", Column: "todo", Title: "Send the summary", Chip: "12 Jun", Tone: ToneIdea},
		{ID: "3", Column: "done", Title: "Μετάφραση του ενημερωτικού δελτίου στα ιταλικά και στα ισπανικά"},
		{ID: "4", Column: "done", Title: "Fixed", Fixed: true}, {ID: "5", Column: "nowhere", Title: "None"},
	}
	for i := range cards {
		all = append(all, BoardCard{ID: fmt.Sprint("x", i), Column: "todo", Title: fmt.Sprint("Another ", i)})
	}
	b.Set([]BoardColumn{{"todo", "To do", ToneIdea}, {"doing", "Under way", TonePlanned}, {"done", "Done", ToneHeld}}, all)
	return b
}

func TestBoardKeyboard(t *testing.T) {
	start(t)
	var log told
	b := testBoard(&log, 0)
	c := show(t, b, 700, 400)
	c.FocusNext()
	key(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyUp, fyne.KeyLeft, fyne.KeyReturn)
	if got := log.take(); got != "pick 1; pick 2; pick 4; pick 3; pick 1; open 1" {
		t.Errorf("told %q", got)
	}
	shortcut(c, fyne.KeyModifierControl, fyne.KeyLeft)
	shortcut(c, fyne.KeyModifierControl, fyne.KeyRight)
	shortcut(c, fyne.KeyModifierControl, fyne.KeyRight)
	if got := log.take(); got != "move 1 todo doing; move 1 doing done" || b.Picked() != "1" {
		t.Errorf("told %q", got)
	}
	if b.columns[0].count.Text != "1" || b.columns[2].count.Text != "3" || !b.columns[1].empty.Visible() {
		t.Error("the counts do not follow")
	}
	b.Pick("4")
	shortcut(c, fyne.KeyModifierControl, fyne.KeyLeft)
	if got := log.take(); got != "" {
		t.Errorf("what is fixed moved: %q", got)
	}
}

func TestBoardMouse(t *testing.T) {
	start(t)
	var log told
	b := testBoard(&log, 0)
	c := show(t, b, 700, 400)
	test.Tap(b.card("2"))
	test.Drag(c, b.card("3").Position().AddXY(20, 10), -240, 5)
	test.Drag(c, b.card("4").Position().AddXY(20, 10), -240, 5)
	test.Drag(c, b.card("2").Position().AddXY(20, 10), 10, 60)
	if got := log.take(); got != "pick 2; open 2; move 3 done doing" || c.Focused() != fyne.Focusable(b) {
		t.Errorf("told %q", got)
	}
	if b.body.ghost.Visible() || b.card("3").Position().X < b.columns[1].pos.X {
		t.Error("the card is not where it was dropped")
	}
}

func TestBoardFitsItsPlace(t *testing.T) {
	start(t)
	var log told
	b := testBoard(&log, 20)
	c := show(t, b, 700, 400)
	c.Focus(b)
	key(c, fyne.KeyEnd)
	if b.scroll.Offset.Y == 0 || b.Picked() != "x19" {
		t.Errorf("the last card is not in view: %v, picked %s", b.scroll.Offset, b.Picked())
	}
	if b.body.stacked(700) || !b.body.stacked(500) {
		t.Error("columns stand under each other in the wrong width")
	}
	b.Resize(fyne.NewSize(400, 400))
	if b.columns[1].pos.X != 0 || b.columns[1].pos.Y < b.columns[0].size.Height {
		t.Errorf("the second column stands at %v", b.columns[1].pos)
	}
	test.Drag(c, fyne.NewPos(20, 50), 0, 10)
}

func TestGalleryBoard(t *testing.T) {
	for name, scale := range map[string]float32{"board": 1, "board-large": 1.5} {
		picture(t, name, scale, fyne.NewSize(760, 420), func() (fyne.CanvasObject, func(fyne.Canvas)) {
			var log told
			b := testBoard(&log, 1)
			return Pad(Even(20), b), func(c fyne.Canvas) {
				c.Focus(b)
				if scale == 1 {
					b.body.drag(b.card("2"), fyne.NewPos(300, 120))
				}
			}
		})
	}
}
