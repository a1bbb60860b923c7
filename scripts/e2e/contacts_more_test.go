//go:build e2e

package e2e

import (
	"os"
	"strings"

	"primadesk/assets/i18n"
)

// consent opens the form of a new consent; the button is called like the tab.
func (d *desk) consent() {
	d.t.Helper()
	d.stepTo("Tab", "Consents", "Button")
	d.key("Return")
	d.at("Purpose")
}

// contactConsents notes consents, what proves one, and a withdrawal.
func (d *desk) contactConsents(w *i18n.Printer) {
	d.t.Helper()
	form := d.home("consent.pdf")
	d.must(os.WriteFile(form, []byte("%PDF-1.4\n%%EOF\n"), 0o600))
	d.section("Consents*")
	d.consent()
	d.pick("Purpose", w.Enum("purpose", "newsletter"))
	d.fill("Date", "2026-11-20")
	d.pick("How given", w.Enum("consent_given", "paper"))
	d.press("Attach a file")
	d.await("file dialog shown")
	d.at("find")
	d.replace(form)
	d.settle()
	d.key("Return")
	d.settle()
	d.fill("Version of the notice", "2")
	d.pick("Language of the notice", "Fran")
	d.press("Apply")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	for _, part := range []string{`"purpose":"newsletter"`, `"date":"2026-11-20"`, `"given":"paper"`, `"evidence":"`, `"notice_version":"2"`, `"notice_language":"fr"`} {
		d.says(part, "list", "contacts", "--where", "family_name=Example", "--json")
	}
	d.says("consent.pdf", "list", "evidence", "--json")
	d.press("Change")
	d.press("Open")
	d.openedOutside("consent")
	d.key("Escape")
	d.press("Change")
	d.at("Purpose")
	d.fill(labelOf(w, "contact", "consents", "withdrawn"), "2026-11-21")
	d.press("Cancel")
	d.settle()
	d.press("Withdraw")
	d.pick("Consent to photographs", w.Enum("photo_consent", "given"))
	d.tab("No further contact")
	d.key("space")
	d.press("Save")
	d.await("msg=saved", "entity=contact")
	d.says(`"withdrawn":"`, "list", "contacts", "--where", "family_name=Example", "--json")
	d.says(`"suppressed":true`, "list", "contacts", "--where", "family_name=Example", "--json")
	d.lacks(`"withdrawn":"2026-11-21"`, "list", "contacts", "--where", "family_name=Example", "--json")
	d.contactProof(w)
}

// contactProof notes a consent that a file proves which is here already, takes it out again, and gives a legal basis.
func (d *desk) contactProof(w *i18n.Printer) {
	d.t.Helper()
	ada := []string{"list", "contacts", "--where", "family_name=Example", "--json"}
	d.settle()
	d.consent()
	d.pick("Purpose", w.Enum("purpose", "photographs"))
	d.pick(labelOf(w, "contact", "consents", "evidence"), "consent.pdf")
	d.round("Apply") // which comes next
	d.press("Apply")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	d.says(`"purpose":"photographs"`, ada...)
	if n := strings.Count(d.cli(ada...), `"evidence":"`); n != 2 {
		d.t.Errorf("%d consents are proved by a file", n)
	}
	d.settle()
	d.back(takeOut(w, "Consents")) // the last one
	d.key("Return")
	d.press("Legal basis")
	d.press("+ Legal basis")
	d.pick("Purpose", w.Enum("purpose", "project_contact"))
	d.pick("Legal basis", w.Enum("legal_basis", "public_task"))
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	d.says(`"basis":"public_task"`, ada...)
	d.lacks(`"purpose":"photographs"`, ada...)
	d.settle()
}

// contactHistory undoes the last change of the record, from its history, and does it again.
func (d *desk) contactHistory() {
	d.t.Helper()
	ada := []string{"list", "contacts", "--where", "family_name=Example", "--json"}
	d.section("History")
	d.toasts(func() { d.lacks(`"basis":"public_task"`, ada...) }, func() { d.says(`"basis":"public_task"`, ada...) })
}

// contactTabs goes once through all that the record has, tab by tab.
func (d *desk) contactTabs(w *i18n.Printer) {
	d.t.Helper()
	tabs := []string{"Log*", "Events*", "Consents*", "History", "Person"}
	for _, tab := range tabs {
		d.section(tab)
	}
	for _, tab := range tabs {
		d.section(tab)
		d.round(listNames(w)...)
	}
	d.section("Log*")
	d.press(w.Entity("engagement"))
	d.at("Summary")
	d.round(listNames(w)...)
	d.press("Cancel")
	d.settle()
}

// contactEvents goes to the event that somebody was invited to, and comes back to her.
func (d *desk) contactEvents(w *i18n.Printer) {
	d.t.Helper()
	d.contactFound("Παπαδοπούλου Ελένη")
	d.section("Events*")
	d.press(w.Entity("event"))
	d.await("msg=revealed", "entity=event")
	d.settle()
	d.led(w, "EL-02") // the newest
	d.screen("ctrl+2", "contacts")
	d.press(w.Entity("event")) // is still there
	d.await("msg=revealed", "entity=event")
}

// led looks whether an event is shown, by writing in it.
func (d *desk) led(w *i18n.Printer, number string) {
	d.t.Helper()
	d.fill(label(w, "event", "venue"), "Where a link led")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=event")
	d.holds(d.eventOf(number), map[string]string{"venue": "Where a link led"})
	d.settle()
}

// discreet looks whether the log, with the trace in it, has something that it must not have.
func (d *desk) discreet(secrets ...string) {
	d.t.Helper()
	log, err := os.ReadFile(d.log.Name())
	d.must(err)
	for line := range strings.Lines(string(log)) {
		for _, secret := range secrets {
			if strings.Contains(line, secret) {
				d.t.Errorf("the log has %q: %s", secret, line)
			}
		}
	}
}
