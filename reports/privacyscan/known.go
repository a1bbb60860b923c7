package privacyscan

import (
	"iter"
	"math/bits"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"primadesk/data"
)

// Person is somebody whose data must not leave.
type Person struct {
	Given, Family string
	Latin         string // the whole name in Latin letters, in either order
	Emails        []string
	Phones        []string
}

// Params say who is known, and what may be said in public.
type Params struct {
	People iter.Seq2[Person, error]
	// Places are names of places, partners and projects: who is called like one of them is not found by that name.
	Places []string
	// Organisations are names that may hold somebody's ("Anna Kollia Foundation"); who is called like the whole one is found.
	Organisations []string
	// Addresses are e-mail addresses and telephone numbers of the project and its partners.
	Addresses []string
	// Domains are those of the project's and partners' web addresses: a mailbox there that is nobody's own ("info@") may be said.
	Domains []string
}

// Known are the known people, prepared so that a text is read once whatever their number. It may be used by several scans
// at a time.
type Known struct {
	lengths map[uint64]uint32 // first word of a name → bits of how many words names have that begin so
	names   map[uint64]public // whole names, and phrases that may be said
	emails  map[string]bool
	phones  map[uint32][]uint64 // last eight digits → the numbers that end so
	allowed map[string]bool     // addresses
	digits  map[uint64]bool     // telephone numbers that may be said
	domains map[string]bool
}

// public tells what a known sequence of words is: bits.
type public uint8

const (
	person public = 1 << iota
	place
	organisation
)

// mostWords is how long a name or phrase can be; what is longer is known by its first words.
const mostWords = 12

// Know prepares. It fails where People does.
func Know(p Params) (*Known, error) {
	k := &Known{
		lengths: map[uint64]uint32{}, names: map[uint64]public{}, emails: map[string]bool{}, phones: map[uint32][]uint64{},
		allowed: map[string]bool{}, digits: map[uint64]bool{}, domains: map[string]bool{},
	}
	for _, phrase := range p.Places {
		k.phrase(hashes(phrase), place)
	}
	for _, phrase := range p.Organisations {
		k.phrase(hashes(phrase), organisation)
	}
	for _, address := range p.Addresses {
		if strings.Contains(address, "@") {
			k.allowed[plainAddress(address)] = true
		} else if n, ok := significant(address); ok {
			k.digits[n] = true
		}
	}
	for _, domain := range p.Domains {
		k.domains[strings.TrimPrefix(strings.ToLower(domain), "www.")] = true
	}
	if p.People == nil {
		return k, nil
	}
	for someone, err := range p.People {
		if err != nil {
			return nil, err
		}
		k.person(someone)
	}
	return k, nil
}

func (k *Known) person(p Person) {
	given, family := hashes(p.Given), hashes(p.Family)
	if len(given) > 0 && len(family) > 0 {
		k.bothOrders(given, family)
		if len(given) > 1 { // "Maria Elena Rossi" is mostly called "Maria Rossi"
			k.bothOrders(given[:1], family)
		}
	}
	if latin := hashes(p.Latin); len(latin) > 1 {
		k.phrase(latin, person)
		k.bothOrders(latin[:1], latin[1:])
		k.bothOrders(latin[:len(latin)-1], latin[len(latin)-1:])
	}
	for _, e := range p.Emails {
		if strings.Contains(e, "@") {
			k.emails[plainAddress(e)] = true
		}
	}
	for _, number := range p.Phones {
		if n, ok := significant(number); ok {
			tail := uint32(n % 1e8)
			k.phones[tail] = append(k.phones[tail], n)
		}
	}
}

func (k *Known) bothOrders(a, b []uint64) {
	k.phrase(append(append([]uint64{}, a...), b...), person)
	k.phrase(append(append([]uint64{}, b...), a...), person)
}

// phrase remembers a sequence of words. A single word may be said by whoever it names.
func (k *Known) phrase(words []uint64, what public) {
	if len(words) < 2 {
		return
	}
	words = words[:min(len(words), mostWords)]
	k.lengths[words[0]] |= 1 << len(words)
	k.names[sequence(words)] |= what
}

// hashes are the words of a name, folded.
func hashes(name string) []uint64 {
	var list []uint64
	for _, w := range split(nil, name, 0) {
		list = append(list, w.hash)
	}
	return list
}

const prime = 1099511628211 // FNV-1a of 64 bits

func hash(word string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * prime
	}
	return h
}

// sequence is the hash of words in their order.
func sequence(words []uint64) uint64 {
	h := uint64(0)
	for _, w := range words {
		h = follow(h, w)
	}
	return h
}

func follow(h, word uint64) uint64 { return (bits.RotateLeft64(h, 7) ^ word) * 0x9E3779B97F4A7C15 }

// word is a word of a text: where it stands, and its hash.
type word struct {
	hash       uint64
	after      uint64 // of what follows an elision: of "Anna" in "d’Anna"; 0 without one
	piece      int32
	start, end int32
}

// split adds the words of a text: letters, marks, digits and apostrophes in a row.
func split(words []word, text string, piece int) []word {
	begin := -1
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || begin >= 0 && (r == '\'' || r == '’') {
			if begin < 0 {
				begin = i
			}
			continue
		}
		if begin >= 0 {
			words, begin = spell(words, text, begin, i, piece), -1
		}
	}
	if begin >= 0 {
		words = spell(words, text, begin, len(text), piece)
	}
	return words
}

func spell(words []word, text string, begin, end, piece int) []word {
	folded := fold(text[begin:end])
	if folded == "" {
		return words
	}
	w := word{hash: hash(folded), piece: int32(piece), start: int32(begin), end: int32(end)}
	if i := strings.LastIndexAny(text[begin:end], "'’"); i > 0 {
		if _, rest, ok := strings.Cut(strings.ReplaceAll(text[begin:end], "’", "'"), "'"); ok && rest != "" {
			w.after = hash(fold(rest))
		}
	}
	return append(words, w)
}

// fold puts one word into the form in which names are compared: as search folds it, and a Greek one without the ending
// that its case gives it (Παπαδόπουλος, Παπαδόπουλου).
func fold(word string) string {
	ascii := true
	for i := range len(word) {
		ascii = ascii && word[i] < 0x80 && word[i] != '\''
	}
	if ascii {
		return strings.ToLower(word)
	}
	folded := strings.ReplaceAll(data.Fold(norm.NFC.String(word)), " ", "")
	if !strings.ContainsFunc(folded, func(r rune) bool { return r < 0x370 || r > 0x3ff }) && len(folded) > 6 { // of four letters or more
		folded = strings.TrimSuffix(folded, "σ")
		for _, ending := range []string{"ου", "ο", "η", "α", "ε"} {
			if rest, ok := strings.CutSuffix(folded, ending); ok {
				return rest
			}
		}
	}
	return folded
}
