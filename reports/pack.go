package reports

import (
	"context"
	"errors"
	"io"
	"slices"

	"primadesk/data"
	files "primadesk/reports/publish"
	"primadesk/reports/workbook"
)

// packReport is a ZIP of everything that a deliverable about events consists of, since the Portal takes no workbook alone:
// the workbook, the same tables as PDF and as CSV, an event sheet for each held event, the evidence that may be shown, and an
// index with the SHA-256 of each file.
func packReport() Report {
	return Report{
		Name: "pack", Label: "report.pack.name", Purpose: "report.pack.purpose", Job: JobDeliverable, Ending: ".zip",
		Takes: []Option{
			OptPeriod, OptDates, OptPartner, OptCountry, OptType, OptWorkPackage, OptDeliverable, OptEvent,
			OptFinal, OptPersonalData, OptSeparator,
		},
		make: func(ctx context.Context, src Source, o Options) (document, error) {
			separator, err := separatorOf(o)
			if err != nil {
				return nil, err
			}
			d, err := gather(ctx, src, o)
			if err != nil {
				return nil, err
			}
			k := &pack{d: d, src: src, separator: separator}
			if k.book, err = packed(ctx, d); err != nil {
				return nil, err
			}
			if err := k.ready(ctx); err != nil {
				return nil, err
			}
			return k, k.chooseEvidence(ctx)
		},
	}
}

// Scanner looks for personal data in a file of a pack.
type Scanner interface {
	// Scan reads a file of so many bytes, called as it is in the pack. What it finds stops the pack.
	Scan(ctx context.Context, name string, content io.ReaderAt, size int64) ([]Leak, error)
}

// Leak is a piece of personal data in a file that was about to leave. Its texts are in the report's language.
type Leak struct {
	Place string // where in the file: a sheet and cell, a page, a line
	Kind  string // what it is: a name, an e-mail address
	Text  string // the thing itself, masked
}

// Separators are what may stand between the cells of CSV files, by the words for them.
var Separators = map[string]rune{"comma": ',', "semicolon": ';', "tab": '\t', ",": ',', ";": ';'}

// separatorOf is the one that was asked for, or the one that spreadsheets in the report's language take.
func separatorOf(o Options) (rune, error) {
	if o.Separator == "" {
		if o.Printer.Lang() == "en" {
			return ',', nil
		}
		return ';', nil
	}
	separator, ok := Separators[o.Separator]
	if !ok {
		return 0, data.Fail("report.separator", "Value", o.Separator)
	}
	return separator, nil
}

// pack is the deliverable in all its forms.
type pack struct {
	d         *dossier
	src       Source
	separator rune
	book      workbook.Workbook
	evidence  []enclosure
	left      []leftOut
	parts     []Part
}

// ready refuses a final pack while something is open that a project officer would refuse.
func (k *pack) ready(ctx context.Context) error {
	if !k.d.o.Final {
		return nil
	}
	findings, err := k.src.Findings(ctx, k.d.p, k.d.o.Period)
	if err != nil {
		return err
	}
	concerned, err := k.concerned(ctx)
	if err != nil {
		return err
	}
	var open data.Problems
	for _, f := range findings {
		if f.Severity != data.Severe || !concerned(f) {
			continue
		}
		open = append(open, data.Problem{
			Entity: f.Entity, Record: f.Record, Field: f.Field, Code: "report.unready", Refuse: true,
			Args: []any{"Which", f.Title, "Finding", k.d.p.T("finding."+f.Code, spoken(k.d.p, f.Args)...)}, //i18n:prefix finding.
		})
	}
	if len(open) > 0 {
		return &data.Error{Code: "report.unready", Args: []any{"N", len(open)}, Details: open}
	}
	return nil
}

// concerned tells which findings are of this pack: not those of events, and of evidence of events, that are not in it.
func (k *pack) concerned(ctx context.Context) (func(data.Finding) bool, error) {
	chosen := map[string]bool{}
	for _, o := range slices.Concat(k.d.held, k.d.coming) {
		chosen[o.ID] = true
	}
	all, err := k.src.Evidence(ctx)
	if err != nil {
		return nil, err
	}
	of := map[string]string{}
	for _, v := range all {
		of[v.ID] = v.Event
	}
	return func(f data.Finding) bool {
		switch f.Entity {
		case "event":
			return chosen[f.Record]
		case "evidence":
			return chosen[of[f.Record]]
		}
		return true
	}, nil
}

func (k *pack) write(ctx context.Context, path string, progress Progress) error {
	err := files.File(path, k.d.o.Scratch, func(out io.Writer, room *files.Room) error {
		b := &packing{ctx: ctx, pack: k, folder: room.Folder(), names: map[string]bool{}, progress: progress}
		b.total = 4 + len(k.d.held) + len(k.evidence)
		for _, step := range []func() error{b.workbook, b.pdf, b.tables, b.eventSheets, b.enclosures, b.index, b.scan} {
			if err := step(); err != nil {
				return err
			}
		}
		if err := b.zip(out); err != nil {
			return err
		}
		k.parts = b.list()
		return ctx.Err()
	})
	if _, ours := errors.AsType[*data.Error](err); ours || err == nil {
		return err
	}
	return workbook.Located(err, path)
}

func (k *pack) preview(rows int) []SheetPreview { return preview(k.d.p, k.book, rows) }

func (k *pack) result() Result {
	return Result{Draft: k.d.draft, Sheets: len(k.book.Sheets), Events: len(k.d.held), Problems: k.d.problems, Parts: k.parts}
}
