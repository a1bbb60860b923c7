package bulletin

import (
	"bytes"
	"errors"
	"iter"
	"maps"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
)

func person(name, address, language string, change func(*data.Contact)) *data.Contact {
	c := &data.Contact{GivenName: name, PreferredLanguage: language}
	if address != "" {
		c.Emails.Add("m").(*data.Email).Address = address
	}
	k := c.Consents.Add("k").(*data.Consent)
	k.Purpose, k.Date = "newsletter", "2025-01-01"
	if change != nil {
		change(c)
	}
	return c
}

func each(list ...*data.Contact) iter.Seq2[*data.Contact, error] {
	return func(yield func(*data.Contact, error) bool) {
		for _, c := range list {
			if !yield(c, nil) {
				return
			}
		}
	}
}

func TestWhoGetsIt(t *testing.T) {
	list, others, err := Recipients(each(
		person("A", "a@example.org", "fr", nil),
		person("B", "b@example.org", "", nil),
		person("C", "c@example.org", "el", nil),
		person("D", "", "fr", nil),
		person("E", "e@example.org", "fr", func(c *data.Contact) { c.Suppressed = true }),
		person("F", "f@example.org", "fr", func(c *data.Contact) { c.Consents[0].Withdrawn = "2025-02-01" }),
		person("G", "g@example.org", "fr", func(c *data.Contact) { c.Consents[0].Purpose = "photographs" }),
		person("H", "A@example.org", "fr", nil),
		person("I", "not an address", "fr", nil),
	), "fr", "fr")
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 2 || list[0].GivenName != "A" || list[1].GivenName != "B" {
		t.Errorf("recipients %v", list)
	}
	want := map[Reason]int{OtherLanguage: 1, NoAddress: 2, Suppressed: 1, Withdrawn: 1, NotAsked: 1, SameAddress: 1}
	if !maps.Equal(others, want) {
		t.Errorf("others %v, want %v", others, want)
	}
	// Who prefers no language gets no translation.
	if list, _, _ := Recipients(each(person("B", "b@example.org", "", nil)), "el", "fr"); len(list) != 0 {
		t.Errorf("recipients %v", list)
	}
	broken := errors.New("broken")
	if _, _, err := Recipients(func(yield func(*data.Contact, error) bool) { yield(nil, broken) }, "fr", "fr"); !errors.Is(err, broken) {
		t.Errorf("a failure to read gives %v", err)
	}
}

// Everybody gets it, or is counted once.
func TestNobodyIsForgotten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := rapid.SliceOf(rapid.Custom(func(t *rapid.T) *data.Contact {
			return person("X", rapid.SampledFrom([]string{"", "a@example.org", "b@example.org"}).Draw(t, "address"), rapid.SampledFrom([]string{"", "fr", "el"}).Draw(t, "language"), func(c *data.Contact) {
				c.Suppressed = rapid.Bool().Draw(t, "suppressed")
				c.Consents[0].Withdrawn = data.Date(rapid.SampledFrom([]string{"", "2025-02-01"}).Draw(t, "withdrawn"))
			})
		})).Draw(t, "people")
		list, others, err := Recipients(each(people...), "fr", "el")
		n := len(list)
		for _, count := range others {
			n += count
		}
		if err != nil || n != len(people) {
			t.Fatalf("%d of %d, %v", n, len(people), err)
		}
	})
}

func TestRecipientsAreATable(t *testing.T) {
	var out bytes.Buffer
	err := WriteRecipients(&out, []Recipient{{"a@example.org", `=cmd("x")`, "Παπαδοπούλου, \"Ελ\"", "el"}, {"+x@example.org", "-1", "@b", "fr"}})
	want := "\ufeffemail,given_name,family_name,language\r\na@example.org,\"'=cmd(\"\"x\"\")\",\"Παπαδοπούλου, \"\"Ελ\"\"\",el\r\n'+x@example.org,'-1,'@b,fr\r\n"
	if err != nil || out.String() != want {
		t.Errorf("got %q, want %q, %v", out.String(), want, err)
	}
}
