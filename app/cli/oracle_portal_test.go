package cli_test

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// deskBook: how many characters each text has that the Portal asks for, and how many are left.
func (o *oracle) deskBook() expected {
	limits := map[string]int{
		"Public summary": 7480, "What was done": 5000, "Deviations": 3000, "What comes next": 3000, "Reason for the delay": 1000, "Description": 1000, "Mitigation measure": 1000,
		"Title": 255, "What happened": 2000, "Audience": 255, "Outcome": 1000,
	}
	return expected{sheets: split("Texts"), more: func(b *xlsx) {
		t := b.table("Texts", split("Section|Of|Field|Text|Characters|Limit|Left|Status|Limit from"))
		if t == nil {
			o.t.Fatalf("no table of texts: %q", b.names())
		}
		texts, lengths := map[string]string{}, 0
		for row := t.first; row < t.after; row++ {
			said, field := t.sheet.cell(row, t.columns[3]), t.sheet.cell(row, t.columns[2]).text
			n := 0
			if said != nil && said.text != "to complete" {
				n = utf8.RuneCountInString(said.text)
			}
			lengths += n
			want := []value{anything(), anything(), anything(), anything(), integer(n), {}, {}}
			if limit := limits[field]; limit > 0 {
				want[5], want[6] = integer(limit), integer(limit-n)
			}
			for _, off := range b.rowOff(t, row, append(want, anything(), anything())) {
				o.t.Errorf("texts: %s", off)
			}
			if c := t.sheet.cell(row, t.columns[1]); c != nil && said != nil {
				texts[t.sheet.cell(row, t.columns[0]).text+"|"+c.text+"|"+field] = said.text
			}
		}
		o.checkTexts(texts)
		if lengths == 0 && len(o.held) > 0 {
			o.t.Error("not a single character")
		}
	}}
}

// checkTexts wants the texts of events, communications and what was done.
func (o *oracle) checkTexts(texts map[string]string) {
	o.t.Helper()
	want := map[string]string{}
	for _, h := range o.held {
		people := "to complete"
		if h.known {
			people = grouped(h.total)
		}
		want["Event|"+h.called()+"|Participants"] = people
		want["Event|"+h.called()+"|What happened"] = plainText(h.Account)
	}
	for _, n := range o.milestones {
		if n.DelayReason.en() != "" {
			want["Milestone|"+n.called()+"|Reason for the delay"] = plainText(n.DelayReason)
		}
	}
	for _, n := range o.risks {
		want["Critical risk|"+n.Number+"|Description"] = plainText(n.Description)
	}
	for key, text := range want {
		if got, there := texts[key]; !there || got != text {
			o.t.Errorf("%s: %.80q, want %.80q", key, got, text)
		}
	}
}

// plainText is a text without the mark of its language, as it stands in a field of the Portal.
func plainText(t rawText) string {
	if s := strings.TrimSpace(unmarked(t)); s != "" {
		return s
	}
	return "to complete"
}

func unmarked(t rawText) string {
	s := t.en()
	if lang, _ := t["original"].(string); strings.HasPrefix(s, "["+strings.ToUpper(lang)+"] ") && t["en"] == nil {
		s = s[len(lang)+3:]
	}
	return s
}

// grouped is a number as English writes it.
func grouped(n int) string {
	s := fmt.Sprint(n)
	var parts []string
	for len(s) > 3 {
		parts, s = append(parts, s[len(s)-3:]), s[:len(s)-3]
	}
	parts = append(parts, s)
	slices.Reverse(parts)
	return strings.Join(parts, ",")
}
