package i18n

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// convention is how a language writes what is no text: after the Unicode CLDR
// (https://cldr.unicode.org) and, where that knows only software, the EU's
// Interinstitutional Style Guide (https://style-guide.europa.eu).
type convention struct {
	lang   string
	name   string       // of the language, in its own words
	tag    language.Tag // with the country whose usage it is
	locale string       // the same as text, for Excel

	thousands, decimal, percent string
	groupFrom                   int // so many digits are grouped, not fewer

	openQuote, closeQuote string
	and                   string

	weekdays   []string // from Sunday, as time.Weekday counts
	dayNames   []string // their abbreviations
	months     []string // by themselves
	inDate     []string // after a day; nil: as by themselves
	monthNames []string // abbreviations
	firstDay   string   // how the first of a month is written; "1" where it is no exception

	// Patterns: {d} day, {m} month, {y} year, {w} weekday, {t} time.
	date, weekdayDate, monthYear, dateTime string
	numeric                                string // a layout of package time
	excelDate                              string // a number format of Excel
}

const (
	nbsp   = "\u00a0" // no-break space
	narrow = "\u202f" // narrow no-break space
)

func conventionOf(lang string) convention {
	i := slices.IndexFunc(conventions, func(c convention) bool { return c.lang == lang })
	return conventions[max(i, 0)]
}

func words(s string) []string { return strings.Fields(s) }

var conventions = []convention{
	{
		lang: "en", name: "English", tag: language.MustParse("en-GB"), locale: "en-GB",
		thousands: ",", decimal: ".", percent: "%", groupFrom: 4,
		openQuote: "“", closeQuote: "”", and: " and ",
		weekdays:   words("Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
		dayNames:   words("Sun Mon Tue Wed Thu Fri Sat"),
		months:     words("January February March April May June July August September October November December"),
		monthNames: words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
		firstDay:   "1", date: "{d} {m} {y}", weekdayDate: "{w} {d} {m} {y}", monthYear: "{m} {y}", dateTime: "{d} {m} {y}, {t}",
		numeric: "02/01/2006", excelDate: "dd/mm/yyyy",
	},
	{
		lang: "fr", name: "Français", tag: language.MustParse("fr-FR"), locale: "fr-FR",
		thousands: narrow, decimal: ",", percent: nbsp + "%", groupFrom: 4,
		openQuote: "«" + nbsp, closeQuote: nbsp + "»", and: " et ",
		weekdays:   words("dimanche lundi mardi mercredi jeudi vendredi samedi"),
		dayNames:   words("dim. lun. mar. mer. jeu. ven. sam."),
		months:     words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
		monthNames: words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
		firstDay:   "1er", date: "{d} {m} {y}", weekdayDate: "{w} {d} {m} {y}", monthYear: "{m} {y}", dateTime: "{d} {m} {y} à {t}",
		numeric: "02/01/2006", excelDate: "dd/mm/yyyy",
	},
	{
		lang: "el", name: "Ελληνικά", tag: language.MustParse("el-GR"), locale: "el-GR",
		thousands: ".", decimal: ",", percent: "%", groupFrom: 4,
		openQuote: "«", closeQuote: "»", and: " και ",
		weekdays:   words("Κυριακή Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο"),
		dayNames:   words("Κυρ Δευ Τρί Τετ Πέμ Παρ Σάβ"),
		months:     words("Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος"),
		inDate:     words("Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου"),
		monthNames: words("Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ"),
		firstDay:   "1", date: "{d} {m} {y}", weekdayDate: "{w} {d} {m} {y}", monthYear: "{m} {y}", dateTime: "{d} {m} {y}, {t}",
		numeric: "02/01/2006", excelDate: "dd/mm/yyyy",
	},
	{
		lang: "es", name: "Español", tag: language.MustParse("es-ES"), locale: "es-ES",
		thousands: ".", decimal: ",", percent: nbsp + "%", groupFrom: 5,
		openQuote: "«", closeQuote: "»", and: " y ",
		weekdays:   words("domingo lunes martes miércoles jueves viernes sábado"),
		dayNames:   words("dom lun mar mié jue vie sáb"),
		months:     words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
		monthNames: words("ene feb mar abr may jun jul ago sept oct nov dic"),
		firstDay:   "1", date: "{d} de {m} de {y}", weekdayDate: "{w}, {d} de {m} de {y}", monthYear: "{m} de {y}", dateTime: "{d} de {m} de {y}, {t}",
		numeric: "02/01/2006", excelDate: "dd/mm/yyyy",
	},
	{
		lang: "it", name: "Italiano", tag: language.MustParse("it-IT"), locale: "it-IT",
		thousands: ".", decimal: ",", percent: "%", groupFrom: 4,
		openQuote: "«", closeQuote: "»", and: " e ",
		weekdays:   words("domenica lunedì martedì mercoledì giovedì venerdì sabato"),
		dayNames:   words("dom lun mar mer gio ven sab"),
		months:     words("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
		monthNames: words("gen feb mar apr mag giu lug ago set ott nov dic"),
		firstDay:   "1º", date: "{d} {m} {y}", weekdayDate: "{w} {d} {m} {y}", monthYear: "{m} {y}", dateTime: "{d} {m} {y}, {t}",
		numeric: "02/01/2006", excelDate: "dd/mm/yyyy",
	},
	{
		lang: "nl", name: "Nederlands", tag: language.MustParse("nl-NL"), locale: "nl-NL",
		thousands: ".", decimal: ",", percent: "%", groupFrom: 4,
		openQuote: "‘", closeQuote: "’", and: " en ",
		weekdays:   words("zondag maandag dinsdag woensdag donderdag vrijdag zaterdag"),
		dayNames:   words("zo ma di wo do vr za"),
		months:     words("januari februari maart april mei juni juli augustus september oktober november december"),
		monthNames: words("jan feb mrt apr mei jun jul aug sep okt nov dec"),
		firstDay:   "1", date: "{d} {m} {y}", weekdayDate: "{w} {d} {m} {y}", monthYear: "{m} {y}", dateTime: "{d} {m} {y}, {t}",
		numeric: "02-01-2006", excelDate: `dd\-mm\-yyyy`,
	},
}
