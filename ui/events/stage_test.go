package events

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// stage shows the page of one of the sample's events, on one of its tabs.
func stage(t *testing.T, p screentest.Params, number, tab string) (*events, *screentest.Shell) {
	t.Helper()
	f := screentest.Open(t, p)
	s := newEvents(Params{Workspace: f.Work, Shell: f, Printer: f.Printer}, kit.Inline())
	f.Show(t, s)
	s.Open(screentest.Event(t, f.Work, number).ID)
	s.page.tabs.Choose(tab)
	s.page.tab()
	return s, f
}

// scan writes a small picture, as a scanner would.
func scan(t *testing.T, name string) string {
	t.Helper()
	var b bytes.Buffer
	page := image.NewRGBA(image.Rect(0, 0, 300, 400))
	for y := range 400 { // a sheet with lines to sign on
		for x := range 300 {
			ink := color.Gray{Y: 250}
			if x > 30 && x < 270 && y > 60 && y%30 == 0 {
				ink = color.Gray{Y: 90}
			}
			page.Set(x, y, ink)
		}
	}
	if err := png.Encode(&b, page); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// addressed is a contact with an address, kept.
func addressed(t *testing.T, f *screentest.Shell, name, lang string) *data.Contact {
	t.Helper()
	c := &data.Contact{FamilyName: name, PreferredLanguage: lang}
	c.ID = newID()
	c.Emails = data.Rows[data.Email]{{Element: data.Element{ID: newID()}, Address: name + "@example.org"}}
	screentest.Keep(t, f.Work, c)
	return c
}
