package app

import (
	"strings"
	"testing"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Numbers in what is told stand as the language writes them, of whatever type they are.
func TestNumbersInErrorsAreTheLanguages(t *testing.T) {
	scale := data.Fail("settings.scale", "Value", 9.5, "Low", MinScale, "High", MaxScale)
	large := data.Fail("evidence.large", "Limit", int64(209715200))
	for _, c := range []struct {
		lang string
		err  error
		has  []string
	}{
		{"en", scale, []string{"9.5", "0.75", "2"}},
		{"fr", scale, []string{"9,5", "0,75", "2"}},
		{"el", scale, []string{"9,5", "0,75", "2"}},
		{"en", large, []string{"209,715,200"}},
		{"nl", large, []string{"209.715.200"}},
	} {
		told := Tell(i18n.For(c.lang), c.err).Message
		for _, want := range c.has {
			if !strings.Contains(told, want) {
				t.Errorf("%s: no %q in %q", c.lang, want, told)
			}
		}
	}
	amount, err := data.ParseDecimal("1250.5")
	if err != nil {
		t.Fatal(err)
	}
	got := words(i18n.For("it"), []any{"Value", amount, "Low", 1000})
	if got[1] != "1.250,5" || got[3] != i18n.For("it").Number(1000) {
		t.Errorf("%q", got)
	}
}
