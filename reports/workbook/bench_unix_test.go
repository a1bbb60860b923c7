//go:build unix

package workbook

import (
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"primadesk/reports/reporttest"
)

// The benchmark's sheet: texts in three scripts, whole numbers, decimals and dates.
const (
	benchRows    = 100_000
	benchColumns = 20
)

type benchRow int

func benchText(row, column int) string {
	words := [...]string{"Région du Péloponnèse", "Εκδήλωση δικτύωσης", "Networking event", "Mesa redonda"}
	return words[(row+column)%len(words)] + " " + strconv.Itoa(row)
}

var benchDay = time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)

func benchSequence() iter.Seq2[benchRow, error] {
	return func(yield func(benchRow, error) bool) {
		for row := range benchRows {
			if !yield(benchRow(row), nil) {
				return
			}
		}
	}
}

func benchWorkbook() Workbook {
	columns := make([]Column[benchRow], benchColumns)
	for i := range columns {
		column := Column[benchRow]{ID: fmt.Sprintf("c%d", i), Header: fmt.Sprintf("Column %d", i)}
		switch i % 4 {
		case 0, 1:
			column.Value = func(r benchRow) Cell { return Text(benchText(int(r), i)) }
		case 2:
			column.Kind, column.Total = KindInt, Sum()
			column.Value = func(r benchRow) Cell { return Int(int(r) * i) }
		default:
			column.Kind = KindDate
			column.Value = func(r benchRow) Cell { return Date(benchDay.AddDate(0, 0, int(r)%900)) }
		}
		columns[i] = column
	}
	return Workbook{Sheets: []Sheet{{Name: "Register", Title: "Register", Blocks: []Block{
		Table[benchRow]{ID: "register", Columns: columns, Rows: benchSequence(), Expected: benchRows},
	}}}}
}

// toolkit writes the sheet as reports do.
func toolkit(_ testing.TB, path string) error {
	return WriteFile(context.Background(), path, benchWorkbook(), Options{})
}

// bare writes the same cells, with styles, as excelize's documentation does.
func bare(_ testing.TB, path string) error {
	file := excelize.NewFile(excelize.Options{TmpDir: filepath.Dir(path)})
	defer func() { _ = file.Close() }()
	stream, err := file.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	var looks [4]int
	format := "dd/mm/yyyy"
	for i := range looks {
		style := look{below: colourLine}.excel()
		if i == 3 {
			style.CustomNumFmt = &format
		}
		if looks[i], err = file.NewStyle(style); err != nil {
			return err
		}
	}
	for row := range benchRows {
		values := make([]any, benchColumns)
		for i := range values {
			cell := excelize.Cell{StyleID: looks[i%4]}
			switch i % 4 {
			case 0, 1:
				cell.Value = benchText(row, i)
			case 2:
				cell.Value = row * i
			default:
				cell.Value = benchDay.AddDate(0, 0, row%900)
			}
			values[i] = cell
		}
		if err := stream.SetRow("A"+strconv.Itoa(row+1), values); err != nil {
			return err
		}
	}
	if err := stream.Flush(); err != nil {
		return err
	}
	return file.SaveAs(path)
}

// childMode names the variable by which the test binary, run again, knows that it is to write one sheet and tell what it took.
const childMode = "WORKBOOK_BENCH_CHILD"

var ways = reporttest.Ways{"toolkit": toolkit, "bare": bare}

// TestBenchmarkChild is the body of the child processes.
func TestBenchmarkChild(t *testing.T) { ways.Child(t, childMode) }

// BenchmarkRegister compares 100,000 rows of 20 columns through the toolkit with a bare stream of the same cells, each in a process
// of its own, in turns. Limits: 1.3 times the CPU, 120 MB.
func BenchmarkRegister(b *testing.B) {
	reporttest.Compare(b, "TestBenchmarkChild", childMode, "toolkit", "bare", reporttest.Limits{CPU: 1.3, Memory: 120})
}
