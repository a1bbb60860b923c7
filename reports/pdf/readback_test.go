package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strings"
	"unicode/utf16"
)

// drawn is a page as it can be read back: its texts in the order in which they are written.
type drawn struct {
	texts []string
	raw   string
}

func (d drawn) has(text string) bool { return strings.Contains(strings.Join(d.texts, " "), text) }

var streams = regexp.MustCompile(`[^d]stream\n`)

// failing is a test, or a rapid one.
type failing interface {
	Helper()
	Fatal(...any)
}

// pagesOf reads the contents of a document's pages.
func pagesOf(t failing, file []byte) []drawn {
	t.Helper()
	var pages []drawn
	for _, m := range streams.FindAllIndex(file, -1) {
		r, err := zlib.NewReader(bytes.NewReader(file[m[1]:]))
		if err != nil {
			continue // a table of characters, which is not packed
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(content, []byte(" Tj ET")) {
			continue // a font or a picture
		}
		pages = append(pages, drawn{textsOf(content), string(content)})
	}
	return pages
}

// textsOf reads the strings that are shown: UTF-16 within brackets, with brackets and backslashes escaped.
func textsOf(content []byte) (texts []string) {
	for {
		from := bytes.Index(content, []byte(" Td ("))
		if from < 0 {
			return texts
		}
		content = content[from+5:]
		var units []byte
		i := 0
		for ; content[i] != ')'; i++ {
			if content[i] == '\\' {
				i++
				if content[i] == 'r' {
					units = append(units, '\r')
					continue
				}
			}
			units = append(units, content[i])
		}
		content = content[i:]
		codes := make([]uint16, len(units)/2)
		for i := range codes {
			codes[i] = uint16(units[2*i])<<8 | uint16(units[2*i+1])
		}
		texts = append(texts, string(utf16.Decode(codes)))
	}
}
