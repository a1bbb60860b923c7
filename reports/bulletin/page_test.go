package bulletin

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"primadesk/assets/i18n"
	"primadesk/reports/docx"
)

// What mail programs and screen readers ask of the page holds in every language, with gaps too.
func TestPagesAreFit(t *testing.T) {
	logo, err := emblem()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range i18n.Languages {
		for name, i := range map[string]Issue{"sample": sampleIssue(t), "small": small()} {
			i.Logos = map[string][]byte{"p1": logo}
			page, err := HTML(i, i18n.For(lang))
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(page, "<!DOCTYPE html>\n<html lang=\""+lang+"\">") {
				t.Errorf("%s %s begins with %.60q", lang, name, page)
			}
			root, err := html.Parse(strings.NewReader(page))
			if err != nil {
				t.Fatal(err)
			}
			checkPage(t, lang+" "+name, root)
		}
	}
}

func checkPage(t *testing.T, name string, root *html.Node) {
	t.Helper()
	level, tops := 0, 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		attribute := func(key string) (string, bool) {
			for _, a := range n.Attr {
				if a.Key == key {
					return a.Val, true
				}
			}
			return "", false
		}
		switch n.Data {
		case "img":
			if _, ok := attribute("alt"); !ok {
				t.Errorf("%s: a picture without alternative text", name)
			}
			if source, _ := attribute("src"); !strings.HasPrefix(source, "data:image/png;base64,") {
				t.Errorf("%s: a picture from %.40s", name, source)
			}
		case "a":
			if address, _ := attribute("href"); docx.Address(address) == "" {
				t.Errorf("%s: a link to %q", name, address)
			}
		case "table":
			if role, _ := attribute("role"); role != "presentation" {
				t.Errorf("%s: a table that is read as one", name)
			}
		case "script", "link", "style":
			t.Errorf("%s: <%s> is of no use in a mail", name, n.Data)
		case "h1", "h2", "h3", "h4":
			now := int(n.Data[1] - '0')
			if now > level+1 {
				t.Errorf("%s: h%d follows h%d", name, now, level)
			}
			if level = now; now == 1 {
				tops++
			}
		}
	}
	if tops != 1 {
		t.Errorf("%s: %d main headings", name, tops)
	}
}

// On a phone the statement wraps beside the emblem, not around it.
func TestTheStatementStandsBesideTheEmblem(t *testing.T) {
	for _, lang := range i18n.Languages {
		p := i18n.For(lang)
		page, err := HTML(sampleIssue(t), p)
		if err != nil {
			t.Fatal(err)
		}
		_, after, found := strings.Cut(page, `alt="`+p.T("report.cover.emblem")+`"`)
		_, after, cell := strings.Cut(after, `></td>`)
		statement, _, _ := strings.Cut(after, `</td>`)
		if !found || !cell || !strings.Contains(html.UnescapeString(statement), p.FundingStatement(sampleIssue(t).Project.Funding)) {
			t.Errorf("%s: beside the emblem stands %q", lang, statement)
		}
	}
}
