//go:build screenshots

package contacts

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/kit"
)

// screensDir is where the pictures of the manual go; without it they are drawn and thrown away.
const screensDir = "PRIMADESK_SCREENS"

// shot is one picture: of the screen as it lies beside the rail, in a window of 1366x768.
type shot struct {
	name, lang string
	look       kit.Look
	scale      float32
	size       fyne.Size
	prepare    func(*bench)
}

func TestScreens(t *testing.T) {
	usual := fyne.NewSize(1170, 742)
	for _, s := range []shot{
		{"contacts-en", "en", kit.LookLight, 1, usual, mistake},
		{"contacts-el-dark", "el", kit.LookDark, 1, usual, mistake},
		{"contacts-nl", "nl", kit.LookLight, 1.5, fyne.NewSize(1366-294, 729), func(b *bench) { b.line("Ελένη Παπαδοπούλου") }},
		{"contacts-fr-consents", "fr", kit.LookLight, 1, fyne.NewSize(1170, 1700), func(b *bench) { b.line("Μαρία Παπαδοπούλου") }},
		{"contacts-es-history", "es", kit.LookLight, 1, usual, changes},
		{"contacts-it-events", "it", kit.LookDark, 1, usual, tab(tabEvents)},
		{"contacts-nl-new", "nl", kit.LookLight, 1, usual, func(b *bench) { b.s.New() }},
		{"contacts-en-conflict", "en", kit.LookLight, 1, usual, conflict},
		{"contacts-el-filters", "el", kit.LookLight, 1, usual, func(b *bench) { b.s.bar.open() }},
		{"contacts-en-consent", "en", kit.LookDark, 1, usual, func(b *bench) {
			b.line("Μαρία Παπαδοπούλου")
			b.s.record.form.consents.edit(b.s.record.form.consents.rows[0])
		}},
		{"contacts-fr-nothing", "fr", kit.LookLight, 1, usual, func(b *bench) { b.s.Search("zzz"); b.s.record.close() }},
	} {
		t.Run(s.name, func(t *testing.T) { s.take(t) })
	}
}

func (s shot) take(t *testing.T) {
	b := show(t, workspace(t, s.lang, true), s.lang)
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.ThemeParams{Look: s.look, Scale: s.scale}))
	s.prepare(b)
	b.shell.window.Resize(s.size.AddWidthHeight(1, 0)) // what wraps learns its width
	b.shell.window.Resize(s.size)
	img := b.shell.window.Canvas().Capture()
	if got := img.Bounds(); got.Dx() != int(s.size.Width) || got.Dy() != int(s.size.Height) {
		t.Errorf("the window asks for %v, more than %v", got, s.size)
	}
	dir := os.Getenv(screensDir)
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, s.name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// mistake is the picture that the look was drawn for: a search, filters, and an address that is none.
func mistake(b *bench) {
	b.s.setFilter(byCountry, "GR")
	b.s.Search("παπα")
	b.line("Ελένη Παπαδοπούλου")
	rows := decodeRows(b.s.record.form.Value("emails"))
	rows[0].Values["address"] = "e.papadopoulou.example.org"
	b.edit("emails", encodeRows(rows))
	b.s.Save()
}

func tab(id string) func(*bench) {
	return func(b *bench) {
		b.line("Ελένη Παπαδοπούλου")
		b.s.record.view.Tabs().Choose(id)
		b.s.record.tab()
	}
}

func changes(b *bench) {
	b.line("Ελένη Παπαδοπούλου")
	b.edit("role", "Αντιδήμαρχος")
	b.edit("tags", "harbour")
	b.edit("next_contact", "2026-09-25")
	b.s.Save()
	tab(tabHistory)(b)
}

func conflict(b *bench) {
	b.line("Ελένη Παπαδοπούλου")
	b.edit("role", "Αντιδήμαρχος")
	b.edit("country", "CY")
	other := *b.stored(b.s.record.id())
	other.Role, other.Country = "Δήμαρχος", "IT"
	keep(b.t, b.w, []data.Record{&other}...)
	b.s.Save()
}
