package docx

import (
	"regexp"
	"strings"
	"testing"
)

// Whoever opens a document finds its contents whole, each entry leading to its heading, and is asked nothing.
func TestContentsAreWholeAtOnce(t *testing.T) {
	found := written(t, full(t))
	if strings.Contains(found["word/settings.xml"], "updateFields") {
		t.Error("Word asks whether to update fields")
	}
	text := found["word/document.xml"]
	if strings.Contains(text, "PAGEREF") || strings.Contains(text, "…") {
		t.Error("a page is still to be filled in")
	}
	entries := regexp.MustCompile(`<w:hyperlink w:anchor="(_Toc\d+)" w:history="1"><w:r><w:t xml:space="preserve">([^<]*)</w:t></w:r></w:hyperlink>`).FindAllStringSubmatch(text, -1)
	var said []string
	for _, e := range entries {
		said = append(said, e[2])
		at := strings.Index(text, `w:name="`+e[1]+`"`)
		if at < 0 || !strings.Contains(text[at:at+200], ">"+e[2]+"<") {
			t.Errorf("the entry %q does not lead to its heading", e[2])
		}
	}
	if strings.Join(said, ", ") != "First, Second" {
		t.Errorf("the contents have %q", said)
	}
	if strings.Count(text, `w:fldCharType="begin"`) != strings.Count(text, `w:fldCharType="end"`) {
		t.Error("a field is not closed")
	}
}

func TestColumnsBreakNoWords(t *testing.T) {
	columns := []Column{{Header: "Τίτλος", Width: 60}, {Header: "N", Width: 30}, {Header: "Συμμετέχοντες", Width: 10, Right: true}}
	rows := func(words ...string) [][]Cell {
		cells := make([]Cell, len(words))
		for i, w := range words {
			cells[i] = Text(w)
		}
		return [][]Cell{cells}
	}
	sum := func(widths []int) (n int) {
		for _, w := range widths {
			n += w
		}
		return n
	}
	usual := share(columns, nil)
	if want := []int{textWidth * 60 / 100, textWidth * 30 / 100, textWidth - textWidth*60/100 - textWidth*30/100}; usual[0] != want[0] || usual[1] != want[1] || usual[2] != want[2] {
		t.Errorf("declared widths are not kept: %v, want %v", usual, want)
	}
	// Measured in Calibri 9.5 bold the word takes 1,296 twentieths of a point.
	wider := share(columns, rows("Τίτλος", "N", "Συμμετέχοντες"))
	if wider[2] < 1296+cellMargins || sum(wider) != textWidth || wider[0] < 2000 || wider[1] < cellMargins {
		t.Errorf("a word is broken: %v", wider)
	}
	// What has no room at all is left as it was declared.
	if long := strings.Repeat("α", longestKept); sum(share(columns, rows(long, long, long))) != textWidth {
		t.Error("the table is not as wide as the page")
	}
	none := []Column{{Width: 1}, {Width: 1}, {Width: 1}, {Width: 1}}
	long := strings.Repeat("α", longestKept)
	for _, w := range share(none, rows(long, long, long, long)) {
		if w < textWidth/4-4 || w > textWidth/4+4 {
			t.Errorf("columns that can't be helped are moved: %d", w)
		}
	}
}
