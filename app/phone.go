package app

import (
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// Phone puts a telephone number into international form (ITU-T E.123: +30 271 012 3456), with the country, a code of ISO
// 3166, whose numbers are written without a prefix. What is no number that exists is left as it was typed.
func Phone(text, country string) string {
	typed := strings.TrimSpace(text)
	if rest, ok := strings.CutPrefix(typed, "00"); ok {
		typed = "+" + rest // as all of the Union dials abroad
	}
	number, err := phonenumbers.Parse(typed, country)
	if err != nil || !phonenumbers.IsValidNumber(number) {
		return text
	}
	return phonenumbers.Format(number, phonenumbers.INTERNATIONAL)
}
