package reports

import (
	"slices"

	"primadesk/data"
)

// Report is what a list of reports says of one.
type Report struct {
	Name    string // on the command line
	Label   string // message id of what it is called
	Purpose string // message id of what it is for
	Takes   []Option
}

// List gives the reports there are, in the order in which they are offered.
func List() []Report {
	return []Report{
		{
			Name: "deliverable", Label: "report.deliverable.name", Purpose: "report.deliverable.purpose",
			Takes: []Option{
				OptPeriod, OptDates, OptPartner, OptCountry, OptType, OptWorkPackage, OptDeliverable, OptEvent,
				OptFinal, OptPersonalData,
			},
		},
		{
			Name: "readiness", Label: "report.readiness.name", Purpose: "report.readiness.purpose",
			Takes: []Option{OptPeriod},
		},
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

// Check refuses options that the report does not take, so that none is silently without effect. Error: "report.option".
func (r Report) Check(o *Options) error {
	for _, given := range o.Given() {
		if !slices.Contains(r.Takes, given) {
			return data.Fail("report.option", "Report", r.Name, "Option", optionFlag(given))
		}
	}
	return nil
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
