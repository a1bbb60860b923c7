package reports

import (
	"context"

	"primadesk/data"
)

// Deliverable writes the deliverable workbook to path, whole or not at all.
//
// Errors of the choice are of type *data.Error: "report.option", "report.period", "report.nothing" (an option names a record
// that is not there), and, for a final version, "report.sums" with every sum that is off and "report.undated" with
// every event that has no date. Errors of writing are *workbook.Error.
func Deliverable(ctx context.Context, src Source, o Options, path string, progress Progress) (Result, error) {
	return Result{Path: path}, data.Fail("report.nothing", "Value", "")
}

// Preview gives the first rows of each sheet of the deliverable workbook, at most so many, as text.
func Preview(ctx context.Context, src Source, o Options, rows int) ([]SheetPreview, error) {
	return nil, nil
}

// Readiness writes the check file: what an officer or auditor would still ask for, by severity, with what to do about it.
func Readiness(ctx context.Context, src Source, findings []data.Finding, o Options, path string, progress Progress) (Result, error) {
	return Result{Path: path}, nil
}
