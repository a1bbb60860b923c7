package app

import (
	"testing"

	"primadesk/data"
)

func TestPhonesInInternationalForm(t *testing.T) {
	for _, c := range []struct{ typed, country, want string }{
		{"2710 223 456", "GR", "+30 271 022 3456"},
		{"0475 12 34 56", "BE", "+32 475 12 34 56"},
		{"06 12 34 56 78", "FR", "+33 6 12 34 56 78"},
		{"091 123 4567", "IT", "+39 091 123 4567"},
		{"912 345 678", "ES", "+34 912 34 56 78"},
		{"22 123456", "CY", "+357 22 123456"},
		{"00302710223456", "BE", "+30 271 022 3456"},
		{"+30 2710 223456", "", "+30 271 022 3456"},
		{"2710223456 ext 12", "GR", "+30 271 022 3456 ext. 12"},
		{"112", "GR", "112"},
		{"ask Maria", "GR", "ask Maria"},
		{"", "GR", ""},
		{"2710 223 456", "", "2710 223 456"},
	} {
		got := Phone(c.typed, c.country)
		if got != c.want {
			t.Errorf("%q in %q: %q, not %q", c.typed, c.country, got, c.want)
		}
		if again := Phone(got, c.country); again != got {
			t.Errorf("%q changes again into %q", got, again)
		}
		contact := &data.Contact{FamilyName: "X", Phones: data.Rows[data.Phone]{{Element: data.Element{ID: "p"}, Number: got}}}
		if ps := data.Validate(contact); got != "" && c.typed != "ask Maria" && len(ps) > 0 {
			t.Errorf("%q is refused: %v", got, ps)
		}
	}
}
