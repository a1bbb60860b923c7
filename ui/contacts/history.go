package contacts

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// past is one change of a contact, in words.
type past struct {
	when, who string
	lines     []string
	batch     string // what Undo takes back; empty where it is not offered
}

// undoable are the kinds of batch that concern one record, so that taking one back surprises nobody. Creating is undone by
// deleting; an import, as a whole, elsewhere.
var undoable = []string{"saved", "trashed", "restored"}

// readHistory reads what happened to a contact, the last first.
func readHistory(ctx context.Context, w *app.Workspace, lang, id string) ([]app.Step, *teller, map[string]string, error) {
	steps, err := w.Records.History(ctx, entity(), id)
	if err != nil {
		return nil, nil, nil, err
	}
	var people, organisations []string
	for _, step := range steps {
		people = append(people, step.Author)
		for _, c := range step.Changes {
			if c.Path == "organisation" {
				organisations = append(organisations, strings.Trim(c.New, `"`), strings.Trim(c.Old, `"`))
			}
		}
	}
	authors, err := authorsOf(ctx, w, lang, people)
	if err != nil {
		return nil, nil, nil, err
	}
	names, err := w.Records.Titles(ctx, organisationEntity(), organisations, lang)
	if err != nil {
		return nil, nil, nil, err
	}
	viewer, err := w.Viewer(ctx, lang)
	if err != nil {
		return nil, nil, nil, err
	}
	return steps, newTeller(viewer.P, viewer, names), authors, nil
}

// tellHistory puts steps into words, the last first.
func tellHistory(t *teller, steps []app.Step, authors map[string]string, zone *time.Location) []past {
	regs := map[string]string{} // as they stood before each step: what was removed is called as it was
	var out []past
	for i, step := range steps {
		at := step.At.In(zone)
		one := past{when: t.p.MediumDate(at.Format(time.DateOnly)) + ", " + at.Format("15:04"), who: authors[step.Author]}
		if one.who == "" {
			one.who = t.p.T("contacts.history_somebody")
		}
		one.lines = t.step(step, regs, i == 0)
		if i > 0 && slices.Contains(undoable, step.Kind) {
			one.batch = step.Batch
		}
		for _, c := range step.Changes {
			if c.New == noValue {
				delete(regs, c.Path)
			} else {
				regs[c.Path] = c.New
			}
		}
		out = append(out, one)
	}
	slices.Reverse(out)
	return out
}

// step is what one change did, a line a field.
func (t *teller) step(step app.Step, regs map[string]string, first bool) []string {
	if first {
		return []string{t.p.T("contacts.history_created")}
	}
	after := map[string]string{}
	whole := map[string]bool{} // elements that came or went: their fields need no lines of their own
	for _, c := range step.Changes {
		after[c.Path] = c.New
		if strings.Count(c.Path, "/") == 1 {
			whole[c.Path] = true
		}
	}
	var lines []string
	for _, c := range step.Changes {
		if element, ok := elementOf(c.Path); ok && whole[element] {
			continue
		}
		lines = append(lines, t.shift(c.Path, c.Old, c.New, regs, after))
	}
	return lines
}

// elementOf gives the element of a list that a path is a field of.
func elementOf(path string) (string, bool) {
	parts := strings.SplitN(path, "/", 3)
	if len(parts) < 3 {
		return "", false
	}
	return parts[0] + "/" + parts[1], true
}

//i18n:prefix contacts.history_
func (t *teller) shift(path, old, now string, before, after map[string]string) string {
	if path == "" {
		return t.p.T("contacts.history_" + stateWord(now))
	}
	args := []any{"Field", t.label(path), "Old", cutText(t.value(path, old, before), 90), "New", cutText(t.value(path, now, after), 90)}
	switch {
	case strings.Count(path, "/") == 1 && now != noValue:
		return t.p.T("contacts.history_added", args...)
	case now == noValue:
		if strings.Count(path, "/") == 1 && old == noValue {
			args[3] = cutText(t.value(path, "true", before), 90)
		}
		return t.p.T("contacts.history_removed", args...)
	case old == noValue:
		return t.p.T("contacts.history_set", args...)
	}
	return t.p.T("contacts.history_changed", args...)
}

// stateWord is what became of the record: one of live, trash, undone.
func stateWord(value string) string {
	switch word := strings.Trim(value, `"`); data.State(word) {
	case data.Live, data.Trash, data.Undone:
		return word
	}
	return "undone"
}

// historyLines shows the history.
func (r *record) historyLines(list []past) fyne.CanvasObject {
	p := r.s.Printer
	box := kit.VStack(14)
	for _, one := range list {
		head := kit.HStack(8, kit.Grow(kit.NewText(one.when+" · "+one.who, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true})))
		if one.batch != "" && !r.s.readOnly() {
			head.Add(kit.NewLink(p.T("contacts.undo"), func() { r.s.Shell.Undo(one.batch) }).SetTextSize(kit.TextMedium))
		}
		entry := kit.VStack(3, head)
		for _, line := range one.lines {
			entry.Add(kit.NewText(line, kit.TextStyle{Wrap: true}))
		}
		box.Add(entry)
	}
	return box
}
