package privacyscan

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// pdf looks into the pages of a PDF, and into what else it says: notes, links, fields of forms, properties, embedded files.
func (s *scan) pdf(name string, b []byte, depth int) error {
	f, err := s.openPDF(b)
	if err != nil {
		return err
	}
	pages := f.pages()
	if len(pages) == 0 {
		return errDamaged
	}
	fonts := map[any]*pdfFont{}
	for i, page := range pages {
		if err := f.page(name, i+1, page, fonts); err != nil {
			return err
		}
	}
	for _, o := range f.order {
		if err := f.beside(name, o, depth); err != nil {
			return err
		}
	}
	return nil
}

// pages are in the order of the book; those that its tree does not hold come last.
func (f *pdfFile) pages() []pdfDict {
	var list []pdfDict
	seen := map[pdfRef]bool{}
	var walk func(v any, inherited any, depth int)
	walk = func(v any, inherited any, depth int) {
		ref, ok := v.(pdfRef)
		if !ok || seen[ref] || depth > mostNested {
			return
		}
		seen[ref] = true
		d := f.dict(v)
		if own := d["Resources"]; own != nil {
			inherited = own
		}
		if kids := f.list(d["Kids"]); kids != nil && d["Type"] != pdfName("Page") {
			for _, kid := range kids {
				walk(kid, inherited, depth+1)
			}
			return
		}
		if d != nil {
			list = append(list, pdfDict{"Contents": d["Contents"], "Resources": inherited})
		}
	}
	for _, o := range f.order {
		if d, ok := o.value.(pdfDict); ok && d["Type"] == pdfName("Catalog") {
			walk(d["Pages"], nil, 0)
		}
	}
	for i, o := range f.order {
		if d, ok := o.value.(pdfDict); ok && d["Type"] == pdfName("Page") && !seen[f.numbers[i]] {
			list = append(list, d)
		}
	}
	return list
}

// page looks into one page.
func (f *pdfFile) page(name string, number int, page pdfDict, fonts map[any]*pdfFont) error {
	parts := []any{page["Contents"]}
	if list := f.list(page["Contents"]); list != nil {
		parts = list
	}
	var contents []byte
	for _, part := range parts {
		ref, ok := part.(pdfRef)
		if !ok || f.objects[ref] == nil {
			continue
		}
		b, err := f.decode(f.objects[ref])
		if err != nil {
			return err
		}
		if contents = append(append(contents, b...), '\n'); int64(len(contents)) > f.s.limits.Memory {
			return errTooLarge
		}
	}
	p := &pageText{f: f, fonts: fonts, ctm: upright, text: upright, begin: upright}
	err := p.contents(contents, f.dict(page["Resources"]))
	p.newLine()
	f.s.result.Pictures += p.images
	switch {
	case p.blind > p.codes/10:
		f.s.unread(name, number, Glyphs)
	case p.codes == 0 && p.images > 0:
		f.s.unread(name, number, Picture)
	}
	var unit []piece
	for _, line := range p.lines {
		unit = append(unit, piece{line, Place{Page: number}})
	}
	return errors.Join(f.s.read(name, unit), err)
}

// beside looks into the texts of an object that are none of a page's contents.
func (f *pdfFile) beside(name string, o *pdfObject, depth int) error {
	if o.stream != nil {
		d, _ := o.value.(pdfDict)
		embedded, metadata := d["Type"] == pdfName("EmbeddedFile"), d["Type"] == pdfName("Metadata")
		if embedded || metadata {
			b, err := f.decode(o)
			if err != nil {
				return err
			}
			if metadata {
				return f.s.xml(name, bytes.NewReader(b), Place{Entry: "XMP"}, false)
			}
			if depth >= f.s.limits.Depth {
				return errTooLarge
			}
			return f.s.part(name+"/…", bytes.NewReader(b), int64(len(b)), depth+1)
		}
	}
	var unit []piece
	eachString(o.value, func(b []byte) {
		if text := textString(b); text != "" {
			unit = append(unit, piece{text, Place{Entry: "PDF"}})
		}
	})
	for _, p := range unit {
		if err := f.s.read(name, []piece{p}); err != nil {
			return err
		}
	}
	return nil
}

// eachString gives the strings inside a value.
func eachString(v any, give func([]byte)) {
	switch v := v.(type) {
	case []byte:
		give(v)
	case []any:
		for _, x := range v {
			eachString(x, give)
		}
	case pdfDict:
		for _, name := range []pdfName{"Contents", "URI", "A", "T", "V", "DV", "TU", "Title", "Author", "Subject", "Keywords", "Creator", "Alt", "ActualText", "E", "F", "UF", "Desc", "Names", "RC", "Opt"} {
			eachString(v[name], give)
		}
	}
}

// textString is a string that is text (7.9.2.2): UTF-16, UTF-8 or, as good as, the Western alphabet.
func textString(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return utf16Text(b[2:])
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")) && utf8.Valid(b):
		return string(b[3:])
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return ""
	}
	return string(text)
}
