package workbook

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
)

// Sheets that are packed as soon as they are written give the file that they give when all are packed at the end: with charts, pictures, tables,
// links, data bars and references to sheets that are gone already.
func TestPackingOneByOneIsTheSameFile(t *testing.T) {
	var files [2]bytes.Buffer
	for i, unpacked := range []int{1 << 40, 1} {
		if err := Write(t.Context(), &files[i], sampleWorkbook(t), Options{Scratch: t.TempDir(), unpacked: unpacked}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("the files differ")
	}
}

// forms are sheets of a text each that hardly can be compressed.
func forms(count, length int) (Workbook, []string) {
	random := rand.New(rand.NewPCG(1, 2))
	texts, book := make([]string, count), Workbook{}
	for i := range texts {
		text := make([]byte, length)
		for j := range text {
			text[j] = byte('A' + random.IntN(26))
		}
		texts[i] = string(text)
		table := Table[string]{ID: fmt.Sprint("t", i), Rows: Of(texts[i]), Columns: []Column[string]{{ID: "text", Header: "Text", Value: Text}}}
		book.Sheets = append(book.Sheets, Sheet{Name: fmt.Sprint("Form ", i+1), Layout: Form, Blocks: []Block{table}})
	}
	return book, texts
}

// What is written does not wait in memory for what is not, and what is packed does not all stay in it: the file is right nevertheless.
func TestSheetsArePackedWhileOthersAreWritten(t *testing.T) {
	book, texts := forms(400, 30_000)
	const last = "Form 400"
	told, waiting, most := map[string]int{}, 0, 0
	path := filepath.Join(t.TempDir(), "forms.xlsx")
	err := WriteFile(t.Context(), path, book, Options{Progress: func(_, _ int, sheet string) {
		if told[sheet]++; told[sheet] == 1 { // it is begun
			waiting++
		} else { // it is packed
			waiting--
		}
		if told[last] == 0 {
			most = max(most, waiting)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	if most*30_000 > mostUnpacked*3/2 || waiting != 0 {
		t.Errorf("at most %d sheets wait to be packed, in the end %d", most, waiting)
	}
	file := open(t, path)
	for i, text := range texts {
		if got, err := file.GetCellValue(fmt.Sprint("Form ", i+1), "A2"); err != nil || got != text {
			t.Fatalf("sheet %d holds %.20q, %v", i+1, got, err)
		}
	}
}

func TestPackedPartsGoToAFile(t *testing.T) {
	packed := spill{folder: t.TempDir()}
	defer packed.discard()
	var all []byte
	for i := range 900 {
		piece := bytes.Repeat([]byte{byte(i)}, 3_000)
		all = append(all, piece...)
		if n, err := packed.Write(piece); n != len(piece) || err != nil {
			t.Fatal(n, err)
		}
		if packed.buffer.Len() > memoryPacked {
			t.Fatalf("%d bytes stay in memory", packed.buffer.Len())
		}
	}
	if packed.file == nil || packed.size != int64(len(all)) {
		t.Fatalf("file %v, %d bytes of %d", packed.file, packed.size, len(all))
	}
	for _, part := range [][2]int64{{0, 10}, {1 << 20, 2 << 20}, {2_699_990, 2_700_000}, {5, 5}} {
		var out bytes.Buffer
		if err := packed.copyTo(&out, part[0], part[1]); err != nil || !bytes.Equal(out.Bytes(), all[part[0]:part[1]]) {
			t.Errorf("%v: %d bytes, %v", part, out.Len(), err)
		}
	}
}

// A sheet's text may come in pieces of any length.
func TestPatchingInPieces(t *testing.T) {
	const text = `<worksheet><sheetViews></sheetViews><sheetData><row r="1"></row></sheetDat<row r="2"></row></sheetData><mergeCells/></worksheet>`
	const want = `<worksheet><dimension ref="A1:B2"/><sheetViews></sheetViews><cols><col min="1" max="1" width="7.5" customWidth="1"/></cols>` +
		`<sheetData><row r="1"></row></sheetDat<row r="2"></row></sheetData><mergeCells/></worksheet>`
	for length := 1; length <= len(text); length++ {
		var out bytes.Buffer
		p := &patcher{patch: patch{name: "s", extent: "A1:B2", widths: []float64{7.5}}, out: &out}
		for piece := range slices.Chunk([]byte(text), length) {
			if n, err := p.Write(piece); n != len(piece) || err != nil {
				t.Fatal(n, err)
			}
			for i := range piece { // whoever writes may use the memory again
				piece[i] = '!'
			}
		}
		if err := p.end(); err != nil || out.String() != want {
			t.Fatalf("in pieces of %d: %v\n%s", length, err, out.String())
		}
	}
}
