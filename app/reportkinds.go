package app

import "primadesk/reports"

// What the window and the command line say to reports and hear from it; see there.
type (
	// Report is a kind of report: its name, what it is for, which options it takes.
	Report = reports.Report
	// ReportJob is what somebody is at who needs a report.
	ReportJob = reports.Job
	// ReportOption names a choice that a report takes.
	ReportOption = reports.Option
	// ReportOptions are the choices themselves.
	ReportOptions = reports.Options
	// ReportProgress is told how far the writing is.
	ReportProgress = reports.Progress
	// ReportResult says what was written.
	ReportResult = reports.Result
	// SheetPreview is the beginning of a sheet, as text.
	SheetPreview = reports.SheetPreview
)

// The options that a report may take.
const (
	OptPeriod       = reports.OptPeriod
	OptDates        = reports.OptDates
	OptPartner      = reports.OptPartner
	OptCountry      = reports.OptCountry
	OptType         = reports.OptType
	OptWorkPackage  = reports.OptWorkPackage
	OptDeliverable  = reports.OptDeliverable
	OptEvent        = reports.OptEvent
	OptLanguages    = reports.OptLanguages
	OptPublic       = reports.OptPublic
	OptFinal        = reports.OptFinal
	OptTemplate     = reports.OptTemplate
	OptSeparator    = reports.OptSeparator
	OptPersonalData = reports.OptPersonalData
	OptIncomplete   = reports.OptIncomplete
)

// ReportList gives the reports there are, in the order in which they are offered.
func ReportList() []Report { return reports.List() }
