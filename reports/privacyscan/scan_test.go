package privacyscan

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

// people are known in the tests.
var people = []Person{
	{Given: "Γιώργος", Family: "Παπαδόπουλος", Latin: "Giorgos Papadopoulos", Emails: []string{"g.papadopoulos@example.org"}, Phones: []string{"+30 27210 12345"}},
	{Given: "Maria Elena", Family: "Rossi", Emails: []string{"m.rossi@example.org"}, Phones: []string{"091 123 4567"}},
	{Given: "Anna", Family: "Kollia", Phones: []string{"+357 22 123456"}},
	{Given: "Élodie", Family: "De la Croix", Phones: []string{"+33 6 12 34 56 78"}},
	{Given: "San", Family: "Marino"},
	{Family: "Nicosia"},
}

func known(t testing.TB) *Known {
	t.Helper()
	k, err := Know(Params{
		People: func(yield func(Person, error) bool) {
			for _, p := range people {
				if !yield(p, nil) {
					return
				}
			}
		},
		Places: []string{"San Marino", "Nicosia"}, Organisations: []string{"Anna Kollia Foundation", "Anna Kollia"},
		Addresses: []string{"office@partner.example", "+32 2 123 45 67"}, Domains: []string{"www.project.example"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func scanned(t testing.TB, name string, b []byte) Result {
	t.Helper()
	result, err := known(t).Scan(t.Context(), name, bytes.NewReader(b), int64(len(b)), DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func told(r Result) (list []string) {
	for _, f := range r.Findings {
		s := string(f.Kind) + " " + f.Text
		if f.Known {
			s += " known"
		}
		list = append(list, s)
	}
	return list
}

func TestWhatIsFoundInText(t *testing.T) {
	for text, want := range map[string]string{
		"Παρέστη ο κ. Γιώργος Παπαδόπουλος.": "name Γ*** Π*** known",
		"παρουσία του ΓΙΩΡΓΟΥ ΠΑΠΑΔΟΠΟΥΛΟΥ":  "name Γ*** Π*** known",
		"Papadopoulos, Giorgos":                        "name P*** G*** known",
		"met Maria\nRossi there":                       "name M*** R*** known",
		"con Rossi Maria Elena":                        "name R*** M*** E*** known",
		"chez DE LA CROIX Elodie":                      "name D*** L*** C*** E*** known",
		"rencontre d’Anna Kollia":                      "name d*** K*** known",
		"the Anna Kollia Foundation invites":           "",
		"in San Marino and Nicosia":                    "",
		"Rossi, Papadopoulos and Maria of the team":    "",
		"Rossi. Unrelated Maria Elena Bianchi":         "",
		"write to M.Rossi@Example.org.":                "email m***@example.org known",
		"x.y@example.com":                              "email x***@example.com",
		"m.rossi [at] example [dot] org":               "email m***@example.org known",
		"info@project.example, office@partner.example": "",
		"info@elsewhere.example":                       "email i***@elsewhere.example",
		"+302721012345":                                "phone ***45 known",
		"2721012345":                                   "phone ***45 known",
		"27210-12.345 / 22 12 34 56":                   "phone ***45 known|phone ***56 known",
		"0030 (0)27210 12345":                          "phone ***45 known",
		"06.12.34.56.78":                               "phone ***78 known",
		"+39 091 1234567":                              "phone ***67 known",
		"+39 320 123 9999":                             "phone ***99",
		"Tel.: 210 1239999":                            "phone ***99",
		"τηλ. 210 1239999":                             "phone ***99",
		"06 99 88 77 66":                               "phone ***66",
		"+32 2 123 45 67":                              "",
		"EL-02 2024-12-24":                             "",
		"EL-02 24-12-2024, 02 24.12.2024":              "",
		"2024-12-24 06 99 88 77 66":                    "phone ***66",
		"grant 101140836, 2025-06-02 10:00, 1 234 567,89 EUR, PIC 999999999": "",
		"https://example.org/doc/2721012345x":                                "",
		"IBAN GR16 0110 1250 0000 0001 2300 695":                             "iban GR***95",
		"gr1601101250000000012300695":                                        "iban GR***95",
		"GR16 0110 1250 0000 0001 2300 696":                                  "",
		"FR1420041010050500013M02606":                                        "iban FR***06",
		"passport no. AB1234567":                                             "passport ***67",
		"Αρ. διαβατηρίου: ΑΒ 1234567":                                        "passport ***67",
		"L898902C36UTO7408122F1204159ZE184226B<<<<<10":                       "passport ***10",
		"carta d’identità CA00000AA":                                         "passport ***AA",
		"passeport n° 12AB34567":                                             "passport ***67",
		"Paspoort NWE45JJ82, geldig":                                         "passport ***82",
		"passport EMPLOYER of 2025":                                          "",
		"passport stamps, 2025":                                              "",
	} {
		if got := strings.Join(told(scanned(t, "a.txt", []byte(text))), "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestAlphabets(t *testing.T) {
	text := "Ο Γιώργος Παπαδόπουλος"
	greek, err := charmap.Windows1253.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	french, err := charmap.Windows1252.NewEncoder().Bytes([]byte("Élodie De la Croix, m.rossi@example.org"))
	if err != nil {
		t.Fatal(err)
	}
	wide := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(text)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	for name, c := range map[string]struct {
		b    []byte
		want []string
	}{
		"1253": {greek, []string{"name Γ*** Π*** known"}}, "1252": {french, []string{"name É*** D*** l*** C*** known", "email m***@example.org known"}},
		"utf16": {wide, []string{"name Γ*** Π*** known"}}, "utf8": {[]byte("\xef\xbb\xbf" + text), []string{"name Γ*** Π*** known"}},
	} {
		if got := told(scanned(t, "a.csv", c.b)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestPlacesInText(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want Place
	}{
		"a.md":   {"# Title\n\nfine\nm.rossi@example.org\n", Place{Line: 4}},
		"a.csv":  {"name;mail\nMaria;x\nRossi;Maria\n", Place{Line: 3}},
		"a.json": {"{\"a\": 1,\n \"given\": \"Mar\\u0069a\", \"x\": true,\n \"family\": \"Rossi\"}", Place{Line: 2}},
		"a.html": {"<html>\n<p>none</p>\n<p>Maria <b>Rossi</b></p>", Place{Line: 3}},
		"b.html": {"<p>\n<!-- Maria Rossi --></p>", Place{Line: 2}},
		"c.html": {"<p>\n<a href='mailto:m.rossi%40example.org'>write</a></p>", Place{Line: 2}},
	} {
		r := scanned(t, name, []byte(c.text))
		if len(r.Findings) != 1 || r.Findings[0].Place != c.want || r.Findings[0].Part != name {
			t.Errorf("%s: %+v", name, r.Findings)
		}
	}
}

// packed makes an archive of names and contents.
func packed(t interface{ Fatal(...any) }, files ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = io.WriteString(w, files[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWorkbook(t *testing.T) {
	f := excelize.NewFile()
	for cell, v := range map[string]any{"A1": "Name", "B1": "Family", "A2": "Maria", "B2": "Rossi", "C3": 2721012345, "D3": 45810.5} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.NewSheet("Λίστα"); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(
		f.SetCellRichText("Λίστα", "B7", []excelize.RichTextRun{{Text: "m.ro"}, {Text: "ssi@example.org", Font: &excelize.Font{Bold: true}}}),
		f.SetCellFormula("Λίστα", "A1", `"Anna "&"Kollia"`),
		f.AddComment("Λίστα", excelize.Comment{Cell: "A2", Author: "X", Text: "Giorgos Papadopoulos"}),
		f.SetHeaderFooter("Λίστα", &excelize.HeaderFooterOptions{OddFooter: "&LMaria Rossi"}),
		f.SetDocProps(&excelize.DocProperties{Creator: "Anna Kollia"}),
	); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, x := range scanned(t, "a.xlsx", b.Bytes()).Findings {
		got[fmt.Sprintf("%s %s!%s %s", x.Kind, x.Sheet, x.Cell, x.Entry)] = true
	}
	for _, want := range []string{
		"name Sheet1!A2 ", "phone Sheet1!C3 ", "email Λίστα!B7 ", "name Λίστα!A1 ", "name ! xl/comments2.xml", "name Λίστα! ", "name ! docProps/core.xml",
	} {
		if want == "name ! xl/comments2.xml" && got["name ! xl/comments1.xml"] {
			continue
		}
		if !got[want] {
			t.Errorf("%s is not among %v", want, got)
		}
	}
}

func TestDocumentsAsOfficeWritesThem(t *testing.T) {
	for _, ending := range []string{"docx", "odt", "pdf", "html"} {
		name := filepath.Join("testdata", "documents", "doc."+ending)
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		r := scanned(t, name, b)
		want := []string{"name Γ*** Π*** known", "phone ***45 known", "name R*** M*** known", "email m***@example.org known"}
		got := told(r)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) || len(r.Unread) > 0 {
			t.Errorf("%s: %q, %v", ending, got, r.Unread)
		}
		for _, f := range r.Findings {
			if ending == "pdf" && f.Page != 1 || ending == "docx" && f.Paragraph == 0 || ending == "html" && f.Line == 0 || f.Part != "doc."+ending {
				t.Errorf("%s: %+v", ending, f)
			}
		}
	}
}

func TestArchives(t *testing.T) {
	inner := packed(t, "list.csv", "Maria;Rossi")
	r := scanned(t, "pack.zip", packed(t, "a/fine.txt", "nothing", "deep.zip", string(inner), "Anna_Kollia.txt", "", "photo.jpg", "\xff\xd8\xff\xe0"))
	var parts []string
	for _, f := range r.Findings {
		parts = append(parts, f.Part)
	}
	if !slices.Equal(parts, []string{"pack.zip/deep.zip/list.csv", "pack.zip/Anna_Kollia.txt"}) || r.Parts != 6 {
		t.Errorf("%v, %d parts", parts, r.Parts)
	}
	if !slices.Equal(r.Unread, []Unread{{Part: "pack.zip/photo.jpg", Reason: Picture}}) || r.Clean() {
		t.Errorf("unread %v", r.Unread)
	}
	if r := scanned(t, "pack.zip", packed(t, "a.txt", "nothing")); !r.Clean() {
		t.Errorf("%+v", r)
	}
}

func TestWhatIsNotRead(t *testing.T) {
	deep := packed(t, "a.txt", "Maria Rossi")
	for range 8 {
		deep = packed(t, "in.zip", string(deep))
	}
	whole := packed(t, "a.txt", "Maria Rossi")
	for name, c := range map[string]struct {
		b    []byte
		want Reason
	}{
		"deep": {deep, TooDeep}, "cut": {whole[:len(whole)-30], Damaged}, "ole": {[]byte("\xd0\xcf\x11\xe0\x00\x00"), Unknown}, "rtf": {[]byte(`{\rtf1 Maria}`), Unknown},
		"png": {[]byte("\x89PNG\r\n\x1a\n\x00"), Picture}, "pdf": {[]byte("%PDF-1.7 nothing"), Damaged},
		"crypt": {[]byte("%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj trailer <</Encrypt 2 0 R>>"), Encrypted},
	} {
		r := scanned(t, name, c.b)
		if len(r.Unread) != 1 || r.Unread[0].Reason != c.want || r.Clean() {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

func TestBombs(t *testing.T) {
	zeros := strings.Repeat("0 ", 1<<19)
	bomb := packed(t, "a.txt", zeros, "b.txt", zeros, "c.txt", zeros)
	limits := DefaultLimits
	limits.Unpacked = 3 << 19
	r, err := known(t).Scan(t.Context(), "bomb.zip", bytes.NewReader(bomb), int64(len(bomb)), limits)
	if err != nil || len(r.Unread) != 2 || r.Unread[0].Reason != TooLarge {
		t.Errorf("unpacked: %+v, %v", r, err)
	}
	limits = DefaultLimits
	limits.Memory = 1 << 19
	if r, _ := known(t).Scan(t.Context(), "bomb.zip", bytes.NewReader(bomb), int64(len(bomb)), limits); len(r.Unread) != 3 {
		t.Errorf("memory: %+v", r)
	}
	limits = DefaultLimits
	limits.Entries = 2
	if r, _ := known(t).Scan(t.Context(), "bomb.zip", bytes.NewReader(bomb), int64(len(bomb)), limits); len(r.Unread) != 1 || r.Parts != 1 {
		t.Errorf("entries: %+v", r)
	}
	limits = DefaultLimits
	limits.Findings = 3
	many := strings.Repeat("m.rossi@example.org\n", 10)
	if r, _ := known(t).Scan(t.Context(), "a.txt", strings.NewReader(many), int64(len(many)), limits); len(r.Findings) != 3 || r.More != 7 {
		t.Errorf("findings: %d and %d", len(r.Findings), r.More)
	}
}

type broken struct{}

func (broken) ReadAt([]byte, int64) (int, error) { return 0, os.ErrPermission }

func TestScanEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := known(t).Scan(ctx, "a.txt", strings.NewReader("x"), 1, DefaultLimits); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := known(t).Scan(t.Context(), "a.txt", broken{}, 9, DefaultLimits); !errors.Is(err, os.ErrPermission) {
		t.Errorf("unreadable: %v", err)
	}
	failed := errors.New("no contacts")
	if _, err := Know(Params{People: func(yield func(Person, error) bool) { yield(Person{}, failed) }}); !errors.Is(err, failed) {
		t.Errorf("people: %v", err)
	}
}
