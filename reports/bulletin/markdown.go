package bulletin

import (
	"fmt"
	"strings"

	"primadesk/assets/i18n"
)

// Markdown is the issue as CommonMark in a language, with the emblem inside.
func Markdown(i Issue, p *i18n.Printer) (string, error) {
	drawn, err := emblem()
	if err != nil {
		return "", fmt.Errorf("emblem: %w", err)
	}
	l := compose(i, p)
	m := &marked{}
	m.line("# " + m.text(l.Title))
	m.line("*" + escaped(l.Issue) + "*")
	for _, t := range l.Notice {
		m.line("> " + m.text(t))
	}
	m.paragraphs(l.Intro)
	if len(l.Lands) > 0 {
		m.line("## " + escaped(l.Activities))
	}
	for _, land := range l.Lands {
		m.line("### " + escaped(land.Country))
		for _, meeting := range land.Meetings {
			m.line("#### " + m.text(meeting.Name))
			if meeting.Facts != "" {
				m.line("*" + escaped(meeting.Facts) + "*")
			}
			m.paragraphs(meeting.Account)
			m.lessons(meeting.Lessons)
		}
		m.lessons(land.Lessons)
	}
	if len(l.Next) > 0 {
		m.line("## " + escaped(l.NextTitle))
		m.paragraphs(l.Next)
	}
	m.ending(l)
	m.line("[eu]: " + dataURI(drawn))
	return m.String(), nil
}

// ending is what stands under every issue: links, partners, who pays.
func (m *marked) ending(l *letter) {
	if len(l.Links) > 0 {
		m.line("## " + escaped(l.LinksTitle))
		items := make([]string, len(l.Links))
		for i, link := range l.Links {
			items[i] = "[" + escaped(link.Label) + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E").Replace(link.URL) + ">)"
		}
		m.items(items)
	}
	if len(l.Partners) > 0 {
		m.line("## " + escaped(l.PartnersTitle))
		items := make([]string, len(l.Partners))
		for i, partner := range l.Partners {
			items[i] = escaped(partner.Name)
			if partner.Country != "" {
				items[i] += " (" + escaped(partner.Country) + ")"
			}
		}
		m.items(items)
	}
	m.line("---")
	m.line("![" + escaped(l.Emblem) + "][eu]")
	m.line("**" + m.text(l.Funding) + "**")
	m.paragraphs(l.Disclaimer)
	if l.Number != "" {
		m.line(escaped(l.Number))
	}
}

// marked grows block by block, with an empty line between.
type marked struct{ strings.Builder }

func (m *marked) line(s string) {
	if m.Len() > 0 {
		m.WriteByte('\n')
	}
	m.WriteString(s + "\n")
}

func (m *marked) items(items []string) {
	for i, item := range items {
		items[i] = "- " + item
	}
	m.line(strings.Join(items, "\n"))
}

func (m *marked) paragraphs(list []text) {
	for _, t := range list {
		m.line(m.text(t))
	}
}

func (m *marked) lessons(l lessons) {
	if len(l.Items) == 0 {
		return
	}
	m.line("**" + escaped(l.Title) + "**")
	items := make([]string, len(l.Items))
	for i, t := range l.Items {
		items[i] = m.text(t)
	}
	m.items(items)
}

// text is a text with its language, for which Markdown has HTML's own element.
func (*marked) text(t text) string {
	s := escaped(t.S)
	if t.Lang != "" {
		s = `<span lang="` + t.Lang + `">` + s + "</span>"
	}
	if t.Note != "" {
		s += ` *\[` + escaped(t.Note) + `\]*`
	}
	return s
}

// special are the characters that mean something anywhere in a line of Markdown.
var special = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "~", `\~`, "|", `\|`,
	"\n", " ", "\r", " ", "\t", " ",
)

// escaped is a text of which nothing is taken for a mark, at the beginning of a line neither.
func escaped(s string) string {
	s = special.Replace(strings.TrimSpace(s))
	if s == "" {
		return s
	}
	if strings.ContainsRune("#+-=", rune(s[0])) {
		return `\` + s
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')') { // would begin a numbered list
		return s[:digits] + `\` + s[digits:]
	}
	return s
}
