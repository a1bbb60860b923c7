package privacyscan

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// paragraphs, rows and letters are what elements of Office Open XML and OpenDocument mean, by their local names.
var (
	paragraphs = map[string]bool{"p": true, "h": true, "si": true, "comment": true, "text": true}
	rows       = map[string]bool{"tr": true, "table-row": true}
	letters    = map[string]bool{"t": true, "delText": true, "instrText": true, "span": true, "a": true, "r": true, "fldSimple": true, "hyperlink": true}
	gaps       = map[string]bool{"tab": true, "br": true, "cr": true, "line-break": true, "s": true, "noBreakHyphen": true}
)

// document looks into a text document, a presentation or an OpenDocument: every part that is XML, and what is embedded.
func (s *scan) document(name string, z *zip.Reader, depth int) error {
	for _, f := range z.File {
		main := f.Name == "word/document.xml" || f.Name == "content.xml"
		if err := s.packed(name, f, main, depth); err != nil {
			return err
		}
	}
	return nil
}

// packed looks into a part of a document: XML, a picture, or a file that is embedded.
func (s *scan) packed(name string, f *zip.File, main bool, depth int) error {
	switch ending := strings.ToLower(path.Ext(f.Name)); {
	case strings.HasSuffix(f.Name, "/"):
		return nil
	case ending == ".xml", ending == ".rels", ending == ".vml", ending == ".rdf":
		place := Place{Entry: f.Name}
		if main {
			place = Place{}
		}
		r, err := f.Open()
		if err != nil {
			return err
		}
		return errors.Join(s.xml(name, measured{s, r}, place, main), r.Close())
	}
	b, err := s.entry(f)
	if err != nil {
		return err
	}
	switch {
	case isPicture(b), strings.EqualFold(path.Ext(f.Name), ".emf"), strings.EqualFold(path.Ext(f.Name), ".wmf"):
		s.result.Pictures++
		return nil
	case bytes.HasPrefix(b, []byte("PK\x03\x04")) && depth < s.limits.Depth, bytes.HasPrefix(b, []byte("%PDF-")), !isBinary(b[:min(len(b), 1024)]):
		return s.part(name+"/"+f.Name, bytes.NewReader(b), int64(len(b)), depth+1)
	case strings.HasPrefix(path.Base(f.Name), "vbaProject"), strings.Contains(f.Name, "embeddings/"), strings.HasPrefix(b2s(b), "PK"):
		s.unread(name+"/"+f.Name, 0, Unknown)
	}
	return nil // printer settings, fonts and the like
}

func b2s(b []byte) string { return string(b[:min(len(b), 4)]) }

// flow gathers the text of XML into paragraphs and rows.
type flow struct {
	s     *scan
	part  string
	at    Place
	count bool // number the paragraphs
	n     int
	rows  int // how many rows are open
	unit  []piece
	text  strings.Builder
}

// paragraph ends one.
func (f *flow) paragraph() error {
	if strings.TrimSpace(f.text.String()) != "" {
		at := f.at
		if f.count {
			f.n++
			at.Paragraph = f.n
		}
		f.unit = append(f.unit, piece{f.text.String(), at})
	}
	f.text.Reset()
	if f.rows > 0 && len(f.unit) < mostPieces {
		return nil
	}
	return f.end()
}

func (f *flow) end() error {
	err := f.s.read(f.part, f.unit)
	f.unit = f.unit[:0]
	return err
}

// xml looks into any XML: its text in paragraphs, and its attributes.
func (s *scan) xml(part string, r io.Reader, at Place, count bool) error {
	f := &flow{s: s, part: part, at: at, count: count}
	d := decoder(r)
	said := false // whether the element that ends held letters itself
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return errors.Join(f.paragraph(), f.end())
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			err = f.start(t)
			said = false
		case xml.CharData:
			f.text.Write(t)
			said = said || len(bytes.TrimSpace(t)) > 0
			if f.text.Len() > mostText {
				err = f.paragraph()
			}
		case xml.Comment:
			err = s.read(part, []piece{{string(t), at}})
		case xml.EndElement:
			err = f.close(t.Name.Local, said)
			said = false
		}
		if err != nil {
			return err
		}
	}
}

func (f *flow) start(t xml.StartElement) error {
	if rows[t.Name.Local] {
		f.rows++
	}
	if gaps[t.Name.Local] {
		f.text.WriteByte(' ')
	}
	for _, a := range t.Attr {
		if err := f.s.attribute(f.part, a.Value, f.at); err != nil {
			return err
		}
	}
	return nil
}

func (f *flow) close(name string, said bool) error {
	switch {
	case rows[name]:
		f.rows = max(f.rows-1, 0)
		return f.paragraph()
	case paragraphs[name]:
		return f.paragraph()
	case said && !letters[name]:
		f.text.WriteByte('\n')
	}
	return nil
}

// decoder reads XML as programs write it. Entities of its own are not expanded.
func decoder(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.Strict = false
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return d
}
