package privacyscan

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// writers make a file of each format with one text in it.
var writers = map[string]func(t *rapid.T, text string) []byte{
	"a.txt":  func(_ *rapid.T, s string) []byte { return []byte("before " + s + " after") },
	"a.csv":  func(_ *rapid.T, s string) []byte { return []byte("x;y\r\n\"" + s + "\";2") },
	"a.json": func(_ *rapid.T, s string) []byte { return fmt.Appendf(nil, `{"a":[{"b":%q}]}`, s) },
	"a.html": func(_ *rapid.T, s string) []byte { return []byte("<html><body><td>" + s + "</td></body></html>") },
	"a.xlsx": func(t *rapid.T, s string) []byte {
		f := excelize.NewFile()
		cell, _ := excelize.CoordinatesToCellName(rapid.IntRange(1, 50).Draw(t, "column"), rapid.IntRange(1, 500).Draw(t, "row"))
		if err := f.SetCellStr("Sheet1", cell, s); err != nil {
			t.Fatal(err)
		}
		b, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	},
	"a.docx": func(t *rapid.T, s string) []byte {
		cut := len(string([]rune(s)[:rapid.IntRange(0, len([]rune(s))).Draw(t, "cut")])) // Word parts a text into runs anywhere
		return packed(t, "[Content_Types].xml", "<Types/>", "word/document.xml",
			`<w:document xmlns:w="w"><w:body><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>`+s[:cut]+`</w:t></w:r><w:r><w:t>`+s[cut:]+`</w:t></w:r></w:p></w:body></w:document>`)
	},
	"a.pdf": func(t *rapid.T, s string) []byte { return pdfWith(s, rapid.Bool().Draw(t, "deflate")) },
}

// pdfWith writes a PDF as fpdf does: UTF-16 codes in a font whose map is the identity.
func pdfWith(text string, deflate bool) []byte {
	var codes strings.Builder
	for _, r := range text {
		fmt.Fprintf(&codes, "%04x", r)
	}
	stream := func(s string) string {
		if !deflate {
			return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(s), s)
		}
		var b bytes.Buffer
		z := zlib.NewWriter(&b)
		_, _ = z.Write([]byte(s))
		_ = z.Close()
		return fmt.Sprintf("<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", b.Len(), b.String())
	}
	var out strings.Builder
	out.WriteString("%PDF-1.4\n")
	for i, o := range []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<</F1 5 0 R>>>>>>", "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
		stream("BT 50 700 Td /F1 12 Tf <" + codes.String() + "> Tj ET"),
		"<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 6 0 R>>",
		stream("1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange"),
		"<</Type/Font/Subtype/CIDFontType2/DW 600>>",
	} {
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	out.WriteString("trailer <</Root 1 0 R>>")
	return []byte(out.String())
}

func TestWhatWasPlantedIsFound(t *testing.T) {
	k := known(t)
	planted := map[string]Kind{
		"Γιώργος Παπαδόπουλος": Name, "Rossi Maria": Name, "GIORGOS PAPADOPOULOS": Name, "g.papadopoulos@example.org": Email, "+30 27210 12345": Phone,
		"0612345678": Phone, "GR16 0110 1250 0000 0001 2300 695": IBAN, "Passport X1234567": Passport,
	}
	names, texts := slices.Sorted(maps.Keys(writers)), slices.Sorted(maps.Keys(planted))
	rapid.Check(t, func(t *rapid.T) {
		name, text := rapid.SampledFrom(names).Draw(t, "format"), rapid.SampledFrom(texts).Draw(t, "text")
		noise := rapid.StringMatching(`[a-zα-ω]{2,8}( [a-zα-ω]{2,8}){0,4}`)
		whole := noise.Draw(t, "before") + ", " + text + ", " + noise.Draw(t, "after")
		b := writers[name](t, whole)
		for range rapid.IntRange(0, 2).Draw(t, "archives") {
			b, name = packed(t, name, string(b)), "a.zip"
		}
		r, err := k.Scan(t.Context(), name, bytes.NewReader(b), int64(len(b)), DefaultLimits)
		if err != nil || len(r.Findings) != 1 || r.Findings[0].Kind != planted[text] || len(r.Unread) > 0 {
			t.Fatalf("%q in %s: %+v, %v", whole, name, r, err)
		}
		if strings.Contains(fmt.Sprint(r), text) {
			t.Fatalf("%q is given back", text)
		}
	})
}

