// Package manual holds the user's manual, a chapter a screen, in the languages that it is written in. It knows nothing of
// who shows it.
//
// A chapter is <language>/<chapter>.md: a title ("# Contacts"), paragraphs, lists, second headings, **bold** words, `keys`,
// and links to other chapters by their names: [Takeaways](takeaways).
package manual

import (
	"embed"
	"strings"
)

//go:embed */*.md
var files embed.FS

// Chapters are the names of all chapters, in the order in which they are read.
func Chapters() []string {
	return []string{
		"first-steps", "home", "contacts", "organisations", "events", "event-plan", "event-people", "event-evidence", "event-sheet",
		"takeaways", "project", "reports", "report-kinds", "privacy-scan", "bulletin", "history", "settings",
	}
}

// Chapter is one in a language.
type Chapter struct {
	Name, Title string
	Lang        string // the language that the text is in: another than was asked for where it is not translated yet
	Text        string // without the title
}

// Read gives a chapter, in English where it is not there in the language; false where there is no such chapter.
func Read(lang, name string) (Chapter, bool) {
	for _, l := range []string{lang, "en"} {
		b, err := files.ReadFile(l + "/" + name + ".md")
		if err != nil {
			continue
		}
		title, text, _ := strings.Cut(string(b), "\n")
		return Chapter{Name: name, Title: strings.TrimSpace(strings.TrimPrefix(title, "#")), Lang: l, Text: strings.TrimSpace(text)}, true
	}
	return Chapter{}, false
}

// All gives all chapters in a language.
func All(lang string) []Chapter {
	var all []Chapter
	for _, name := range Chapters() {
		if c, ok := Read(lang, name); ok {
			all = append(all, c)
		}
	}
	return all
}

// Plain is a chapter's text without its marks, for a search.
func (c Chapter) Plain() string {
	return strings.NewReplacer("**", "", "`", "", "# ", "", "#", "", "[", "", "](", " ", ")", "").Replace(c.Text)
}
