package cli

import (
	"cmp"
	"slices"
	"strings"

	"primadesk/app"
	"primadesk/data"
)

type attendCmd struct {
	Event        string   `arg:"" placeholder:"EVENT" help:"${event_arg}"`
	Contact      []string `sep:"none" placeholder:"ID" help:"${attend_contact}"`
	Came         string   `default:"yes" enum:"yes,no,unknown" placeholder:"WORD" help:"${attend_came}"`
	Day          []string `placeholder:"DAY" help:"${attend_day}"`
	Evidence     string   `default:"" enum:",signed,platform_log,counted" placeholder:"WORD" help:"${attend_evidence}"`
	WalkIn       string   `placeholder:"NAME" xor:"what" help:"${attend_walk_in}"`
	Organisation string   `placeholder:"ID" help:"${attend_organisation}"`
	TakeOff      bool     `xor:"what" help:"${attend_take_off}"`
}

// Run notes who was at an event.
func (c *attendCmd) Run(s *session) error {
	if (c.WalkIn == "") == (len(c.Contact) == 0) {
		return data.Fail("cli.attend")
	}
	return s.onEvent(c.Event, func(w *app.Workspace, event *data.Event) error {
		days, err := c.days(event)
		if err != nil {
			return err
		}
		if err := s.known(w, "contact", c.Contact...); err != nil {
			return err
		}
		switch {
		case c.WalkIn != "":
			return c.walkIn(s, w, event, days)
		case c.TakeOff:
			done, err := w.Attendances.TakeOff(s.ctx, event.ID, c.Contact...)
			if err != nil {
				return err
			}
			n := len(done.Changes)
			return s.result(map[string]any{"batch": done.Batch, "changed": n}, s.say("cli.attend.taken_off", "N", s.p.Number(n)))
		}
		done, changed, err := w.Attendances.Mark(s.ctx, app.CameParams{
			Event: event.ID, Days: days, Contacts: c.Contact, Came: c.Came, Evidence: c.Evidence,
		})
		if err != nil {
			return err
		}
		return s.result(map[string]any{"batch": done.Batch, "changed": changed}, s.say("cli.attend.done", "N", s.p.Number(changed)))
	})
}

func (c *attendCmd) walkIn(s *session, w *app.Workspace, event *data.Event, days []data.Date) error {
	if c.Organisation != "" {
		if err := s.known(w, "organisation", c.Organisation); err != nil {
			return err
		}
	}
	contact, done, err := w.Attendances.WalkIn(s.ctx, app.WalkInParams{
		Event: event.ID, Days: days, Name: c.WalkIn, Organisation: c.Organisation, Evidence: c.Evidence,
	})
	if err != nil {
		return err
	}
	return s.result(map[string]any{"batch": done.Batch, "contact": contact}, s.say("cli.attend.walk_in", "Name", c.WalkIn, "ID", contact))
}

// days are the days that were named, which the event must have. An event of one day is noted as a whole.
func (c *attendCmd) days(event *data.Event) ([]data.Date, error) {
	of := app.DaysOf(event)
	var out []data.Date
	for _, day := range c.Day {
		d := data.Date(day)
		if of == nil && d != "" && d == event.Start.Day() {
			continue
		}
		if !slices.Contains(of, d) {
			var allowed []string
			for _, x := range of {
				allowed = append(allowed, string(x))
			}
			return nil, data.Fail("cli.event_day", "Value", day, "Allowed", cmp.Or(strings.Join(allowed, ", "), string(event.Start.Day()), "–"))
		}
		out = append(out, d)
	}
	return out, nil
}

type consentCmd struct {
	Contact  string `arg:"" placeholder:"CONTACT" help:"${consent_contact}"`
	Purpose  string `arg:"" placeholder:"PURPOSE" enum:"project_contact,newsletter,photographs,sharing_with_partners" help:"${consent_purpose}"`
	Date     string `placeholder:"DAY" help:"${consent_date}"`
	Withdraw bool   `help:"${consent_withdraw}"`
	Evidence string `placeholder:"ID" help:"${consent_evidence}"`
	Notice   string `placeholder:"LANG" help:"${consent_notice}"`
}

// Run notes a consent that was given on paper, or takes it back.
func (c *consentCmd) Run(s *session) error {
	return s.writing(func(w *app.Workspace) error {
		if !data.Date(c.Date).Valid() {
			return data.Fail("cli.date", "Value", c.Date)
		}
		if c.Evidence != "" {
			if err := s.known(w, "evidence", c.Evidence); err != nil {
				return err
			}
		}
		done, err := w.Attendances.Consent(s.ctx, app.ConsentParams{
			Contact: c.Contact, Purpose: c.Purpose, Given: !c.Withdraw, Date: cmp.Or(data.Date(c.Date), w.Today()),
			Evidence: c.Evidence, Language: c.Notice,
		})
		if err != nil {
			return err
		}
		said := "cli.consent.given"
		switch {
		case done.Batch == "":
			said = "cli.consent.same"
		case c.Withdraw:
			said = "cli.consent.withdrawn"
		}
		return s.result(map[string]any{"batch": done.Batch, "changed": done.Batch != ""}, s.say(said))
	})
}
