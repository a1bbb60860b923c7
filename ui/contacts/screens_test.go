//go:build screenshots

package contacts

import (
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/record"
	"primadesk/ui/screen/screentest"
)

// TestScreens draws the screen into the folder that PRIMADESK_SCREENS names, as it lies beside the rail.
func TestScreens(t *testing.T) {
	large := fyne.NewSize(1366-294, 729)
	for _, c := range []struct {
		name, lang string
		look       kit.ThemeParams
		size       fyne.Size
		prepare    func(testing.TB, *screentest.Shell, *contacts)
	}{
		{"contacts-en", "en", kit.ThemeParams{}, screentest.Size, mistake},
		{"contacts-el", "el", kit.ThemeParams{}, screentest.Size, mistake},
		{"contacts-el-dark", "el", kit.ThemeParams{Look: kit.LookDark}, screentest.Size, mistake},
		{"contacts-nl", "nl", kit.ThemeParams{Scale: 1.5}, large, func(t testing.TB, _ *screentest.Shell, v *contacts) { find(t, v, eleni) }},
		{"contacts-fr-consents", "fr", kit.ThemeParams{}, screentest.Size, tab("Μαρία Παπαδοπούλου", tabConsents)},
		{"contacts-es-history", "es", kit.ThemeParams{}, screentest.Size, changes},
		{"contacts-it-events", "it", kit.ThemeParams{Look: kit.LookDark}, screentest.Size, tab(eleni, tabEvents)},
		{"contacts-el-log", "el", kit.ThemeParams{}, screentest.Size, func(t testing.TB, _ *screentest.Shell, v *contacts) {
			find(t, v, eleni)
			v.showLog()
			v.log.Begin()
		}},
		{"contacts-nl-new", "nl", kit.ThemeParams{}, screentest.Size, func(_ testing.TB, _ *screentest.Shell, v *contacts) { v.New() }},
		{"contacts-en-conflict", "en", kit.ThemeParams{}, screentest.Size, conflict},
		{"contacts-en-picked", "en", kit.ThemeParams{}, screentest.Size, func(t testing.TB, _ *screentest.Shell, v *contacts) {
			first, _ := v.List().Row(1)
			second, _ := v.List().Row(3)
			v.List().Pick(first.ID(), second.ID())
		}},
		{"contacts-en-more", "en", kit.ThemeParams{Look: kit.LookDark}, fyne.NewSize(1170, 1400), func(t testing.TB, _ *screentest.Shell, v *contacts) {
			find(t, v, eleni)
			v.Pane().Reveal("latin_name")
		}},
		{"contacts-el-consent", "el", kit.ThemeParams{}, screentest.Size, func(t testing.TB, _ *screentest.Shell, v *contacts) {
			find(t, v, "Μαρία Παπαδοπούλου")
			v.Pane().SetTab(tabConsents)
			v.consents.edit(v.consents.rows[0])
		}},
		{"contacts-fr-nothing", "fr", kit.ThemeParams{}, screentest.Size, func(_ testing.TB, _ *screentest.Shell, v *contacts) {
			v.Search("zzz")
			v.Open("")
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, v := show(t, screentest.Params{Lang: c.lang, Look: c.look})
			s.Win.Resize(c.size)
			c.prepare(t, s, v)
			s.Capture(t, c.name)
		})
	}
}

// mistake is the picture that the look was drawn for: a search, filters, and an address that is none.
func mistake(t testing.TB, _ *screentest.Shell, v *contacts) {
	v.List().SetFilter("country", "GR")
	v.Search("παπα")
	c := find(t, v, eleni)
	next := record.Clone(c).(*data.Contact)
	next.Emails[0].Address = "e.papadopoulou.example.org"
	v.Pane().SetValue("emails", fields.Value(fields.Column(c, "emails"), next))
	v.Save()
}

func tab(name, id string) func(testing.TB, *screentest.Shell, *contacts) {
	return func(t testing.TB, _ *screentest.Shell, v *contacts) {
		find(t, v, name)
		v.Pane().SetTab(id)
	}
}

func changes(t testing.TB, s *screentest.Shell, v *contacts) {
	find(t, v, eleni)
	v.Pane().SetValue("role", "Αντιδήμαρχος")
	v.Pane().SetValue("tags", "harbour")
	v.Pane().SetValue("next_contact", "2026-09-25")
	v.Save()
	v.Pane().SetTab(record.TabHistory)
}

func conflict(t testing.TB, s *screentest.Shell, v *contacts) {
	c := find(t, v, eleni)
	v.Pane().SetValue("role", "Αντιδήμαρχος")
	v.Pane().SetValue("country", "CY")
	other := stored(t, s, c.ID)
	other.Role, other.Country = "Δήμαρχος", "IT"
	screentest.Keep(t, s.Work, other)
	v.Save()
}
