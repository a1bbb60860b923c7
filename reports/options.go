package reports

import (
	"time"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Options of a report. What is left zero does not narrow it.
type Options struct {
	// Printer writes in the report's language.
	Printer *i18n.Printer
	// Now is the moment at which the data are read, in the zone of whoever reads: it is shown as the date of the data.
	Now time.Time
	// Period is the number of a reporting period of the project; 0 is all.
	Period int
	// From and To narrow by day, both included.
	From, To data.Date
	// Partner is one that organises: its id, code or short name.
	Partner string
	// Country is where events took place: ISO 3166-1, or the EU's EL and UK.
	Country string
	// Type of event: a code of the vocabulary.
	Type string
	// WorkPackage, Deliverable and Events are ids or numbers ("WP2", "D2.1", "EL-03").
	WorkPackage, Deliverable string
	Events                   []string
	// Template is the path of a workbook with marks.
	Template string
	// Languages are those in which texts stand beside their originals (ISO 639-1); none is the report's own.
	Languages []string
	// Separator stands between the cells of CSV files: a word of Separators; "" is the language's own.
	Separator string
	// Public asks for a version in which small numbers are suppressed; a report that has none refuses.
	Public bool
	// Final asks for the version to hand in: refused where the data are not fit, and nothing is marked as missing.
	Final bool
	// WithPersonalData adds the sheet of contacts, and names where a document names people; the cover says so.
	WithPersonalData bool
	// Incomplete asks for a file that lacks something all the same; what it lacks stands in it.
	Incomplete bool
	// Program is what the file's properties name as the program that wrote it: "Primadesk 1.0".
	Program string
	// Scanner, if set, looks through a pack before it is published.
	Scanner Scanner
	// Scratch is a private folder for temporary parts; "" is the folder of the file.
	Scratch string
}

// Option names a choice that a report takes, as command line and window offer it.
type Option string

// The options.
const (
	OptPeriod       Option = "period"
	OptDates        Option = "dates" // from and to
	OptPartner      Option = "partner"
	OptCountry      Option = "country"
	OptType         Option = "type"
	OptWorkPackage  Option = "work_package"
	OptDeliverable  Option = "deliverable"
	OptEvent        Option = "event"
	OptTemplate     Option = "template"
	OptLanguages    Option = "languages"
	OptSeparator    Option = "separator"
	OptPublic       Option = "public"
	OptFinal        Option = "final"
	OptPersonalData Option = "personal_data"
	OptIncomplete   Option = "incomplete"
)

// Given lists the options that are set.
func (o *Options) Given() []Option {
	var given []Option
	add := func(set bool, option Option) {
		if set {
			given = append(given, option)
		}
	}
	add(o.Period != 0, OptPeriod)
	add(o.From != "" || o.To != "", OptDates)
	add(o.Partner != "", OptPartner)
	add(o.Country != "", OptCountry)
	add(o.Type != "", OptType)
	add(o.WorkPackage != "", OptWorkPackage)
	add(o.Deliverable != "", OptDeliverable)
	add(len(o.Events) > 0, OptEvent)
	add(o.Template != "", OptTemplate)
	add(len(o.Languages) > 0, OptLanguages)
	add(o.Separator != "", OptSeparator)
	add(o.Public, OptPublic)
	add(o.Final, OptFinal)
	add(o.WithPersonalData, OptPersonalData)
	add(o.Incomplete, OptIncomplete)
	return given
}

// Progress is told how far the writing is: done of about total steps, on which sheet. It may be nil.
type Progress func(done, total int, sheet string)

// Result says what was written.
type Result struct {
	Path   string `json:"path"`
	Draft  bool   `json:"draft"`  // marked as DRAFT on cover and footers
	Sheets int    `json:"sheets"` // tabs of the workbook, chapters of a document in words
	Events int    `json:"events"` // held events in it
	// Parts are the files of a pack.
	Parts []Part `json:"parts,omitempty"`
	// Problems are the sums that are off: event, number and difference (message ids "problem." + Code).
	Problems data.Problems `json:"-"`
}

// SheetPreview is the beginning of a sheet, as text in the report's language.
type SheetPreview struct {
	Name   string
	Header []string // empty where the sheet has no table
	Rows   [][]string
	// More tells that the sheet has more rows than are shown.
	More bool
}
