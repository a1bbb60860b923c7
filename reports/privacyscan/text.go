package privacyscan

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// mostPieces and mostText end a unit that goes on and on.
const (
	mostPieces = 200
	mostText   = 64 << 10
)

// text looks into a file of letters, by its ending. What is not UTF-8 is read in each of the alphabets that programs in the
// project's countries write; a word found in one of them is found.
func (s *scan) text(name string, b []byte) error {
	for _, as := range decodings(b) {
		decoded := b
		if as != nil {
			var err error
			if decoded, err = as.NewDecoder().Bytes(b); err != nil {
				return err
			}
		}
		before := len(s.result.Findings)
		if err := s.decoded(name, string(decoded)); err != nil {
			return err
		}
		s.onlyOnce(before)
	}
	return nil
}

func decodings(b []byte) []encoding.Encoding {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		return []encoding.Encoding{unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)}
	case utf8.Valid(b):
		return []encoding.Encoding{nil}
	}
	return []encoding.Encoding{charmap.Windows1252, charmap.Windows1253, charmap.ISO8859_7}
}

// onlyOnce takes out the findings from an index on that were there before it.
func (s *scan) onlyOnce(from int) {
	earlier := map[Finding]bool{}
	for _, f := range s.result.Findings[:from] {
		earlier[f] = true
	}
	kept := slices.DeleteFunc(s.result.Findings[from:], func(f Finding) bool { return earlier[f] })
	s.result.Findings = s.result.Findings[:from+len(kept)]
}

func (s *scan) decoded(name, text string) error {
	text = strings.TrimPrefix(text, "\ufeff")
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".xml", ".svg":
		return s.markup(name, text)
	case ".json", ".jsonl":
		if s.json(name, text) == nil {
			return s.ctx.Err()
		}
	case ".csv", ".tsv":
		return s.lines(name, text, true)
	}
	if trimmed := strings.TrimSpace(text[:min(len(text), 512)]); strings.HasPrefix(trimmed, "<") {
		return s.markup(name, text)
	}
	return s.lines(name, text, false)
}

// lines looks into plain text a paragraph at a time, or a line.
func (s *scan) lines(name, text string, each bool) error {
	var unit []piece
	size, n := 0, 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\r\n")
		blank := strings.TrimSpace(line) == ""
		if !blank {
			unit, size = append(unit, piece{line, Place{Line: n}}), size+len(line)
		}
		if each || blank || len(unit) >= mostPieces || size >= mostText {
			if err := s.read(name, unit); err != nil {
				return err
			}
			unit, size = unit[:0], 0
		}
	}
	return s.read(name, unit)
}

// liner tells lines by offsets that only grow.
type liner struct {
	text string
	at   int
	line int
}

func (l *liner) to(offset int) int {
	offset = min(max(offset, l.at), len(l.text))
	l.line += strings.Count(l.text[l.at:offset], "\n")
	l.at = offset
	return l.line + 1
}

// json looks into the values of each object, and into its keys. It fails where the text is not JSON.
func (s *scan) json(name, text string) error {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	at := &liner{text: text}
	type level struct {
		unit   []piece
		object bool
		value  bool // the next string is a value, not a key
	}
	levels := []level{{}}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return s.read(name, levels[0].unit)
		}
		if err != nil {
			return err
		}
		top := &levels[len(levels)-1]
		switch t := token.(type) {
		case json.Delim:
			if t == '{' || t == '[' {
				top.value = false
				levels = append(levels, level{object: t == '{'})
				continue
			}
			levels = levels[:len(levels)-1]
			err = s.read(name, top.unit)
		case string:
			p := piece{t, Place{Line: at.to(int(d.InputOffset()))}}
			if top.object && !top.value {
				top.value = true
				err = s.read(name, []piece{p})
				break
			}
			top.value = false
			top.unit = append(top.unit, p)
		case json.Number:
			top.value = false
			top.unit = append(top.unit, piece{t.String(), Place{Line: at.to(int(d.InputOffset()))}})
		default:
			top.value = false
		}
		if err == nil && len(levels) > 0 {
			if top := &levels[len(levels)-1]; len(top.unit) >= mostPieces {
				err, top.unit = s.read(name, top.unit), nil
			}
		}
		if err != nil {
			return err
		}
	}
}

// blocks end a paragraph of a web page.
var blocks = map[string]bool{
	"p": true, "div": true, "li": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "tr": true, "section": true, "article": true,
	"header": true, "footer": true, "title": true, "caption": true, "blockquote": true, "dt": true, "dd": true, "body": true, "head": true, "option": true,
}

// markup looks into a web page or XML: what is shown, comments, and what attributes say.
func (s *scan) markup(name, text string) error {
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(len(text) + 1)
	at, offset := &liner{text: text}, 0
	var unit []piece
	flush := func() error {
		err := s.read(name, unit)
		unit = unit[:0]
		return err
	}
	for {
		kind := z.Next()
		line := at.to(offset)
		offset += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return err
			}
			return flush()
		case html.TextToken:
			unit = append(unit, piece{string(z.Text()), Place{Line: line}})
		case html.CommentToken, html.DoctypeToken:
			if err := s.read(name, []piece{{string(z.Text()), Place{Line: line}}}); err != nil {
				return err
			}
		default:
			tag, more := z.TagName()
			if string(tag) == "img" {
				s.result.Pictures++
			}
			if err := s.attributes(name, z, more, line); err != nil {
				return err
			}
			if blocks[string(tag)] || len(unit) >= mostPieces {
				if err := flush(); err != nil {
					return err
				}
			}
		}
	}
}

func (s *scan) attributes(name string, z *html.Tokenizer, more bool, line int) error {
	for more {
		var value []byte
		_, value, more = z.TagAttr()
		if err := s.attribute(name, string(value), Place{Line: line}); err != nil {
			return err
		}
	}
	return nil
}

// attribute looks into what an attribute says, where that can be a name, an address or a number.
func (s *scan) attribute(name, value string, at Place) error {
	if len(value) < 5 || strings.HasPrefix(value, "data:") || !strings.ContainsAny(value, " @%:") {
		return nil
	}
	if strings.Contains(value, "%") {
		if plain, err := url.PathUnescape(value); err == nil {
			value = plain
		}
	}
	return s.read(name, []piece{{value, at}})
}
