package i18n

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Country is a country's code and its name in one language.
type Country struct{ Code, Name string }

type countryNames struct {
	byCode map[string]string
	sorted []Country
}

// codes are the 249 officially assigned codes of ISO 3166-1.
const codes = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ
NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`

// renamed are names that changed after the CLDR of golang.org/x/text (version 32), and
// the few that it writes for atlases; in the order of Languages. Source: the country
// list of the EU's Interinstitutional Style Guide.
var renamed = map[string][6]string{
	"CD": {"Democratic Republic of the Congo", "République démocratique du Congo", "Λαϊκή Δημοκρατία του Κονγκό", "República Democrática del Congo", "Repubblica democratica del Congo", "Democratische Republiek Congo"},
	"CG": {"Congo", "Congo", "Κονγκό", "Congo", "Congo", "Congo"},
	"HK": {"Hong Kong", "Hong Kong", "Χονγκ Κονγκ", "Hong Kong", "Hong Kong", "Hongkong"},
	"MK": {"North Macedonia", "Macédoine du Nord", "Βόρεια Μακεδονία", "Macedonia del Norte", "Macedonia del Nord", "Noord-Macedonië"},
	"MM": {"Myanmar/Burma", "Myanmar/Birmanie", "Μιανμάρ/Βιρμανία", "Myanmar/Birmania", "Myanmar/Birmania", "Myanmar/Birma"},
	"MO": {"Macao", "Macao", "Μακάο", "Macao", "Macao", "Macau"},
	"PS": {"Palestine", "Palestine", "Παλαιστίνη", "Palestina", "Palestina", "Palestina"},
	"SZ": {"Eswatini", "Eswatini", "Εσουατίνι", "Esuatini", "Eswatini", "Eswatini"},
	"TR": {"Türkiye", "Türkiye", "Τουρκία", "Turquía", "Turchia", "Turkije"},
}

// ISOCode is the ISO 3166-1 code that is stored: GR for the EU's EL, GB for its UK;
// any other code as it is, in capitals.
func ISOCode(code string) string {
	switch code = strings.ToUpper(strings.TrimSpace(code)); code {
	case "EL":
		return "GR"
	case "UK":
		return "GB"
	}
	return code
}

// CountryCode finds a country by what people write: its ISO code, the EU's EL and UK, or its name in any of the languages, blind to
// case and accents.
func CountryCode(written string) (code string, ok bool) {
	code = ISOCode(written)
	if _, ok := For(Languages[0]).countries().byCode[code]; ok {
		return code, true
	}
	name := strings.TrimSpace(written)
	for _, lang := range Languages {
		p := For(lang)
		loose := collate.New(p.tag, collate.Loose)
		for _, country := range p.countries().sorted {
			if loose.CompareString(country.Name, name) == 0 {
				return country.Code, true
			}
		}
	}
	return "", false
}

// CountryShort is the code as the EU's institutions write it: EL for Greece and UK for
// the United Kingdom, elsewhere ISO 3166-1's.
func (p *Printer) CountryShort(code string) string {
	switch code = ISOCode(code); code {
	case "GR":
		return "EL"
	case "GB":
		return "UK"
	}
	return code
}

// Country is a country's name, of an ISO code or the EU's EL and UK. An unknown code
// comes back as it is.
func (p *Printer) Country(code string) string {
	if name, ok := p.countries().byCode[ISOCode(code)]; ok {
		return name
	}
	return code
}

// Countries are all that ISO 3166-1 lists, sorted as the language sorts. The slice is the caller's.
func (p *Printer) Countries() []Country { return slices.Clone(p.countries().sorted) }

func (p *Printer) nameCountries() countryNames {
	namer := display.Regions(p.tag)
	nth := max(slices.Index(Languages, p.lang), 0)
	names := countryNames{byCode: map[string]string{}}
	for _, code := range strings.Fields(codes) {
		name, ok := renamed[code]
		if ok {
			names.byCode[code] = name[nth]
			continue
		}
		region, err := language.ParseRegion(code)
		if err != nil {
			names.byCode[code] = code
			continue
		}
		names.byCode[code] = namer.Name(region)
	}
	for _, code := range slices.Sorted(maps.Keys(names.byCode)) {
		names.sorted = append(names.sorted, Country{code, names.byCode[code]})
	}
	collator := p.Collator()
	slices.SortStableFunc(names.sorted, func(a, b Country) int { return collator.CompareString(a.Name, b.Name) })
	return names
}

// Language is a language's name as a word in a sentence (grec, griego, Ελληνικά), of a
// code of ISO 639. An unknown code comes back as it is.
func (p *Printer) Language(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return code
	}
	if name := display.Languages(p.tag).Name(tag); name != "" {
		return name
	}
	return code
}

// Collator sorts as the language does. It is not safe for concurrent use, so every call
// makes a new one.
func (p *Printer) Collator() *collate.Collator { return collate.New(p.tag) }
