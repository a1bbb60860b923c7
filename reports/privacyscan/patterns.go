package privacyscan

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	address = regexp.MustCompile(`[\p{L}\p{N}][\p{L}\p{N}._%+'’-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+`)
	hidden  = regexp.MustCompile(`(?i)([\p{L}\p{N}][\p{L}\p{N}._+-]{0,63})\s*[\[({]\s*(?:at|@|à|chez|παπάκι)\s*[\])}]\s*([\p{L}\p{N}-]{1,63}(?:\s*(?:\.|[\[({]\s*(?:dot|\.|point|punto|τελεία)\s*[\])}])\s*[\p{L}\p{N}-]{1,63})+)`)
	// A run of digits with what people put between them.
	number = regexp.MustCompile(`(?:\+|\(\+|\()?\d(?:[\d\x{00a0}\x{202f}\x{2011}\x{2013} ./()-]{4,28}\d)`)
	// A day, which is no part of a telephone number beside it: "EL-02 2024-12-24".
	day = regexp.MustCompile(`\b(?:(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-.](?:0?[1-9]|1[0-2])[-.](?:19|20)\d\d)\b`)
	// What is said before a telephone number, folded.
	beforeNumber = regexp.MustCompile(`(?i)(?:\b(?:tel|tél|phone|telephone|téléphone|telefono|teléfono|telefoon|mobile|mob|móvil|portable|cell|cellulare|gsm|fax|whatsapp|viber|signal)|τηλ|τηλέφωνο|κινητό|κιν|φαξ)[ \x{00a0}]*[.:°]{0,2}[ \x{00a0}]*(?:no|n°)?[.: \x{00a0}]*$`)
	// What is said before the number of a passport or an identity card, up to the number.
	document = regexp.MustCompile(`(?i)(?:passport|passeport|διαβατ[ηή]ρ[ιί](?:ο|ου)|pasaporte|passaporto|paspoort|identity card|id card|carte d['’]identit[ée]|ταυτ[όο]τητα[ςσ]?|α\.?δ\.?τ\.?|documento de identidad|\bdni|\bnie|carta d['’]identit[àa]|identiteitskaart)[^\n\d]{0,24}?\b([\p{Lu}]{0,3}[ -]?\d{6,9}[ -]?[\p{Lu}]?|[\p{Lu}\d]{8,9})(?:[^\p{L}\d]|$)`)
	// The lower zone of a passport, ICAO 9303.
	machineZone = regexp.MustCompile(`P[A-Z<][A-Z]{3}[A-Z<]{20,39}|[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{14}[\d<]\d`)
	ibanStart   = regexp.MustCompile(`(?i)\b[a-z]{2}\d{2}[ \x{00a0}\x{202f}-]?[a-z0-9]{2}`)
)

// patterns finds what has the form of an address, telephone number, IBAN or passport.
func (s *scan) patterns(part string, p *piece) {
	found := func(kind Kind, known bool, text string) {
		s.add(Finding{Part: part, Place: p.at, Kind: kind, Known: known, Text: text})
	}
	if strings.Contains(p.text, "@") {
		for _, a := range address.FindAllString(p.text, -1) {
			s.address(a, found)
		}
	}
	if strings.ContainsAny(p.text, "[({") {
		for _, m := range hidden.FindAllStringSubmatch(p.text, -1) {
			s.address(m[1]+"@"+spelledDots.ReplaceAllString(m[2], "."), found)
		}
	}
	if !enoughDigits(p.text) {
		return
	}
	taken := s.ibans(p.text, found)
	for _, m := range documents(p.text) {
		if digitsIn(p.text[m[2]:m[3]]) < 3 { // a word in capitals
			continue
		}
		found(Passport, false, maskedNumber(Passport, p.text[m[2]:m[3]]))
		taken = append(taken, [2]int{m[2], m[3]})
	}
	if strings.Contains(p.text, "<") {
		for _, m := range machineZone.FindAllStringIndex(p.text, -1) {
			found(Passport, false, maskedNumber(Passport, p.text[m[0]:m[1]]))
			taken = append(taken, [2]int{m[0], m[1]})
		}
	}
	s.phones(p.text, taken, found)
}

// documentWords are beginnings of what document looks for, without which a long text need not be looked through.
var documentWords = []string{"pass", "paspoort", "pasaporte", "διαβατ", "ident", "id card", "ταυτ", "α.δ", "αδτ", "α.δ.τ", "dni", "nie"}

func documents(text string) [][]int {
	lower := strings.ToLower(text)
	for _, w := range documentWords {
		if strings.Contains(lower, w) {
			return document.FindAllStringSubmatchIndex(text, -1)
		}
	}
	return nil
}

// said tells whether the words before a number say that it is one of a telephone.
func said(before string) bool {
	before = before[max(0, len(before)-40):]
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " .:°\u00a0"))
	return unicode.IsLetter(last) && beforeNumber.MatchString(before)
}

var spelledDots = regexp.MustCompile(`(?i)\s*(?:\.|[\[({]\s*(?:dot|\.|point|punto|τελεία)\s*[\])}])\s*`)

// enoughDigits tells whether a text can hold any number that is looked for; those of some passports have four digits.
func enoughDigits(text string) bool {
	return digitsIn(text) >= 4 || strings.Contains(text, "P<")
}

