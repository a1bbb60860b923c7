package reports

import (
	"context"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
)

// look is what would be written: the beginnings of the sheets, or the findings of a check file. Its words are those of
// the report's language.
type look struct {
	printer  *i18n.Printer
	sheets   []app.SheetPreview
	findings []data.Finding
	listed   bool // findings, even where there are none
}

// previewRows is how many rows of a sheet are shown.
const previewRows = 25

// findingsOf is the report whose content is the list of findings.
const findingsOf = "readiness"

func fetchLook(ctx context.Context, w *app.Workspace, r request) (l look, err error) {
	params := r.params()
	l.printer = i18n.For(r.lang)
	if r.report.Name == findingsOf {
		l.listed = true
		l.findings, err = w.Reports.Findings(ctx, r.lang, params.Options.Period)
		return l, err
	}
	l.sheets, err = w.Reports.Preview(ctx, params, previewRows)
	return l, err
}
