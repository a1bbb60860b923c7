package contacts

import (
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// spoken are the languages that a contact's record offers at once (ISO 639-1): the official ones of the Union and of the
// project's countries, and those that people who come to work there speak most.
const spoken = "am ar bg bn bs cs da de el en es et fa fi fr ga hi hr hu hy it ka ku lt lv mk mt ne nl no pa pl ps pt ro ru " +
	"si sk sl so sq sr sv ti tl tr uk ur vi wo zh"

func enumOptions(p *i18n.Printer, e *data.Enum) []kit.Option {
	out := make([]kit.Option, len(e.Words))
	for i, w := range e.Words {
		out[i] = kit.Option{Value: w, Text: p.Enum(e.Name, w)}
	}
	return out
}

func countryOptions(p *i18n.Printer) []kit.Option {
	countries := p.Countries()
	out := make([]kit.Option, len(countries))
	for i, c := range countries {
		out[i] = kit.Option{Value: c.Code, Text: c.Name}
	}
	return out
}

func languageOptions() []kit.Option {
	out := make([]kit.Option, len(data.Languages))
	for i, l := range data.Languages {
		out[i] = kit.Option{Value: l, Text: i18n.Name(l)}
	}
	return out
}

func spokenOptions(p *i18n.Printer) []kit.Option {
	var out []kit.Option
	for code := range strings.FieldsSeq(spoken) {
		out = append(out, kit.Option{Value: code, Text: p.Language(code)})
	}
	fields.SortOptions(p, out)
	return out
}

// consentTone is the colour of a consent's state, as in the table's column.
func consentTone(state string) kit.Tone {
	switch state {
	case data.Consented:
		return kit.ToneHeld
	case data.Withdrawn:
		return kit.ToneWarm
	}
	return kit.ToneNeutral
}

// consentWord is the state in words.
//
//i18n:prefix contacts.consent.
func consentWord(p *i18n.Printer, state string) string { return p.T("contacts.consent." + state) }
