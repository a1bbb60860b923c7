package workbook

import (
	"encoding/xml"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// textCases serve the test and the fuzz test.
var textCases = []struct{ in, out string }{
	{"", ""},
	{"plain", "plain"},
	{"=1+1", "=1+1"},
	{"+30 27 1", "+30 27 1"},
	{"-5", "-5"},
	{"@SUM(A1)", "@SUM(A1)"},
	{"a\r\nb\rc\nd", "a\nb\nc\nd"},
	{"a\x00b\x08c\x1fd\ufffe\uffff", "abcd"},
	{"tab\tstays", "tab\tstays"},
	{"broken \xff\xfe utf-8 \xe2\x82", "broken  utf-8 "},
	{"a true replacement \ufffd stays", "a true replacement \ufffd stays"},
	{"Ελένη Παπαδοπούλου 😀", "Ελένη Παπαδοπούλου 😀"},
	{"_x0041_", "_x0041_"},
	{strings.Repeat("é", MaxText), strings.Repeat("é", MaxText)},
	{strings.Repeat("é", MaxText+1), strings.Repeat("é", MaxText-4) + cutMark},
	{strings.Repeat("😀", MaxText), strings.Repeat("😀", (MaxText-4)/2) + cutMark},
}

func TestCleanText(t *testing.T) {
	for _, c := range textCases {
		if got := cleanText(c.in); got != c.out {
			t.Errorf("%.40q: %.60q, want %.60q", c.in, got, c.out)
		}
	}
}

func FuzzCleanText(f *testing.F) {
	for _, c := range textCases {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		got := cleanText(in)
		if !utf8.ValidString(got) || units(got) > MaxText || cleanText(got) != got {
			t.Fatalf("%q became %q", in, got)
		}
		var escaped strings.Builder
		if err := xml.EscapeText(&escaped, []byte(got)); err != nil {
			t.Fatal(err)
		}
		var back struct {
			Text string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte("<t>"+escaped.String()+"</t>"), &back); err != nil || back.Text != got {
			t.Fatalf("%q is %q after a journey through XML, %v", got, back.Text, err)
		}
	})
}

// nameCases serve the test and the fuzz test.
var nameCases = []struct{ in, out string }{
	{"Events", "Events"},
	{"EL/03 [2025]: a*b?c\\d", "EL-03 -2025-- a-b-c-d"},
	{"'quoted'", "quoted"},
	{"it's", "it's"},
	{"_x0041_ _x000D_", "_ x0041_ _ x000D_"},
	{"", "Sheet"},
	{"  \n ", "Sheet"},
	{"'''", "Sheet"},
	{"a\x00\u200bb", "ab"},
	{"History", "History (2)"},
	{"Πολύ μεγάλο όνομα για ένα φύλλο εργασίας", "Πολύ μεγάλο όνομα για ένα φύλλο"},
	{strings.Repeat("😀", 20), strings.Repeat("😀", 15)},
	{strings.Repeat("x", 30) + "''y", strings.Repeat("x", 30)},
}

func TestSheetNames(t *testing.T) {
	for _, c := range nameCases {
		if got := SheetNames([]string{c.in})[0]; got != c.out {
			t.Errorf("%q: %q, want %q", c.in, got, c.out)
		}
	}
	long := strings.Repeat("é", 40)
	got := SheetNames([]string{"Events", "EVENTS", "events", "events (2)", long, long})
	want := []string{"Events", "EVENTS (2)", "events (3)", "events (2) (2)", long[:62], long[:54] + " (2)"}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%q, want %q", got[i], want[i])
		}
	}
}

func FuzzSheetNames(f *testing.F) {
	for _, c := range nameCases {
		f.Add(c.in, c.in)
		f.Add(c.in, "Sheet1")
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		names := SheetNames([]string{first, second})
		if strings.EqualFold(names[0], names[1]) {
			t.Fatalf("%q and %q are both %q", first, second, names[0])
		}
		file := excelize.NewFile()
		defer func() { _ = file.Close() }()
		for _, name := range names {
			index, err := file.NewSheet(name)
			if err != nil || units(name) > maxSheetName || index < 0 {
				t.Fatalf("%q: %v", name, err)
			}
			if name != "Sheet1" {
				if err := file.SetDefinedName(&excelize.DefinedName{Name: "a_name", RefersTo: quoteSheet(name) + "!$A$1", Scope: name}); err != nil {
					t.Fatalf("%q: %v", name, err)
				}
			}
		}
	})
}

func TestLinksOutAreOnlyToTheWebAndMail(t *testing.T) {
	for address, want := range map[string]bool{
		"https://example.org/a?b=c":           true,
		"HTTP://example.org":                  true,
		"mailto:a@example.org":                true,
		"file:///etc/passwd":                  false,
		"javascript:alert(1)":                 false,
		"\\\\server\\share":                   false,
		"https://example.org/two words":       false,
		"":                                    false,
		"https://" + strings.Repeat("a", 3e3): false,
	} {
		if got := Text("x").LinkOut(address).link != ""; got != want {
			t.Errorf("%.40q: %v, want %v", address, got, want)
		}
	}
}
