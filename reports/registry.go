package reports

import (
	"context"
	"path/filepath"
	"slices"

	"primadesk/data"
)

// Job is what somebody is at who needs a report; the list of reports is parted by it.
type Job string

// The jobs, in the order in which they are offered.
const (
	JobEvent       Job = "event"       // after an event
	JobDeliverable Job = "deliverable" // for a deliverable
	JobPeriod      Job = "period"      // for the periodic report
	JobAudit       Job = "audit"       // for an audit, and for oneself
)

// Jobs are all of them, in order.
var Jobs = []Job{JobEvent, JobDeliverable, JobPeriod, JobAudit}

// Report is what a list of reports says of one, and how it is made. Each stands in a file of its own.
type Report struct {
	Name    string // on the command line
	Label   string // message id of what it is called
	Purpose string // message id of what it is for
	Job     Job
	Takes   []Option
	Needs   []Option // those of Takes without which there is nothing to write
	Ending  string   // of the file: ".xlsx", ".docx"
	Also    string   // a further ending, with a form of its own; "" where there is none
	Folder  bool     // it can be a folder too: a path that ends with a separator

	make func(context.Context, Source, Options) (document, error)
}

// document is a report that is ready to be written.
type document interface {
	// write makes the file, whole or not at all.
	write(ctx context.Context, path string, progress Progress) error
	// preview gives the first rows of each part, as text.
	preview(rows int) []SheetPreview
	// result says what is in it.
	result() Result
}

// List gives the reports there are, in the order in which they are offered.
func List() []Report {
	return []Report{
		eventSheetReport(),
		eventRegisterReport(),
		signInSheetReport(),
		deliverableReport(),
		deliverableTextReport(),
		packReport(),
		templateReport(),
		attendanceReport(),
		takeawaysReport(),
		indicatorsReport(),
		communicationReport(),
		workPlanReport(),
		collectionReport(),
		portalDeskReport(),
		stakeholdersReport(),
		engagementLogReport(),
		readinessReport(),
		auditFileReport(),
	}
}

// Named finds a report by its name. Error: "report.unknown".
func Named(name string) (Report, error) {
	for _, r := range List() {
		if r.Name == name {
			return r, nil
		}
	}
	return Report{}, data.Fail("report.unknown", "Value", name)
}

// Endings are those that a file of the report may have; a separator is that of a folder.
func (r Report) Endings() []string {
	list := []string{r.Ending}
	if r.Also != "" {
		list = append(list, r.Also)
	}
	if r.Folder {
		list = append(list, string(filepath.Separator))
	}
	return list
}

// Check refuses options that the report does not take, so that none is silently without effect, and a report that lacks one
// that it needs. Errors: "report.option", "report.needs".
func (r Report) Check(o *Options) error {
	given := o.Given()
	for _, option := range given {
		if !slices.Contains(r.Takes, option) {
			return data.Fail("report.option", "Report", r.Name, "Option", optionFlag(option))
		}
	}
	for _, option := range r.Needs {
		if !slices.Contains(given, option) {
			return data.Fail("report.needs", "Report", r.Name, "Option", optionFlag(option))
		}
	}
	return nil
}

// Write writes a report to path, whole or not at all.
//
// Errors of the choice are of type *data.Error: "report.unknown", "report.option", "report.needs", "report.period",
// "report.nothing" (an option names a record that is not there), and, for a final version, "report.sums" with every sum that is
// off, "report.undated" with every event that has no date and "report.portal" with what the Portal's final report would refuse.
// Errors of writing are *workbook.Error, of a document in words *fs.PathError.
func Write(ctx context.Context, src Source, name string, o Options, path string, progress Progress) (Result, error) {
	doc, err := prepare(ctx, src, name, o)
	if err != nil {
		return Result{}, err
	}
	if err := doc.write(ctx, path, progress); err != nil {
		return Result{}, err
	}
	result := doc.result()
	result.Path = path
	return result, nil
}

// Preview gives the first rows of each sheet of a report, at most so many, as text. What Write refuses it refuses too.
func Preview(ctx context.Context, src Source, name string, o Options, rows int) ([]SheetPreview, error) {
	doc, err := prepare(ctx, src, name, o)
	if err != nil {
		return nil, err
	}
	return doc.preview(rows), nil
}

func prepare(ctx context.Context, src Source, name string, o Options) (document, error) {
	r, err := Named(name)
	if err != nil {
		return nil, err
	}
	if err := r.Check(&o); err != nil {
		return nil, err
	}
	return r.make(ctx, src, o)
}

// optionFlag is the option as the command line writes it.
func optionFlag(o Option) string {
	switch o {
	case OptDates:
		return "--from/--to"
	case OptWorkPackage:
		return "--work-package"
	case OptPersonalData:
		return "--with-personal-data"
	}
	return "--" + string(o)
}
