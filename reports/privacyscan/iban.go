package privacyscan

import "strings"

// ibanLengths are how many characters an IBAN has, after the registry of ISO 13616: the countries of the European Economic Area,
// and those that their projects most pay to.
var ibanLengths = map[string]int{
	"AD": 24, "AL": 28, "AT": 20, "BA": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "EG": 29, "ES": 24,
	"FI": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IS": 26, "IT": 27,
	"JO": 30, "LB": 28, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MT": 31, "NL": 18, "NO": 15,
	"PL": 28, "PS": 29, "PT": 25, "RO": 24, "RS": 22, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "XK": 20,
}

// ibans finds those whose length and check digits are right, and gives where they stand.
func (s *scan) ibans(text string, found func(Kind, bool, string)) (taken [][2]int) {
	for _, m := range ibanStart.FindAllStringIndex(text, -1) {
		want := ibanLengths[strings.ToUpper(text[m[0]:m[0]+2])]
		if want == 0 {
			continue
		}
		var b strings.Builder
		end := m[0]
		for i, r := range text[m[0]:] {
			upper := r
			if r >= 'a' && r <= 'z' {
				upper -= 'a' - 'A'
			}
			if upper >= 'A' && upper <= 'Z' || r >= '0' && r <= '9' {
				b.WriteRune(upper)
				if end = m[0] + i + 1; b.Len() == want {
					break
				}
			} else if !strings.ContainsRune(" \u00a0\u202f-.", r) {
				break
			}
		}
		if iban := b.String(); len(iban) == want && checks(iban) && (end == len(text) || !wordByte(text[end])) {
			found(IBAN, false, maskedNumber(IBAN, iban))
			taken = append(taken, [2]int{m[0], end})
		}
	}
	return taken
}

func wordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// checks computes the check digits: ISO 7064, MOD 97-10.
func checks(iban string) bool {
	rest := 0
	for _, r := range iban[4:] + iban[:4] {
		switch {
		case r >= '0' && r <= '9':
			rest = (rest*10 + int(r-'0')) % 97
		default:
			rest = (rest*100 + int(r-'A') + 10) % 97
		}
	}
	return rest == 1
}
