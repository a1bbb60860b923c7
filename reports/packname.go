package reports

import (
	"path"
	"slices"
	"strings"
	"unicode"
)

// longestName is how much of a text goes into a file's name, in characters.
const longestName = 60

// devices are names that Windows keeps for itself, with any ending.
var devices = strings.Fields("con prn aux nul com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 conin$ conout$")

// safeName makes a text the name of a file or folder on every system: letters and digits of any script, points, hyphens and
// underscores, no point or hyphen at an end. Where nothing is left, it is the other one.
func safeName(text, other string) string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '.' && r != '_'
	})
	runes := []rune(strings.Join(words, "-"))
	name := strings.Trim(string(runes[:min(len(runes), longestName)]), ".-")
	if name == "" {
		return other
	}
	if stem, _, _ := strings.Cut(strings.ToLower(name), "."); slices.Contains(devices, stem) {
		return "_" + name
	}
	return name
}

// ending is that of a file's name, if it looks like one.
func ending(name string) string {
	end := strings.ToLower(path.Ext(name))
	if len(end) < 2 || len(end) > 9 {
		return ""
	}
	for _, r := range end[1:] {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			return ""
		}
	}
	return end
}