func digitsIn(text string) (n int) {
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			n++
		}
	}
	return n
}

// plainAddress is an address as it is compared.
func plainAddress(a string) string { return strings.ToLower(strings.Trim(a, " .'’")) }

// nobody are mailboxes that are no person's own.
var nobody = map[string]bool{
	"info": true, "contact": true, "office": true, "secretariat": true, "press": true, "media": true, "privacy": true, "dpo": true, "gdpr": true,
	"project": true, "communication": true, "hello": true, "mail": true, "newsletter": true, "support": true, "webmaster": true, "noreply": true, "no-reply": true,
}

func (s *scan) address(a string, found func(Kind, bool, string)) {
	a = plainAddress(a)
	if s.known.allowed[a] {
		return
	}
	local, domain, _ := strings.Cut(a, "@")
	if nobody[local] && s.known.domains[domain] {
		return
	}
	found(Email, s.known.emails[a], maskedAddress(a))
}

// phones finds numbers of known people however they are written, and what is plainly a telephone number: with the prefix of a
// country, in groups that begin with 0, or after a word that says so.
func (s *scan) phones(text string, taken [][2]int, found func(Kind, bool, string)) {
	for _, m := range number.FindAllStringIndex(text, -1) {
		if within(taken, m) || glued(text, m) {
			continue
		}
		labelled := said(text[:m[0]])
		for typed := range strings.SplitSeq(severalNumbers.Replace(text[m[0]:m[1]]), "\n") {
			typed = strings.TrimSpace(typed)
			if s.knownIn(typed, found) {
				continue
			}
			for _, rest := range day.Split(typed, -1) {
				rest = strings.TrimSpace(rest)
				if n, ok := significant(rest); ok && !s.known.digits[n] && (labelled || formOfPhone(rest)) {
					found(Phone, false, maskedNumber(Phone, rest))
				}
			}
		}
	}
}

// severalNumbers parts numbers that stand one after the other.
var severalNumbers = strings.NewReplacer(" / ", "\n", "/ ", "\n", "/", "\n", " +", "\n+", " (+", "\n(+", "  ", "\n")

// knownIn finds the numbers of known people in a run of groups of digits, which may hold more than one.
func (s *scan) knownIn(typed string, found func(Kind, bool, string)) (met bool) {
	groups := strings.FieldsFunc(strings.ReplaceAll(typed, "(0)", ""), func(r rune) bool { return r < '0' || r > '9' })
	for i := 0; i < len(groups); i++ {
		for j := len(groups); j > i; j-- {
			text := strings.Join(groups[i:j], "")
			if n, ok := significant(text); ok && s.known.phone(n) {
				if !s.known.digits[n] {
					found(Phone, true, maskedNumber(Phone, text))
				}
				met, i = true, j-1
				break
			}
		}
	}
	return met
}

func within(taken [][2]int, m []int) bool {
	for _, t := range taken {
		if m[0] < t[1] && t[0] < m[1] {
			return true
		}
	}
	return false
}

// glued tells whether a number is part of a word: of an identifier, a web address, a formula.
func glued(text string, m []int) bool {
	before, after := byte(' '), byte(' ')
	if m[0] > 0 {
		before = text[m[0]-1]
	}
	if m[1] < len(text) {
		after = text[m[1]]
	}
	part := func(b byte) bool { return b == '_' || b < 0x80 && unicode.IsLetter(rune(b)) || b >= '0' && b <= '9' }
	return part(before) || part(after) || before == '#' || before == '='
}

// formOfPhone tells whether a number is written as only telephone numbers are.
func formOfPhone(typed string) bool {
	digits, groups := 0, 0
	between := false
	for _, r := range typed {
		switch {
		case r >= '0' && r <= '9':
			digits++
			between = false
		case r == '/':
			return false
		case !between:
			groups++
			between = true
		}
	}
	international := strings.HasPrefix(strings.TrimLeft(typed, "("), "+") || strings.HasPrefix(typed, "00") && digits >= 11
	if international {
		return digits >= 9 && digits <= 15
	}
	return strings.HasPrefix(typed, "0") && digits >= 9 && digits <= 11 && groups >= 3 && !strings.Contains(typed, "-0")
}

// significant are the digits of a telephone number without what dials abroad or out of town; ok is false for what is too
// short or too long for one.
func significant(typed string) (n uint64, ok bool) {
	typed = strings.ReplaceAll(typed, "(0)", "")
	digits := 0
	for _, r := range typed {
		if r < '0' || r > '9' || n == 0 && r == '0' {
			continue
		}
		if digits++; digits > 16 {
			return 0, false
		}
		n = n*10 + uint64(r-'0')
	}
	return n, digits >= 7
}

// phone tells whether a number is a known one: the same, or one is the other with a country's prefix of at most three digits.
func (k *Known) phone(n uint64) bool {
	for _, known := range k.phones[uint32(n%1e8)] {
		a, b := min(n, known), max(n, known)
		for range 4 {
			if a == b {
				return true
			}
			b = withoutFirst(b)
		}
	}
	return false
}

func withoutFirst(n uint64) uint64 {
	power := uint64(1)
	for n/power >= 10 {
		power *= 10
	}
	return n % power
}
