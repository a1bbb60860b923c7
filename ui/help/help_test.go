package help

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"primadesk/assets/i18n"
	"primadesk/assets/manual"
	"primadesk/ui/kit"
)

func open(t *testing.T, lang string) (*Screen, fyne.Window) {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(kit.NewTheme(kit.ThemeParams{}))
	s := New(Params{Printer: i18n.For(lang), Pages: []Page{
		{ID: "keys", Title: "The keys", Body: func() fyne.CanvasObject { return kit.NewText("all of them", kit.TextStyle{}) }},
	}})
	w := a.NewWindow("")
	w.SetContent(s.Content())
	w.Resize(fyne.NewSize(1170, 742))
	t.Cleanup(w.Close)
	return s, w
}

func said(o fyne.CanvasObject) string {
	var out []string
	for _, x := range test.LaidOutObjects(o) {
		switch x := x.(type) {
		case *kit.Text:
			out = append(out, x.Text())
		case *widget.RichText:
			out = append(out, x.String())
		}
	}
	return strings.Join(out, "\n")
}

func TestChaptersAndPages(t *testing.T) {
	s, _ := open(t, "en")
	if !strings.Contains(said(s.body), "First steps") {
		t.Error("the first chapter is not shown first")
	}
	s.Open("contacts")
	if s.State() != "contacts" || !strings.Contains(said(s.body), "The list") || strings.Contains(said(s.body), "in English") {
		t.Errorf("shown is %s: %s", s.State(), said(s.body))
	}
	s.Open("keys")
	if s.State() != "keys" || !strings.Contains(said(s.body), "all of them") {
		t.Errorf("shown is %s", s.State())
	}
	s.SetState("no such chapter")
	if s.State() != "keys" {
		t.Error("a chapter that there is not was opened")
	}
}

func TestTheWindowsLanguage(t *testing.T) {
	s, _ := open(t, "it")
	s.Open("contacts")
	note := i18n.For("it").T("help.in_english")
	if got := said(s.body); !strings.Contains(got, "Contatti") || strings.Contains(got, note) {
		t.Errorf("shown: %s", got)
	}
	english, _ := manual.Read("en", "contacts")
	if got := said(s.page(english)); !strings.Contains(got, note) {
		t.Errorf("a chapter in another language does not say so: %s", got)
	}
}

func TestLinksStayInTheManual(t *testing.T) {
	s, w := open(t, "en")
	s.Open("contacts")
	for _, x := range test.LaidOutObjects(s.body) {
		if link, ok := x.(*widget.Hyperlink); ok && link.Text == "People of an event" {
			w.Canvas().Focus(link)
			link.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			if s.State() != "event-people" {
				t.Errorf("the link leads to %s", s.State())
			}
			return
		}
	}
	t.Error("no link to the people of an event")
}

func TestSearchInTheManual(t *testing.T) {
	s, _ := open(t, "en")
	s.Search("blind copies")
	got := strings.Split(said(s.list), "\n")
	if len(got) != 2 || got[0] != "People of an event" || !strings.Contains(got[1], "blind") {
		t.Errorf("found %q", got)
	}
	s.first()
	if s.State() != "event-people" {
		t.Errorf("Enter shows %s", s.State())
	}
	s.Search("keys the")
	if got := strings.Split(said(s.list), "\n"); !slices.Contains(got, "The keys") {
		t.Errorf("found %q", got)
	}
	s.Search("nowhere at all")
	if !strings.Contains(said(s.list), i18n.For("en").T("help.nothing")) || !s.Back() || s.Back() {
		t.Error("a search without an answer does not end well")
	}
}
