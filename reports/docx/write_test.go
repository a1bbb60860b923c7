package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func square(t testing.TB) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 30, 20))
	img.Set(1, 1, color.RGBA{0, 0x33, 0x99, 0xff})
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// full is a document with a block of every kind.
func full(t testing.TB) Document {
	picture := Picture{Bytes: square(t), Height: 12, Alt: "Ένα σήμα"}
	return Document{
		Properties: Properties{
			Title: "Τίτλος", Subject: "S", Creator: "C", Keywords: "a; b", Description: "D", Category: "K", Status: "DRAFT", Company: "X",
			Language: "el-GR", Application: "Primadesk test", Created: time.Date(2025, 9, 18, 10, 42, 0, 0, time.UTC),
		},
		Header: Line{Left: "EXAMPLE", Mark: "DRAFT", Right: "D2.1"}, Footer: Line{Left: "101000000", Right: "σελίδα {page} από {pages}"}, Cover: true,
		Blocks: []Block{
			Beside{picture, Text("Funded")}, Paragraph{Text("Τίτλος"), Title}, Paragraph{Text("Below"), Subtitle}, Paragraph{Text("Careful"), Note},
			PageBreak{}, Contents{Title: "Περιεχόμενα"},
			Heading{Level: 1, Runs: Text("First"), NewPage: true}, Paragraph{Runs: []Run{
				{Text: "One\ntwo\tthree "}, {Text: "bold", Bold: true}, {Text: "italic", Italic: true}, {Text: "français", Lang: "fr-FR"},
				{Text: "site", Link: "https://example.org/?a=1&b=2"}, {Text: "again", Link: "https://example.org/?a=1&b=2"}, {Text: "bad", Link: "javascript:alert(1)"}, {Text: "todo", Missing: true},
			}},
			Heading{Level: 2, Runs: Text("Second")}, List{Items: [][]Run{Text("a"), Text("b")}},
			Heading{Level: 3, Runs: Text("Third")}, List{Items: [][]Run{Text("1")}, Numbered: true}, List{Items: [][]Run{Text("1 again")}, Numbered: true},
			Paragraph{Text("said"), Quote}, Paragraph{Text("lead"), Lead}, Paragraph{Text("facts"), Details}, Paragraph{Text("small"), Statement}, Paragraph{Text("above"), Together},
			Table{Caption: "Numbers", Columns: []Column{{Header: "Name", Width: 3}, {Header: "N", Width: 1, Right: true}}, Rows: [][]Cell{{Text("x"), Text("1")}, {Text("Σ"), Text("1")}}, Total: true},
			Facts{Name: "Facts", Rows: []Fact{{"Label", Text("Value")}, {"Empty", nil}}},
			Pictures{picture, picture},
		},
	}
}

// parts unpacks a document and parses each of its XML parts.
func parts(t *rapid.T, content []byte) map[string]string {
	found, err := unpack(content)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func unpack(content []byte) (map[string]string, error) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, err
	}
	found := map[string]string{}
	for _, file := range z.File {
		r, err := file.Open()
		if err != nil {
			return nil, err
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		found[file.Name] = string(b)
		if strings.HasSuffix(file.Name, ".png") {
			continue
		}
		for d := xml.NewDecoder(bytes.NewReader(b)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return nil, err
			}
		}
	}
	return found, nil
}

func written(t testing.TB, d Document) map[string]string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, d); err != nil {
		t.Fatal(err)
	}
	found, err := unpack(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestEveryBlockIsThere(t *testing.T) {
	found := written(t, full(t))
	text := found["word/document.xml"]
	for _, want := range []string{
		`<w:pStyle w:val="Title"/>`, `<w:pStyle w:val="Heading1"/><w:pageBreakBefore/>`, `<w:pStyle w:val="Heading3"/>`, `TOC \o &quot;1-2&quot; \n \h \z \u`,
		`<w:hyperlink w:anchor="_Toc1000"`, `w:name="_Toc1000"`, `<w:lang w:val="fr-FR"/>`, `<w:rStyle w:val="Missing"/>`, `One</w:t><w:br/>`, `two</w:t><w:tab/>`,
		`<w:tblHeader/>`, `<w:tblCaption w:val="Numbers"/>`, `<w:jc w:val="right"/>`, `descr="Ένα σήμα"`, `<w:titlePg/>`, `w:w="11906" w:h="16838"`,
		`<w:numId w:val="1"/>`, `<w:numId w:val="2"/>`, `<w:numId w:val="3"/>`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %s", want)
		}
	}
	if strings.Contains(text, "_Toc1002\" w:history") {
		t.Error("a heading of level 3 stands in contents of depth 2")
	}
	if !strings.Contains(found["word/styles.xml"], `<w:lang w:val="el-GR"`) || !strings.Contains(found["docProps/core.xml"], "<dc:language>el-GR</dc:language>") {
		t.Error("the document's language is not there")
	}
	for _, want := range []string{"σελίδα ", " PAGE ", " NUMPAGES "} {
		if !strings.Contains(found["word/footer1.xml"], want) {
			t.Errorf("the footer lacks %q", want)
		}
	}
	if !strings.Contains(found["word/header1.xml"], "DRAFT") {
		t.Error("the header lacks the mark")
	}
}

