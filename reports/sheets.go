package reports

import (
	"context"

	"primadesk/reports/workbook"
)

// sheets is a report that is a workbook.
type sheets struct {
	d    *dossier
	book workbook.Workbook
}

// declaring says what a workbook consists of.
type declaring func(context.Context, *dossier) (workbook.Workbook, error)

// gathered makes a workbook out of everything that the choice leaves of the project.
func gathered(declare declaring) func(context.Context, Source, Options) (document, error) {
	return made(gather, declare)
}

// ofEvents makes a workbook out of the events that the choice leaves.
func ofEvents(declare declaring) func(context.Context, Source, Options) (document, error) {
	return made(gatherEvents, declare)
}

func made(read func(context.Context, Source, Options) (*dossier, error), declare declaring) func(context.Context, Source, Options) (document, error) {
	return func(ctx context.Context, src Source, o Options) (document, error) {
		d, err := read(ctx, src, o)
		if err != nil {
			return nil, err
		}
		book, err := declare(ctx, d)
		if err != nil {
			return nil, err
		}
		return &sheets{d, d.completed(book)}, nil
	}
}

func (s *sheets) write(ctx context.Context, path string, progress Progress) error {
	return workbook.WriteFile(ctx, path, s.book, workbook.Options{Scratch: s.d.o.Scratch, Progress: workbook.Progress(progress)})
}

func (s *sheets) preview(rows int) []SheetPreview { return preview(s.d.p, s.book, rows) }

func (s *sheets) result() Result {
	return Result{Draft: s.d.draft, Sheets: len(s.book.Sheets), Events: len(s.d.held), Problems: s.d.problems}
}
