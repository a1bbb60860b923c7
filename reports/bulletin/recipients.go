package bulletin

import (
	"encoding/csv"
	"io"
	"iter"
	"strings"

	"primadesk/data"
)

// Reason says why a contact does not get an issue in a language.
type Reason string

// The reasons; of several the first counts.
const (
	Suppressed    Reason = "suppressed"     // wants no contact at all
	NotAsked      Reason = "not_asked"      // has given no consent to the newsletter
	Withdrawn     Reason = "withdrawn"      // has taken it back
	NoAddress     Reason = "no_address"     // has no e-mail
	OtherLanguage Reason = "other_language" // reads it in another language
	SameAddress   Reason = "same_address"   // somebody else with that e-mail gets it
)

// Reasons are all of them, in order.
var Reasons = []Reason{Suppressed, NotAsked, Withdrawn, NoAddress, OtherLanguage, SameAddress}

// Recipient is somebody who may get an issue: no more of her than a mailing program needs.
type Recipient struct{ Address, GivenName, FamilyName, Language string }

// Recipients are those of the contacts who may get the issue in a language: who consented to the newsletter and did not take that back,
// has an address, and prefers that language. Who prefers none gets it in the issue's own. The others are counted by reason.
func Recipients(contacts iter.Seq2[*data.Contact, error], lang, own string) (list []Recipient, others map[Reason]int, err error) {
	others = map[Reason]int{}
	met := map[string]bool{}
	for c, err := range contacts {
		if err != nil {
			return nil, nil, err
		}
		language := c.PreferredLanguage
		if language == "" {
			language = own
		}
		r := Recipient{address(c), c.GivenName, c.FamilyName, language}
		reason := withheld(c, r, lang)
		if key := strings.ToLower(r.Address); reason == "" && met[key] {
			reason = SameAddress
		} else if reason == "" {
			met[key] = true
		}
		if reason != "" {
			others[reason]++
			continue
		}
		list = append(list, r)
	}
	return list, others, nil
}

// withheld is why a contact does not get it; "" where she does.
func withheld(c *data.Contact, r Recipient, lang string) Reason {
	consent := c.ConsentFor("newsletter")
	switch {
	case c.Suppressed:
		return Suppressed
	case consent == data.Withdrawn:
		return Withdrawn
	case consent != data.Consented:
		return NotAsked
	case r.Address == "":
		return NoAddress
	case r.Language != lang:
		return OtherLanguage
	}
	return ""
}

// address is the first that is one.
func address(c *data.Contact) string {
	for i := range c.Emails {
		if a := strings.TrimSpace(c.Emails[i].Address); strings.Contains(a, "@") {
			return a
		}
	}
	return ""
}

// WriteRecipients writes them as a table for a mailing program (RFC 4180): UTF-8, with the byte order mark by which spreadsheets know it. What
// a spreadsheet would take for a formula is made harmless.
func WriteRecipients(out io.Writer, list []Recipient) error {
	if _, err := io.WriteString(out, "\ufeff"); err != nil {
		return err
	}
	w := csv.NewWriter(out)
	w.UseCRLF = true
	if err := w.Write([]string{"email", "given_name", "family_name", "language"}); err != nil {
		return err
	}
	for _, r := range list {
		if err := w.Write([]string{harmless(r.Address), harmless(r.GivenName), harmless(r.FamilyName), r.Language}); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// harmless puts an apostrophe before what a spreadsheet would run.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
