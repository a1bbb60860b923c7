package kit

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// boxed is a table's source with a name between two boxes.
type boxed struct{}

func (boxed) Len() int                 { return 3 }
func (boxed) Need(int, int)            {}
func (boxed) Row(i int) ([]Cell, bool) { return []Cell{{On: i == 1}, {Text: "x"}, {On: true}}, true }

func TestTableWithSeveralBoxes(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(NewTheme(ThemeParams{}))
	var turned []string
	table := NewTable(TableParams{
		Columns: []Column{{ID: "came", Width: 22, Kind: CellCheck}, {ID: "name", Width: 80}, {ID: "photos", Width: 22, Kind: CellCheck}}, Source: boxed{},
		OnBox: func(row int, column string, on bool) { turned = append(turned, fmt.Sprint(row, column, on)) },
	})
	w := app.NewWindow("")
	defer w.Close()
	w.SetContent(table)
	w.Resize(fyne.NewSize(400, 300))
	table.Select(1)
	test.Type(table, "2")
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	table.click(2, table.body.spans[2].x+1)
	test.Type(table, "9")
	if want := []string{"1photosfalse", "1camefalse", "2photosfalse"}; !slices.Equal(turned, want) {
		t.Errorf("%v, want %v", turned, want)
	}
}
