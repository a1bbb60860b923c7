package reports

import (
	"path/filepath"
	"strings"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/ui/kit"
)

// foundLine is a line of what was found in files.
type foundLine struct {
	file        string
	state       string
	tone        kit.Tone
	where, what string
}

// linesOf puts what came of a file into lines: what was found, what was not read, or that all is well.
func linesOf(t *i18n.Printer, one app.PrivacyScanned) []foundLine {
	var out []foundLine
	add := func(state string, tone kit.Tone, where, what string) {
		out = append(out, foundLine{one.File, state, tone, within(where, filepath.Base(one.File)), what})
	}
	if one.Err != nil {
		add(t.T("leaving.state_unread"), kit.TonePostponed, "", app.Tell(t, one.Err).Message)
		return out
	}
	for _, f := range one.Findings {
		where, what := app.TellPrivacyFinding(t, f)
		if f.Known {
			add(t.T("leaving.state_known"), kit.ToneLate, where, i18n.Upper(what))
		} else {
			add(t.T("leaving.state_alike"), kit.TonePostponed, where, i18n.Upper(what))
		}
	}
	if one.More > 0 {
		add(t.T("leaving.state_alike"), kit.TonePostponed, "", t.T("scan.more", "Count", t.Number(one.More)))
	}
	for _, u := range one.Unread {
		where, why := app.TellPrivacyUnread(t, u)
		add(t.T("leaving.state_unread"), kit.TonePostponed, where, i18n.Upper(why))
	}
	if one.Clean() {
		add(t.T("leaving.state_clean"), kit.ToneHeld, "", "")
	}
	if one.Pictures > 0 {
		add(t.T("leaving.state_pictures"), kit.ToneNeutral, "", t.T("scan.pictures", "Count", t.Number(one.Pictures)))
	}
	return out
}

// within is a place without the file's own name before it, which stands beside it.
func within(where, file string) string {
	rest, ok := strings.CutPrefix(where, file)
	if !ok {
		return where
	}
	return strings.TrimLeft(rest, "/, ")
}

// Len implements kit.TableSource.
func (v *leaving) Len() int { return len(v.lines) }

// Need implements kit.TableSource: all rows are here.
func (v *leaving) Need(int, int) {}

// Row implements kit.TableSource.
func (v *leaving) Row(i int) ([]kit.Cell, bool) {
	l := v.lines[i]
	return []kit.Cell{{Text: filepath.Base(l.file)}, {Text: l.state, Tone: l.tone}, {Text: l.where}, {Text: l.what}}, true
}
