package privacyscan

import (
	"strings"
	"unicode/utf8"
)

const stars = "***"

// maskedWord adds a word's first letter to a masked name.
func maskedWord(name, word string) string {
	r, _ := utf8.DecodeRuneInString(word)
	if name != "" {
		name += " "
	}
	return name + string(r) + stars
}

// maskedAddress keeps the first letter and the domain of an e-mail address.
func maskedAddress(address string) string {
	local, domain, _ := strings.Cut(address, "@")
	return maskedWord("", local) + "@" + domain
}

// maskedNumber keeps the last two characters; of an IBAN the country too.
func maskedNumber(kind Kind, number string) string {
	r := []rune(strings.TrimSpace(number))
	end := stars + string(r[max(0, len(r)-2):])
	if kind == IBAN {
		return string(r[:min(2, len(r))]) + end
	}
	return end
}
