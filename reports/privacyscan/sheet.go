package privacyscan

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// workbook looks into a workbook: its cells row by row, and every other part as it is.
func (s *scan) workbook(name string, z *zip.Reader, depth int) error {
	b := &book{s: s, part: name, names: map[string]string{}}
	if err := b.index(z); err != nil {
		return err
	}
	for _, f := range z.File {
		var err error
		switch {
		case strings.HasPrefix(f.Name, "xl/worksheets/") && strings.HasSuffix(f.Name, ".xml"):
			err = b.sheet(f)
		case f.Name == "xl/sharedStrings.xml" || f.Name == "xl/styles.xml":
		default:
			err = s.packed(name, f, false, depth)
		}
		if err != nil {
			return err
		}
	}
	return b.leftOver()
}

// book is a workbook that is read.
type book struct {
	s       *scan
	part    string
	names   map[string]string // path of a sheet's XML → its name
	strings []string
	used    []bool
}

// index reads the sheets' names and the strings that cells share.
func (b *book) index(z *zip.Reader) error {
	ids := map[string]string{} // relation → name
	files := map[string]*zip.File{}
	for _, f := range z.File {
		files[f.Name] = f
	}
	err := b.each(files["xl/workbook.xml"], func(t xml.StartElement, _ *xml.Decoder) error {
		if t.Name.Local == "sheet" {
			ids[attr(t, "id")] = attr(t, "name")
		}
		return nil
	})
	if err == nil {
		err = b.each(files["xl/_rels/workbook.xml.rels"], func(t xml.StartElement, _ *xml.Decoder) error {
			if name, ok := ids[attr(t, "Id")]; ok {
				target := attr(t, "Target")
				if !strings.HasPrefix(target, "/") {
					target = "/xl/" + target
				}
				b.names[strings.TrimPrefix(path.Clean(target), "/")] = name
			}
			return nil
		})
	}
	if err == nil {
		size := int64(0)
		err = b.each(files["xl/sharedStrings.xml"], func(t xml.StartElement, d *xml.Decoder) error {
			if t.Name.Local != "si" {
				return nil
			}
			text, err := textOf(d, "si")
			if size += int64(len(text)) + 16; size > b.s.limits.Memory {
				return errTooLarge
			}
			b.strings = append(b.strings, text)
			return err
		})
	}
	b.used = make([]bool, len(b.strings))
	return err
}

// each calls do for every element of a part, if there is the part.
func (b *book) each(f *zip.File, do func(xml.StartElement, *xml.Decoder) error) error {
	if f == nil {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	d := decoder(measured{b.s, r})
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return r.Close()
		}
		if t, ok := token.(xml.StartElement); ok && err == nil {
			err = do(t, d)
		}
		if err != nil {
			return errors.Join(err, r.Close())
		}
	}
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// textOf reads on to the end of an element and gives its text.
func textOf(d *xml.Decoder, name string) (string, error) {
	var text strings.Builder
	for {
		token, err := d.RawToken()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.CharData:
			text.Write(t)
		case xml.EndElement:
			if t.Name.Local == name {
				return text.String(), nil
			}
		}
	}
}

// sheet looks into the rows of a sheet, and into what else it says: headers, footers, hints, links.
func (b *book) sheet(f *zip.File) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	return errors.Join(b.rows(decoder(measured{b.s, r}), Place{Sheet: b.names[f.Name]}), r.Close())
}

func (b *book) rows(d *xml.Decoder, at Place) error {
	var row []piece
	var other []byte
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return errors.Join(b.s.read(b.part, row), b.s.read(b.part, []piece{{marginCodes.ReplaceAllString(string(other), " "), at}}))
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "c" {
				row, err = b.cell(d, t, at, row)
			} else {
				err = b.elsewhere(t, at)
			}
		case xml.CharData:
			if t = bytes.TrimSpace(t); len(t) > 0 && len(other) < mostText {
				other = append(append(other, t...), '\n')
			}
		case xml.EndElement:
			if t.Name.Local == "row" {
				err = b.s.read(b.part, row)
				row = row[:0]
			}
		}
		if err != nil {
			return err
		}
	}
}

// marginCodes stand in headers and footers before what is printed (ECMA-376, 18.3.1.39).
var marginCodes = regexp.MustCompile(`&(?:"[^"]*"|\d+|K[0-9A-Fa-f]{6}|[A-Z])`)

func (b *book) elsewhere(t xml.StartElement, at Place) error {
	for _, a := range t.Attr {
		if err := b.s.attribute(b.part, a.Value, at); err != nil {
			return err
		}
	}
	return nil
}

// cell adds what a cell shows, and what its formula says, to the row.
func (b *book) cell(d *xml.Decoder, start xml.StartElement, at Place, row []piece) ([]piece, error) {
	at.Cell = attr(start, "r")
	kind := attr(start, "t")
	var text, formula strings.Builder
	to := &text
	for {
		token, err := d.RawToken()
		if err != nil {
			return row, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			to = &text
			if t.Name.Local == "f" {
				to = &formula
			}
		case xml.CharData:
			to.Write(t)
		case xml.EndElement:
			to = &text
			if t.Name.Local != "c" {
				continue
			}
			if formula.Len() > 0 && strings.Contains(formula.String(), `"`) {
				if err := b.s.read(b.part, []piece{{formula.String(), at}}); err != nil {
					return row, err
				}
			}
			if shown := b.shown(kind, text.String()); shown != "" {
				row = append(row, piece{shown, at})
			}
			return row, nil
		}
	}
}

// shown is the text of a cell; a number is one only where it is whole, since others are no telephone numbers.
func (b *book) shown(kind, value string) string {
	switch kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || i < 0 || i >= len(b.strings) {
			return ""
		}
		b.used[i] = true
		return b.strings[i]
	case "", "n":
		if f, err := strconv.ParseFloat(value, 64); err == nil {
			if f < 1e6 || f > 1e16 || f != float64(int64(f)) {
				return ""
			}
			return strconv.FormatInt(int64(f), 10)
		}
	}
	return value
}

// leftOver looks into strings that no cell shows any more, but that are still in the file.
func (b *book) leftOver() error {
	for i, text := range b.strings {
		if b.used[i] {
			continue
		}
		if err := b.s.read(b.part, []piece{{text, Place{Entry: "xl/sharedStrings.xml"}}}); err != nil {
			return err
		}
	}
	return nil
}
