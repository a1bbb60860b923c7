package cli_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"primadesk/app/cli"
)

// What people may write, or paste, or somebody who means harm.
var hostileTexts = []string{
	`=HYPERLINK("http://example.org/evil","click")`, `+cmd|' /C calc'!A0`, `-2+3+cmd|' /C calc'!A0`, "@SUM(1+1)*cmd", "\t=1+1", "{{event.name}} {=1+1}",
	"</w:t></si><script>alert(1)</script>&amp;&#0;]]>", "Sheet [1]: a*b?c/d\\e — a name of more than thirty-one characters", "'quoted'", "History",
	"مرحبا بالعالم العربي", "שלום עולם — RTL \u202eabc\u202c", "👩‍🌾 émoji 🇬🇷 ｆｕｌｌ ＝1+1", "control \u0001\u0002\u000b\u001f\u0085\ufffe signs", "_x0041_ _x000D_", strings.Repeat("a very long title ", 12),
}

// tooLong is longer than a cell of Excel may be.
var tooLong = strings.Repeat("Ένα μακρύ κείμενο. 🌾 ", 2_000)

// hostile makes a project out of such texts: many events with the same titles, numbers that are no names of sheets, accounts that are longer
// than a cell. What the program itself refuses of it is left out, each with its reason.
func (d *desk) hostile() {
	d.t.Helper()
	d.run("init", "--acronym", `=A"1"/[x]:*?\`, "--grant", "101000003")
	var lines strings.Builder
	put := func(entity string, fields map[string]any) {
		fields["entity"] = entity
		line, err := json.Marshal(fields)
		if err != nil {
			d.t.Fatal(err)
		}
		lines.Write(append(line, '\n'))
	}
	text := func(s string) map[string]any { return map[string]any{"original": "en", "en": s} }
	id := func(kind, n int) string { return fmt.Sprintf("01900000-0000-7000-b%03d-%012d", kind, n) }
	for n, s := range hostileTexts {
		put("partner", map[string]any{"id": id(1, n), "legal_name": s, "short_name": s, "country": "GR"})
		put("organisation", map[string]any{"id": id(2, n), "name": s, "country": "GR", "group": "employers", "place": s, "region": s, "power": 1 + n%5, "interest": 1 + n%3})
		put("contact", map[string]any{"id": id(3, n), "given_name": fmt.Sprintf("=Ζωή%c", 'α'+n), "family_name": fmt.Sprintf("@Ζζψξ%c", 'α'+n), "organisation": id(2, n), "role": s})
		put("work_package", map[string]any{"id": id(4, n), "number": s, "name": text(s)})
		put("deliverable", map[string]any{"id": id(5, n), "number": fmt.Sprint("D", n), "name": text(s), "work_package": id(4, n), "due": "2025-01-01", "delay_reason": text(tooLong)})
		put("indicator", map[string]any{"id": id(6, n), "code": s, "name": text(s), "unit": text(s), "count": "participations", "target": 100})
		put("communication", map[string]any{"id": id(7, n), "name": text(s), "description": text(tooLong), "audience": text(s), "outcome": text(s), "channel": "event", "status": "delivered", "date": "2025-03-01"})
		put("engagement", map[string]any{"id": id(8, n), "date": "2025-03-01", "organisation": id(2, n), "channel": "call", "summary": s, "next_step": s})
		put("query", map[string]any{"id": id(9, n), "partner": id(1, n), "period": 1, "question": s, "answer": tooLong})
		put("risk", map[string]any{"id": id(10, n), "number": fmt.Sprint("R", n), "description": text(s), "measure": text(tooLong)})
	}
	for n := range hostileEvents {
		s := hostileTexts[n%len(hostileTexts)]
		number := fmt.Sprint("EL-", n)
		if n < len(hostileTexts) {
			number = s
		}
		fields := map[string]any{
			"id": id(11, n), "number": number, "name": text(s), "type": "workshop", "mode": "in_situ", "country": "GR", "city": s, "venue": s, "status": "held",
			"start": "2025-05-22T10:00", "zone": "Europe/Athens", "organiser": id(1, n%len(hostileTexts)), "account": text(s),
		}
		if n%100 == 0 {
			fields["account"] = text(tooLong)
		}
		put("event", fields)
		put("attendance", map[string]any{"id": id(12, n), "event": id(11, n), "count": n})
		put("attendance", map[string]any{"id": id(13, n), "event": id(11, n), "contact": id(3, n%len(hostileTexts)), "came": "yes"})
		put("takeaway", map[string]any{"id": id(14, n), "events": []string{id(11, n)}, "kind": "finding", "theme": "decent_work", "text": text(s), "follow_up": s, "visibility": "public"})
	}
	chosen := []map[string]any{}
	for n := range hostileTexts {
		chosen = append(chosen, map[string]any{"id": id(15, n), "order": fmt.Sprintf("%03di", n), "event": id(11, n)})
	}
	put("bulletin", map[string]any{"id": id(16, 0), "number": 1, "month": "2025-06", "language": "en", "name": text(hostileTexts[6]), "intro": text(tooLong), "events": chosen})
	project := decoded[struct {
		Records []struct{ ID string }
	}](d.t, d.run("list", "projects", "--json")).Records[0].ID
	put("project", map[string]any{"id": project, "name": text(hostileTexts[0]), "periods": []map[string]any{{"id": id(17, 0), "order": "a", "number": 1, "from": "2024-05-01", "to": "2026-10-31"}}})
	d.in(lines.String(), "put")
}

// dangerous is what none of those texts may have become: a formula, or markup.
var dangerous = regexp.MustCompile(`(?i)HYPERLINK|cmd|calc|1\+1`)

// Every report of a hostile project is one that opens, in which every text is a text; or it is refused in one sentence.
func TestHostileProject(t *testing.T) {
	d := newDesk(t)
	d.hostile()
	for name, endings := range map[string][]string{
		"event-sheet": {".xlsx"}, "event-register": {".xlsx"}, "deliverable": {".xlsx"}, "deliverable-text": {".docx"}, "pack": {".zip"}, "attendance": {".xlsx"},
		"takeaways": {".xlsx"}, "indicators": {".xlsx"}, "communication": {".xlsx"}, "work-plan": {".xlsx"}, "collection": {".xlsx"}, "portal-desk": {".xlsx", ".txt"},
		"stakeholders": {".xlsx"}, "engagement-log": {".xlsx"}, "readiness": {".xlsx"}, "sign-in-sheet": {".xlsx"}, "audit-file": {".zip"}, "template": {".xlsx"},
	} {
		for _, ending := range endings {
			t.Run(name+ending, func(t *testing.T) {
				one := &desk{t: t, home: d.home}
				args := map[string][]string{
					"portal-desk": {"--period", "1"}, "sign-in-sheet": {"--event", fmt.Sprintf("01900000-0000-7000-b011-%012d", 0)},
					"audit-file": {"--event", fmt.Sprintf("01900000-0000-7000-b011-%012d", 12), "--incomplete"},
					"template":   {"--template", filepath.Join("..", "..", "docs", "examples", "events.xlsx")},
				}[name]
				file, said := one.attempt(name, ending, args...)
				if file == "" {
					if lines := strings.Count(strings.TrimSpace(said), "\n"); lines > 40 || !strings.HasPrefix(said, "primadesk: ") {
						t.Errorf("refused with %.500s", said)
					}
					t.Logf("refused: %.200s", said)
					return
				}
				one.opens(file)
			})
		}
	}
	for _, ending := range []string{".html", ".docx", ".md"} {
		file := filepath.Join(d.home, "newsletter"+ending)
		d.run("--lang", "en", "bulletin", "1", "--as-is", "-o", file)
		(&desk{t: t, home: d.home}).opens(file)
	}
}

// attempt writes a report, or gives what was said when it was refused.
func (d *desk) attempt(name, ending string, more ...string) (file, said string) {
	d.t.Helper()
	file = filepath.Join(d.home, "hostile-"+name+ending)
	args := append([]string{"--workspace", filepath.Join(d.home, "ws"), "--lang", "en", "report", name, "-o", file}, more...)
	var errs bytes.Buffer
	if status := cli.Run(args, cli.Streams{In: strings.NewReader(""), Out: &bytes.Buffer{}, Err: &errs}, "test"); status != cli.ExitDone {
		if _, err := os.Stat(file); err == nil {
			d.t.Errorf("%s: refused and written all the same", name)
		}
		return "", errs.String()
	}
	return file, ""
}

// opens reads a file by its kind, and what is packed in it.
func (d *desk) opens(file string) {
	d.t.Helper()
	switch filepath.Ext(file) {
	case ".xlsx":
		d.textsOnly(readBook(d.t, file))
	case ".docx":
		if len(docxTables(d.t, file)) == 0 && !strings.Contains(file, "newsletter") {
			d.t.Errorf("%s has no tables", file)
		}
	case ".zip":
		d.unpacks(file)
	default:
		text, err := os.ReadFile(file)
		switch {
		case err != nil || len(text) < 200:
			d.t.Errorf("%s: %v, %d bytes", file, err, len(text))
		case filepath.Ext(file) == ".pdf" && (!bytes.HasPrefix(text, []byte("%PDF-")) || !bytes.Contains(text[len(text)-32:], []byte("%%EOF"))):
			d.t.Errorf("%s is no PDF", file)
		case filepath.Ext(file) == ".html" && bytes.Contains(text, []byte("<script")):
			d.t.Errorf("%s has a script", file)
		}
	}
}

// textsOnly wants no formula that was a text, and no sheet whose name Excel would not take.
func (d *desk) textsOnly(b *xlsx) {
	d.t.Helper()
	names, whole := map[string]bool{}, 0
	for _, s := range b.sheets {
		if lower := strings.ToLower(s.name); len([]rune(s.name)) > 31 || strings.ContainsAny(s.name, `[]:*?/\`) || names[lower] || strings.HasPrefix(s.name, "'") || lower == "history" {
			d.t.Errorf("a sheet is called %q", s.name)
		} else {
			names[lower] = true
		}
		for _, row := range s.rows {
			for _, c := range row {
				switch {
				case c == nil:
				case dangerous.MatchString(strings.ReplaceAll(c.formula, "'"+strings.ReplaceAll(s.name, "'", "''")+"'!", "")) && !strings.Contains(c.formula, "!"):
					d.t.Errorf("%s became =%s", c.at, c.formula)
				case c.text == hostileTexts[0] || c.text == hostileTexts[10] || strings.Contains(c.text, "👩‍🌾 émoji 🇬🇷"):
					whole++
				case len([]rune(c.text)) > 32_767:
					d.t.Errorf("%s holds %d characters", c.at, len([]rune(c.text)))
				}
			}
		}
	}
	if whole == 0 {
		d.t.Error("not one of the texts is there as it was written")
	}
}

func (d *desk) unpacks(file string) {
	d.t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		d.t.Fatal(err)
	}
	defer z.Close()
	for n, f := range z.File {
		if strings.Contains(f.Name, "..") || strings.HasPrefix(f.Name, "/") || strings.ContainsAny(f.Name, `\:*?"<>|`) {
			d.t.Errorf("%q in %s", f.Name, file)
		}
		in, err := f.Open()
		if err != nil {
			d.t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			d.t.Fatalf("%s: %v", f.Name, err)
		}
		if ext := filepath.Ext(f.Name); ext == ".xlsx" || ext == ".pdf" {
			path := filepath.Join(d.t.TempDir(), fmt.Sprint(n, ext))
			if err := os.WriteFile(path, content, 0o600); err != nil {
				d.t.Fatal(err)
			}
			d.opens(path)
		}
	}
	if strings.Contains(file, "pack") {
		for _, table := range packTables(d.t, file) {
			for _, row := range table {
				for _, cell := range row {
					if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
						d.t.Errorf("%q would be calculated", cell)
					}
				}
			}
		}
	}
}
