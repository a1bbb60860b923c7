package reports

import (
	"maps"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// The choices in the order in which they stand: what the document is, and what it is seldom narrowed to.
var (
	optionOrder = []app.ReportOption{app.OptPeriod, optFrom, optTo, optLanguage, app.OptLanguages, app.OptPartner, app.OptFinal, app.OptPublic, app.OptPersonalData, app.OptSeparator, app.OptIncomplete, app.OptTemplate}
	moreOptions = []app.ReportOption{app.OptCountry, app.OptType, app.OptWorkPackage, app.OptDeliverable, app.OptEvent}
)

// optionsParams is what options are made from.
type optionsParams struct {
	printer      *i18n.Printer
	today        func() time.Time
	changed      func(app.ReportOption, string)
	pickTemplate func() // asks for a workbook with marks
	grown        func() // more of them are shown, or fewer
}

// options are the choices of a report. What is seldom narrowed stands behind a link, and stays when it was asked for.
type options struct {
	optionsParams
	menu     menu
	of       string // the report that they are shown for, and what of it
	asked    request
	more     bool
	cells    map[app.ReportOption]fyne.CanvasObject // labels and fields that are shown
	selects  map[app.ReportOption]*kit.Select
	template *kit.Button    // nil while no workbook of one's own is filled
	from, to *kit.DateEntry // nil while no days are asked for
	row      *fyne.Container
	problem  *kit.Text
	unfold   *kit.Button
	content  *fyne.Container
}

func newOptions(p optionsParams) *options {
	o := &options{optionsParams: p, selects: map[app.ReportOption]*kit.Select{}, row: container.New(&fieldRows{})}
	o.problem = kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenError, Wrap: true})
	o.unfold = kit.NewLink("", func() { o.setMore(!o.more) }).SetTextSize(kit.TextSmall)
	o.content = container.New(&kit.Tall{Gap: 6}, o.row, o.problem, kit.HStack(0, o.unfold, kit.NewSpring()))
	return o
}

// setMore shows what is seldom narrowed, or hides it.
func (o *options) setMore(on bool) {
	o.more = on
	o.show(o.asked, o.menu)
	o.grown()
}

// show offers what the report takes. Fields that are there already stay, with the keyboard's focus.
func (o *options) show(r request, m menu) {
	o.asked, o.menu = r, m
	shown := r.report.Name
	for _, option := range o.shown() {
		shown += " " + string(option)
	}
	if o.of != shown {
		o.of = shown
		o.build()
	}
	for option, field := range o.selects {
		field.SetOptions(m.offered(r, option))
		field.SetValue(r.value(option))
	}
	if o.template != nil {
		name := o.printer.T("reportscreen.pick_template")
		if path := r.narrowed(app.OptTemplate); path != "" {
			name = filepath.Base(path)
		}
		o.template.SetText(name)
	}
	o.check()
	o.row.Refresh()
}

// shown are the choices that have a field now.
func (o *options) shown() []app.ReportOption {
	var out []app.ReportOption
	for _, option := range optionOrder {
		if o.asked.takes(option) {
			out = append(out, option)
		}
	}
	for _, option := range moreOptions {
		if o.asked.takes(option) && (o.more || o.asked.narrowed(option) != "" || o.asked.needs(option)) {
			out = append(out, option)
		}
	}
	return out
}

func (o *options) build() {
	before, shown := o.cells, o.shown()
	o.cells = map[app.ReportOption]fyne.CanvasObject{}
	o.row.RemoveAll()
	for _, option := range shown {
		o.cells[option] = before[option]
		if before[option] == nil {
			label := kit.NewText(o.label(option), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true})
			o.cells[option] = kit.VStack(4, label, o.field(option))
		}
		o.row.Add(o.cells[option])
	}
	if o.cells[app.OptTemplate] == nil {
		o.template = nil
	}
	maps.DeleteFunc(o.selects, func(option app.ReportOption, _ *kit.Select) bool { return o.cells[option] == nil })
	if o.cells[optFrom] == nil {
		o.from, o.to = nil, nil
	}
	hidden := false
	for _, option := range moreOptions {
		hidden = hidden || o.asked.takes(option) && !o.asked.needs(option)
	}
	o.unfold.Hidden = !hidden
	o.unfold.SetText(o.printer.T("reportscreen.more_options"))
	if o.more {
		o.unfold.SetText(o.printer.T("reportscreen.fewer_options"))
	}
}

func (o *options) field(option app.ReportOption) fyne.CanvasObject {
	switch option {
	case optFrom, optTo:
		return o.day(option)
	case app.OptTemplate:
		o.template = kit.NewButton(kit.ButtonSecondary, "", o.pickTemplate)
		return o.template
	}
	field := kit.NewSelect(nil, "")
	kit.SetName(field, o.label(option))
	field.OnEdited(func() { o.changed(option, field.Value()) })
	o.selects[option] = field
	return field
}

func (o *options) day(option app.ReportOption) fyne.CanvasObject {
	field := kit.NewDateEntry(fields.DateWords(o.printer), o.today)
	kit.SetName(field, o.label(option))
	field.SetValue(o.asked.values[option])
	field.OnEdited(func() {
		if o.check() {
			o.changed(option, field.Value())
		}
	})
	if option == optFrom {
		o.from = field
	} else {
		o.to = field
	}
	return field
}

// check says what is wrong with the days, and tells whether nothing is.
func (o *options) check() bool {
	said := ""
	if o.from != nil {
		from, to := o.from.Problem(), o.to.Problem()
		said = from + to
		if from != "" && to != "" {
			said = from
		}
		backwards := said == "" && o.from.Value() != "" && o.to.Value() != "" && o.to.Value() < o.from.Value()
		if backwards {
			said = o.printer.T("reportscreen.backwards")
		}
		o.from.SetInvalid(from != "")
		o.to.SetInvalid(to != "" || backwards)
	}
	if o.problem.Text() != said || o.problem.Hidden != (said == "") {
		o.problem.SetText(said)
		o.problem.Hidden = said == ""
		o.grown()
	}
	return said == ""
}

// wrong is the field that has something wrong; nil where none has.
func (o *options) wrong() fyne.Focusable {
	switch {
	case o.check() && o.lacking() == nil:
		return nil
	case o.lacking() != nil:
		return o.lacking()
	case o.from.Problem() != "":
		return o.from.Target()
	}
	return o.to.Target()
}

// lacking is the field of something that the report needs and nobody has chosen yet; nil where there is none.
func (o *options) lacking() fyne.Focusable {
	for _, option := range o.asked.lacks() {
		if option == app.OptTemplate && o.template != nil {
			return o.template
		}
		if field := o.selects[option]; field != nil {
			return field.Target()
		}
	}
	return nil
}

func (o *options) label(option app.ReportOption) string {
	p := o.printer
	switch option {
	case app.OptPeriod:
		return p.T("field.period")
	case optFrom:
		return p.T("reportscreen.from")
	case optTo:
		return p.T("reportscreen.to")
	case app.OptFinal:
		return p.T("field.version")
	case app.OptIncomplete:
		return p.T("reportscreen.incomplete")
	case app.OptSeparator:
		return p.T("pack.separator")
	case app.OptPublic:
		return p.T("reportscreen.figures")
	case app.OptTemplate:
		return p.T("report.template.name")
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
	case app.OptLanguages:
		return p.T("reportscreen.texts_in")
	case app.OptEvent:
		return p.Entity("event")
	}
	return p.T("field.language")
}
