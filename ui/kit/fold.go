package kit

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Capitals puts a text into capitals as headings are set: Greek capitals carry no accents (ΠΡΟΣΩΠΟ, not ΠΡΌΣΩΠΟ), but
// keep their diaeresis; other scripts keep all marks.
func Capitals(s string) string {
	var out strings.Builder
	greek := false
	for _, r := range norm.NFD.String(s) {
		if unicode.Is(unicode.Mn, r) && greek && r != '\u0308' {
			continue
		}
		if !unicode.Is(unicode.Mn, r) {
			greek = unicode.Is(unicode.Greek, r)
		}
		out.WriteRune(unicode.ToUpper(r))
	}
	return norm.NFC.String(out.String())
}

// Plain makes texts comparable where somebody looks for them by typing: no marks, lower case, one sigma.
func Plain(s string) string { return fold(s) }

// fold makes texts comparable for completion: no marks, lower case, one sigma.
func fold(s string) string {
	var out strings.Builder
	for _, r := range norm.NFD.String(s) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		r = unicode.ToLower(r)
		if r == 'ς' {
			r = 'σ'
		}
		out.WriteRune(r)
	}
	return out.String()
}
