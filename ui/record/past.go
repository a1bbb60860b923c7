package record

import (
	"context"
	"slices"
	"strings"
	"time"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
)

// Past is one change of a record, in words.
type Past struct {
	When, Who string
	Lines     []string // a line a field
	Batch     string   // what Undo takes back; empty where it is not offered
}

// undoable are the kinds of batch that concern one record, so that taking one back surprises nobody. Creating is undone by
// deleting; an import, as a whole, elsewhere.
var undoable = []string{"saved", "trashed", "restored", "placed", "joined"}

// mostSteps is how many changes of a record are told, the last ones.
const mostSteps = 200

// ReadPast reads what happened to a record, the last first. It asks several queries: not for the UI's goroutine.
func ReadPast(ctx context.Context, w *app.Workspace, p *i18n.Printer, e *data.Entity, id string) ([]Past, error) {
	steps, err := w.Records.History(ctx, e, id)
	if err != nil {
		return nil, err
	}
	names, err := ReadNames(ctx, w, p.Lang(), e, steps)
	if err != nil {
		return nil, err
	}
	var people []string
	for _, step := range steps {
		people = append(people, step.Author)
	}
	authors, err := authorsOf(ctx, w, p.Lang(), people)
	if err != nil {
		return nil, err
	}
	viewer, err := w.Viewer(ctx, p.Lang())
	if err != nil {
		return nil, err
	}
	return tellPast(NewTeller(p, e, viewer, names), steps, authors, w.Now().Location()), nil
}

// authorsOf says who is who; people who gave no name are left out.
func authorsOf(ctx context.Context, w *app.Workspace, lang string, ids []string) (map[string]string, error) {
	slices.Sort(ids)
	if ids = slices.Compact(ids); len(ids) == 0 {
		return nil, nil
	}
	return w.Records.Titles(ctx, data.EntityOf((*data.Author)(nil)), ids, lang)
}

// tellPast puts steps into words, the last first.
func tellPast(t *Teller, steps []app.Step, authors map[string]string, zone *time.Location) []Past {
	regs := map[string]string{} // as they stood before each step: what was removed is called as it was
	var out []Past
	for i, step := range steps {
		at := step.At.In(zone)
		one := Past{When: t.p.MediumDate(at.Format(time.DateOnly)) + ", " + at.Format("15:04"), Who: authors[step.Author]}
		if one.Who == "" {
			one.Who = t.p.T("record.somebody")
		}
		if i >= len(steps)-mostSteps {
			one.Lines = t.Step(step, regs, i == 0)
			if i > 0 && slices.Contains(undoable, step.Kind) {
				one.Batch = step.Batch
			}
			out = append(out, one)
		}
		Advance(regs, step)
	}
	slices.Reverse(out)
	return out
}

// Advance brings registers to where they stand after a step.
func Advance(regs map[string]string, step app.Step) {
	for _, c := range step.Changes {
		if c.New == noValue {
			delete(regs, c.Path)
		} else {
			regs[c.Path] = c.New
		}
	}
}

// Step is what one change did, a line a field. Regs are the record's registers as they stood before it (see Advance); they
// may be empty, then elements that were taken out are not named. First is the step that made the record.
func (t *Teller) Step(step app.Step, regs map[string]string, first bool) []string {
	if first {
		return []string{t.p.T("record.past_created", "Entity", t.p.Entity(t.entity.Name))}
	}
	after := map[string]string{}
	whole := map[string]bool{} // elements that came or went: their fields need no lines of their own
	for _, c := range step.Changes {
		after[c.Path] = c.New
		if t.isMember(c.Path) {
			whole[c.Path] = true
		}
	}
	var lines []string
	for _, c := range step.Changes {
		if element, ok := elementOf(c.Path); ok && whole[element] {
			continue
		}
		if strings.HasSuffix(c.Path, "/order") || strings.HasSuffix(c.Path, "/"+originalPath) && c.Old != noValue && c.New == noValue {
			continue // an order key says nothing to people, nor does the language of a text that is gone
		}
		lines = append(lines, t.shift(c.Path, c.Old, c.New, regs, after))
	}
	return lines
}

// isMember tells whether a path stands for a member of a set or an element of a list.
func (t *Teller) isMember(path string) bool {
	id, rest, nested := strings.Cut(path, "/")
	col, ok := t.entity.Column(id)
	return ok && nested && (col.Kind == data.KindSet || col.Kind == data.KindRows && !strings.Contains(rest, "/"))
}

// elementOf gives the element of a list that a path is a field of.
func elementOf(path string) (string, bool) {
	parts := strings.SplitN(path, "/", 3)
	if len(parts) < 3 {
		return "", false
	}
	return parts[0] + "/" + parts[1], true
}

// longestValue is how much of a value a line of the history shows, in letters.
const longestValue = 90

//i18n:prefix record.past_
func (t *Teller) shift(path, old, now string, before, after map[string]string) string {
	if path == "" {
		return t.p.T("record.past_"+stateWord(now), "Entity", t.p.Entity(t.entity.Name))
	}
	was, is := cutText(t.Value(path, old, before), longestValue), cutText(t.Value(path, now, after), longestValue)
	args := []any{"Field", t.Label(path), "Old", was, "New", is}
	switch {
	case t.isMember(path) && now != noValue:
		return t.p.T("record.past_added", args...)
	case now == noValue:
		if t.isMember(path) && old == noValue {
			args[3] = cutText(t.Value(path, "true", before), longestValue)
		}
		return t.p.T("record.past_removed", args...)
	case old == noValue || was == "":
		return t.p.T("record.past_set", args...)
	}
	return t.p.T("record.past_changed", args...)
}

// stateWord is what became of the record: one of live, trash, undone.
func stateWord(value string) string {
	switch word := strings.Trim(value, `"`); data.State(word) {
	case data.Live, data.Trash, data.Undone:
		return word
	}
	return string(data.Undone)
}

// cutText shortens a text to so many letters.
func cutText(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most-1]) + "…"
}
