package pdf

import (
	"bytes"
	"testing"

	"primadesk/reports/workbook"
)

// Many documents are written with the fonts of one trial, each as if it were the first, and what is tried out does not pile up.
func TestPressWritesEachAsTheFirst(t *testing.T) {
	onePage := func(name string, rows int) workbook.Workbook {
		return workbook.Workbook{Sheets: []workbook.Sheet{{
			Name: name, Layout: workbook.Form, OnePage: true, Blocks: []workbook.Block{workbook.Heading{Text: name}, towns("list", many(rows)...)},
		}}}
	}
	bad := onePage("bad", 1)
	bad.Sheets[0].Blocks = append(bad.Sheets[0].Blocks, workbook.Picture{PNG: []byte("no picture")})
	documents := []workbook.Workbook{onePage("a", 5), example(t), onePage("b", 60), onePage("c", 300), onePage("a", 5)}
	fresh := make([][]byte, len(documents))
	for i, w := range documents {
		fresh[i], _ = write(t, w)
	}
	var press Press
	trials := map[*canvas]bool{}
	for round := range 25 {
		for i, w := range documents {
			var out bytes.Buffer
			if _, err := press.Write(t.Context(), &out, w, english); err != nil || !bytes.Equal(out.Bytes(), fresh[i]) {
				t.Fatalf("document %d of round %d is another than alone: %v", i, round, err)
			}
			if most := mostTried + len(zooms)*10; press.trial.pdf.PageCount() > most {
				t.Fatalf("%d pages were tried", press.trial.pdf.PageCount())
			}
			trials[press.trial] = true
		}
	}
	if len(trials) < 2 || len(trials) > 25 {
		t.Errorf("%d trials for %d documents", len(trials), 25*len(documents))
	}
	for _, w := range []workbook.Workbook{bad, documents[0]} {
		if _, err := press.Write(t.Context(), &bytes.Buffer{}, w, english); (err != nil) != (len(w.Sheets[0].Blocks) == 3) {
			t.Errorf("%s: %v", w.Sheets[0].Name, err)
		}
	}
}
