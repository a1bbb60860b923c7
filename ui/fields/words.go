package fields

import (
	"slices"
	"strings"
	"time"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// Enum are the words of a closed list, in its order.
func Enum(p *i18n.Printer, e *data.Enum) []kit.Option {
	out := make([]kit.Option, len(e.Words))
	for i, w := range e.Words {
		out[i] = kit.Option{Value: w, Text: p.Enum(e.Name, w)}
	}
	return out
}

// Countries are all countries, in the language's order.
func Countries(p *i18n.Printer) []kit.Option {
	countries := p.Countries()
	out := make([]kit.Option, len(countries))
	for i, c := range countries {
		out[i] = kit.Option{Value: c.Code, Text: c.Name}
	}
	return out
}

// Languages are those of the program and its reports, each by its own name.
func Languages() []kit.Option {
	out := make([]kit.Option, len(data.Languages))
	for i, l := range data.Languages {
		out[i] = kit.Option{Value: l, Text: i18n.Name(l)}
	}
	return out
}

// spoken are the languages that meetings are held in (ISO 639-1): the Union's, and those that people who come to work here
// speak most.
const spoken = "ar bg bn cs da de el en es et fa fi fr ga hi hr hu it lt lv mt ne nl pa pl pt ro ru sk sl sq sv tr uk ur"

// Spoken are the languages of a meeting, in the language's order.
func Spoken(p *i18n.Printer) []kit.Option {
	var out []kit.Option
	for code := range strings.FieldsSeq(spoken) {
		out = append(out, kit.Option{Value: code, Text: i18n.Upper(p.Language(code))})
	}
	SortOptions(p, out)
	return out
}

// Words are the words of a vocabulary that users edit: those that ship, and those that the workspace's records add. Label
// puts a code into words; recorded are the codes of the records.
func Words(kind string, recorded []string, label func(kind, code string) string) []kit.Option {
	var out []kit.Option
	for _, code := range slices.Concat(data.Shipped(kind), recorded) {
		if !slices.ContainsFunc(out, func(o kit.Option) bool { return o.Value == code }) {
			out = append(out, kit.Option{Value: code, Text: label(kind, code)})
		}
	}
	return out
}

// SortOptions sorts options by their text, as the language does.
func SortOptions(p *i18n.Printer, options []kit.Option) {
	c := p.Collator()
	slices.SortStableFunc(options, func(a, b kit.Option) int { return c.CompareString(a.Text, b.Text) })
}

// DateWords are how a date field reads and writes dates in the window's language.
func DateWords(p *i18n.Printer) kit.DateWords {
	w := kit.DateWords{
		Format: func(t time.Time) string { return p.MediumDate(t.Format(time.DateOnly)) },
		Wrong:  p.T("fields.wrong_date"),
		Open:   p.T("fields.open_calendar"),
		Sunday: p.FirstWeekday() == time.Sunday,
	}
	for m := time.January; m <= time.December; m++ {
		w.Months[m-1], w.InDates[m-1] = p.MonthName(m), p.MonthShort(m)
	}
	for i := range 7 {
		w.Weekdays[i] = p.WeekdayShort(time.Weekday((i + 1) % 7))
	}
	return w
}

// zones are the time zones of the Union's members and their neighbours, which are offered first; any other zone of the IANA
// list can be typed.
var zones = []string{
	"Africa/Ceuta", "Asia/Famagusta", "Asia/Nicosia", "Atlantic/Azores", "Atlantic/Canary", "Atlantic/Madeira", "Atlantic/Reykjavik",
	"Europe/Amsterdam", "Europe/Athens", "Europe/Belgrade", "Europe/Berlin", "Europe/Bratislava", "Europe/Brussels",
	"Europe/Bucharest", "Europe/Budapest", "Europe/Chisinau", "Europe/Copenhagen", "Europe/Dublin", "Europe/Helsinki", "Europe/Istanbul",
	"Europe/Kyiv", "Europe/Lisbon", "Europe/Ljubljana", "Europe/London", "Europe/Luxembourg", "Europe/Madrid", "Europe/Malta",
	"Europe/Oslo", "Europe/Paris", "Europe/Podgorica", "Europe/Prague", "Europe/Riga", "Europe/Rome", "Europe/Sarajevo", "Europe/Skopje",
	"Europe/Sofia", "Europe/Stockholm", "Europe/Tallinn", "Europe/Tirane", "Europe/Vienna", "Europe/Vilnius", "Europe/Warsaw",
	"Europe/Zagreb", "Europe/Zurich", "UTC",
}

// zoneOptions are the zones whose name has what is typed.
func zoneOptions(typed string) []kit.Option {
	var out []kit.Option
	for _, z := range zones {
		if strings.Contains(data.Fold(z), data.Fold(typed)) {
			out = append(out, kit.Option{Value: z, Text: z})
		}
	}
	return out
}

// ZoneOf is the zone that an event in a country most likely keeps, by the capital's; empty where that is not clear.
func ZoneOf(country string) string {
	return map[string]string{
		"AT": "Europe/Vienna", "BE": "Europe/Brussels", "BG": "Europe/Sofia", "CY": "Asia/Nicosia", "CZ": "Europe/Prague", "DE": "Europe/Berlin",
		"DK": "Europe/Copenhagen", "EE": "Europe/Tallinn", "ES": "Europe/Madrid", "FI": "Europe/Helsinki", "FR": "Europe/Paris",
		"GR": "Europe/Athens", "HR": "Europe/Zagreb", "HU": "Europe/Budapest", "IE": "Europe/Dublin", "IT": "Europe/Rome", "LT": "Europe/Vilnius",
		"LU": "Europe/Luxembourg", "LV": "Europe/Riga", "MT": "Europe/Malta", "NL": "Europe/Amsterdam", "PL": "Europe/Warsaw",
		"PT": "Europe/Lisbon", "RO": "Europe/Bucharest", "SE": "Europe/Stockholm", "SI": "Europe/Ljubljana", "SK": "Europe/Bratislava",
	}[country]
}