// TestFindingsDoNotDependOnWhoElseIsKnown: a text costs as much with a hundred thousand people as with few, and strangers add nothing.
func TestFindingsDoNotDependOnWhoElseIsKnown(t *testing.T) {
	k, err := Know(Params{People: func(yield func(Person, error) bool) {
		for _, p := range people {
			if !yield(p, nil) {
				return
			}
		}
		for i := range 100_000 {
			n := fmt.Sprint(i)
			if !yield(Person{Given: "Given" + n, Family: "Family" + n, Emails: []string{n + "@example.net"}, Phones: []string{fmt.Sprintf("+99 5%08d", i)}}, nil) {
				return
			}
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("Family words of no one, and Maria Rossi.\n\n", 1000)
	r, err := k.Scan(t.Context(), "a.txt", strings.NewReader(text), int64(len(text)), DefaultLimits)
	if err != nil || len(r.Findings) != 1000 {
		t.Errorf("%d findings, %v", len(r.Findings), err)
	}
	for _, last := range []string{"Family99999, Given99999", "99999@example.net", "5 0009 9999"} {
		if r, _ := k.Scan(t.Context(), "a.txt", strings.NewReader(last), int64(len(last)), DefaultLimits); len(r.Findings) != 1 || !r.Findings[0].Known {
			t.Errorf("%s: %+v", last, r.Findings)
		}
	}
}

func FuzzScan(f *testing.F) {
	for _, ending := range []string{"docx", "odt", "pdf", "html"} {
		b, err := os.ReadFile(filepath.Join("testdata", "documents", "doc."+ending))
		if err != nil {
			f.Fatal(err)
		}
		f.Add("doc."+ending, b)
	}
	f.Add("a.json", []byte(`{"a":["b",{"c":1}]}`))
	f.Add("a.csv", []byte("a;b\n\xff\xc1"))
	f.Add("a.zip", packed(f, "a.txt", "Maria Rossi", "b.zip", string(packed(f, "c", "d"))))
	f.Add("a.pdf", pdfWith("Maria Rossi", false))
	k := known(f)
	limits := Limits{Unpacked: 4 << 20, Memory: 1 << 20, Entries: 100, Depth: 3, Findings: 100}
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		r, err := k.Scan(t.Context(), name, bytes.NewReader(b), int64(len(b)), limits)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Findings) > limits.Findings {
			t.Fatalf("%d findings", len(r.Findings))
		}
	})
}

// FuzzPDF reaches the contents and the fonts of pages, which random bytes hardly do.
func FuzzPDF(f *testing.F) {
	f.Add([]byte("BT /F1 12 Tf [(Ma) -20 (ria)] TJ T* (Rossi) ' ET q 1 0 0 1 0 0 cm /X Do Q"), []byte("1 beginbfrange <00> <ff> <0041> endbfrange 1 beginbfchar <01> <0042> endbfchar"))
	k := known(f)
	f.Fuzz(func(t *testing.T, contents, table []byte) {
		s := &scan{ctx: t.Context(), known: k, limits: Limits{Unpacked: 4 << 20, Memory: 1 << 20, Findings: 100}}
		file := &pdfFile{s: s, objects: map[pdfRef]*pdfObject{
			1: {value: pdfDict{}, stream: contents}, 2: {value: pdfDict{}, stream: table}, 3: {value: pdfDict{"Subtype": pdfName("Form")}, stream: contents},
		}}
		font := pdfDict{"Subtype": pdfName("Type0"), "ToUnicode": pdfRef(2)}
		page := pdfDict{"Contents": pdfRef(1), "Resources": pdfDict{"Font": pdfDict{"F1": font}, "XObject": pdfDict{"X": pdfRef(3)}}}
		_ = file.page("a.pdf", 1, page, map[any]*pdfFont{}) // any error, but no end of the program
	})
}
