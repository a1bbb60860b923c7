package i18n

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quote puts s between the language's quotation marks: “s”, « s », «s», ‘s’.
func (p *Printer) Quote(s string) string { return p.openQuote + s + p.closeQuote }

// List joins items in a sentence: "a, b and c".
func (p *Printer) List(items []string) string {
	if len(items) == 0 {
		return ""
	}
	last := items[len(items)-1]
	if len(items) == 1 {
		return last
	}
	return strings.Join(items[:len(items)-1], ", ") + p.andBefore(last) + last
}

// andBefore gives "and", which Spanish and Italian change for the sound that follows:
// agujas e hilos, but y hielo; uno ed entrambi.
func (p *Printer) andBefore(word string) string {
	word = strings.ToLower(word)
	switch p.lang {
	case "es":
		sound := strings.TrimPrefix(word, "h")
		if strings.HasPrefix(sound, "í") || strings.HasPrefix(sound, "i") &&
			!strings.HasPrefix(sound, "ia") && !strings.HasPrefix(sound, "ie") && !strings.HasPrefix(sound, "io") {
			return " e "
		}
	case "it":
		if strings.HasPrefix(word, "e") || strings.HasPrefix(word, "è") {
			return " ed "
		}
	}
	return p.and
}

// Upper makes the first letter a capital, for a word that begins a cell or a line.
func Upper(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// Lower makes the first letter small, for a label within a sentence or a status chip; an
// abbreviation ("EU", "TV or radio") stays.
func Lower(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[size:]); size == 0 || unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[size:]
}

// Field is the label of a field of the data dictionary.
//
//i18n:prefix field.
func (p *Printer) Field(id string) string { return p.T("field." + id) }

// FieldShort is a label for a narrow column; where there is none, the label.
//
//i18n:prefix short.
func (p *Printer) FieldShort(id string) string {
	if short := "short." + id; p.Has(short) {
		return p.T(short)
	}
	return p.Field(id)
}

// Enum is a word of a closed list, as it stands by itself. An empty word is empty.
//
//i18n:prefix enum.
func (p *Printer) Enum(enum, word string) string {
	if word == "" {
		return ""
	}
	return p.T("enum." + enum + "." + word)
}

// Word is a shipped word of a vocabulary that users edit; a word that users added is not
// here, but in its record: ok tells.
//
//i18n:prefix word.
func (p *Printer) Word(vocabulary, word string) (label string, ok bool) {
	id := "word." + vocabulary + "." + word
	if !p.Has(id) {
		return word, false
	}
	return p.T(id), true
}

// Entity is what one record is called: "Work package".
//
//i18n:prefix entity.
func (p *Printer) Entity(name string) string { return p.T("entity." + name + ".name") }

// Entities is what several are called, as above a list: "Work packages".
func (p *Printer) Entities(name string) string { return p.T("entity." + name + ".names") }

// Count says how many there are: "3 work packages".
func (p *Printer) Count(name string, n int) string { return p.N("entity."+name, n) }
