package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/ui/kit"
)

// optionOrder is the order in which choices stand: what the document is, then what it is narrowed to.
var optionOrder = []app.ReportOption{
	app.OptPeriod, optLanguage, app.OptFinal, app.OptPersonalData,
	app.OptPartner, app.OptCountry, app.OptType, app.OptWorkPackage, app.OptDeliverable,
}

// options are the choices of a report, a select each.
type options struct {
	printer *i18n.Printer
	changed func(app.ReportOption, string)
	menu    menu
	of      string // the report that they are shown for
	selects map[app.ReportOption]*kit.Select
	row     *fyne.Container
}

func newOptions(p *i18n.Printer, changed func(app.ReportOption, string)) *options {
	return &options{printer: p, changed: changed, selects: map[app.ReportOption]*kit.Select{}, row: container.New(&fieldRows{})}
}

// show offers what the report takes. Selects that are there already stay, with the keyboard's focus.
func (o *options) show(r request, m menu) {
	o.menu = m
	if o.of != r.report.Name {
		o.of = r.report.Name
		o.build(r)
	}
	for option, field := range o.selects {
		field.SetOptions(m.options[option])
		field.SetValue(r.value(option))
	}
	o.row.Refresh()
}

func (o *options) build(r request) {
	clear(o.selects)
	o.row.RemoveAll()
	for _, option := range optionOrder {
		if !r.takes(option) {
			continue
		}
		field := kit.NewSelect(nil, "")
		field.OnEdited(func() { o.changed(option, field.Value()) })
		o.selects[option] = field
		label := kit.NewText(o.label(option), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true})
		o.row.Add(kit.VStack(4, label, field))
	}
}

func (o *options) label(option app.ReportOption) string {
	p := o.printer
	switch option {
	case app.OptPeriod:
		return p.T("field.period")
	case app.OptFinal:
		return p.T("field.version")
	case app.OptPersonalData:
		return p.T("reportscreen.personal_data")
	case app.OptPartner:
		return p.Entity("partner")
	case app.OptCountry:
		return p.T("field.country")
	case app.OptType:
		return p.T("field.type")
	case app.OptWorkPackage:
		return p.Entity("work_package")
	case app.OptDeliverable:
		return p.Entity("deliverable")
	}
	return p.T("field.language")
}