func TestRelationsAreKeptOnce(t *testing.T) {
	found := written(t, full(t))
	relations := found["word/_rels/document.xml.rels"]
	if n := strings.Count(relations, `Target="https://example.org/?a=1&amp;b=2"`); n != 1 {
		t.Errorf("the link stands %d times", n)
	}
	if strings.Contains(relations, "javascript") {
		t.Error("a script is linked")
	}
	if _, twice := found["word/media/image2.png"]; twice || found["word/media/image1.png"] == "" {
		t.Error("the picture is not kept once")
	}
}

func TestEveryStyleUsedIsDeclared(t *testing.T) {
	found := written(t, full(t))
	for _, part := range []string{"word/document.xml", "word/header1.xml", "word/footer1.xml"} {
		for _, mark := range []string{`<w:pStyle w:val="`, `<w:rStyle w:val="`, `<w:tblStyle w:val="`} {
			for _, rest := range strings.Split(found[part], mark)[1:] {
				id, _, _ := strings.Cut(rest, `"`)
				if !strings.Contains(found["word/styles.xml"], `w:styleId="`+id+`"`) {
					t.Errorf("style %s is not declared", id)
				}
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	var a, b bytes.Buffer
	if err := errors.Join(Write(&a, full(t)), Write(&b, full(t))); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two writings differ")
	}
}

// Whatever a text holds, the parts are XML, and what XML can carry comes back.
func TestAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		var out bytes.Buffer
		d := Document{Header: Line{Left: s}, Properties: Properties{Title: s, Language: s}, Blocks: []Block{
			Heading{Level: rapid.IntRange(-1, 9).Draw(t, "level"), Runs: Text(s)}, Contents{Title: s, Depth: 9}, Paragraph{Runs: []Run{{Text: s, Link: s, Lang: s}}},
			Table{Caption: s, Columns: []Column{{Header: s}}, Rows: [][]Cell{{Text(s), Text(s)}, {}}}, List{Items: [][]Run{Text(s)}},
		}}
		if err := Write(&out, d); err != nil {
			t.Fatal(err)
		}
		found := parts(t, out.Bytes())
		line := strings.FieldsFunc(clean(s), func(r rune) bool { return r == '\n' || r == '\t' })
		for _, piece := range line {
			if !strings.Contains(found["word/document.xml"], escape(piece)) {
				t.Fatalf("%q is lost", piece)
			}
		}
	})
}

func TestAddress(t *testing.T) {
	for link, want := range map[string]string{
		"https://example.org/a b": "https://example.org/a%20b", " http://example.org": "http://example.org", "mailto:a@example.org": "mailto:a@example.org",
		"javascript:alert(1)": "", "data:text/html,x": "", "example.org": "", "//example.org": "", "https://": "", "file:///etc/passwd": "", "": "", "mailto:": "", "http://[": "",
	} {
		if got := Address(link); got != want {
			t.Errorf("%q gives %q, want %q", link, got, want)
		}
	}
}

func TestNoPicture(t *testing.T) {
	for _, content := range [][]byte{nil, []byte("no picture"), []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;")} {
		if err := Write(io.Discard, Document{Blocks: []Block{Pictures{{Bytes: content, Height: 10, Alt: "x"}}}}); !errors.Is(err, image.ErrFormat) {
			t.Errorf("%q gives %v", content, err)
		}
	}
}

func TestFileIsWholeOrNotThere(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.docx")
	if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := WriteFile(t.Context(), path, Document{Blocks: []Block{Pictures{{Bytes: []byte("no picture")}}}}, "")
	located, ok := errors.AsType[*fs.PathError](err)
	if !ok || located.Path != path {
		t.Errorf("a failure gives %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "before" {
		t.Error("the file that was there is gone")
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := WriteFile(ended, path, full(t), ""); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled gives %v", err)
	}
	if err := WriteFile(t.Context(), path, full(t), ""); err != nil {
		t.Fatal(err)
	}
	entries, _ := os.ReadDir(folder)
	if names := slices.Collect(func(yield func(string) bool) {
		for _, e := range entries {
			yield(e.Name())
		}
	}); !slices.Equal(names, []string{"out.docx"}) {
		t.Errorf("the folder holds %q", names)
	}
	if err := WriteFile(t.Context(), filepath.Join(folder, "none", "out.docx"), full(t), ""); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder gives %v", err)
	}
}
