package privacyscan

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"encoding/hex"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
)

// pdfObject is a value, with the bytes of its stream if it is one.
type pdfObject struct {
	value  any
	stream []byte // as it lies in the file
}

// pdfFile is a PDF as its objects, found by reading it from begin to end: that needs no table of contents, reads what was saved
// over later ones too, and cannot be led in circles.
type pdfFile struct {
	s       *scan
	objects map[pdfRef]*pdfObject
	order   []*pdfObject // as they lie in the file, the earlier versions of an object too
	numbers []pdfRef
	crypt   bool
}

var (
	objectStart = regexp.MustCompile(`(\d{1,9})[\x00\t\n\f\r ]+\d{1,5}[\x00\t\n\f\r ]+obj`)
	trailerMark = []byte("trailer")
)

// What a PDF may have.
const (
	mostObjects  = 2_000_000
	mostTrailers = 1_000
)

func (s *scan) openPDF(b []byte) (*pdfFile, error) {
	f := &pdfFile{s: s, objects: map[pdfRef]*pdfObject{}}
	for at := 0; ; {
		if err := s.ctx.Err(); err != nil {
			return nil, err
		}
		m := objectStart.FindSubmatchIndex(b[at:])
		if m == nil {
			break
		}
		number, _ := strconv.Atoi(string(b[at+m[2] : at+m[3]])) // at most nine digits
		l := &lexer{b: b, at: at + m[1]}
		v, _ := l.next()
		o := &pdfObject{value: v}
		if d, ok := v.(pdfDict); ok {
			l.space()
			if bytes.HasPrefix(l.b[l.at:], []byte("stream")) {
				o.stream, l.at = streamOf(b, l.at+len("stream"), d)
			}
		}
		if err := f.keep(pdfRef(number), o); err != nil {
			return nil, err
		}
		at = max(l.at, at+m[1])
	}
	at := 0
	for range mostTrailers {
		i := bytes.Index(b[at:], trailerMark)
		if i < 0 {
			break
		}
		at += i + len(trailerMark)
		if d, ok := first(b[at:]).(pdfDict); ok && d["Encrypt"] != nil {
			f.crypt = true
		}
	}
	if f.crypt {
		return nil, errCrypt
	}
	return f, f.unpack()
}

func first(b []byte) any {
	v, _ := (&lexer{b: b[:min(len(b), 64<<10)]}).next()
	return v
}

func (f *pdfFile) keep(number pdfRef, o *pdfObject) error {
	if len(f.order) >= mostObjects {
		return errTooLarge
	}
	f.objects[number] = o
	f.order, f.numbers = append(f.order, o), append(f.numbers, number)
	if d, ok := o.value.(pdfDict); ok && d["Type"] == pdfName("XRef") && d["Encrypt"] != nil {
		f.crypt = true
	}
	return nil
}

// streamOf gives a stream's bytes and where it ends. The length that is said counts only where the end stands there.
func streamOf(b []byte, at int, d pdfDict) ([]byte, int) {
	if at < len(b) && b[at] == '\r' {
		at++
	}
	if at < len(b) && b[at] == '\n' {
		at++
	}
	if n, ok := d["Length"].(float64); ok && n >= 0 && n <= float64(len(b)-at) {
		end := at + int(n)
		if bytes.HasPrefix(bytes.TrimLeft(b[end:min(len(b), end+20)], "\r\n \t"), []byte("endstream")) {
			return b[at:end], end
		}
	}
	i := bytes.Index(b[at:], []byte("endstream"))
	if i < 0 {
		return b[at:], len(b)
	}
	return bytes.TrimRight(b[at:at+i], "\r\n"), at + i
}

// unpack reads the objects inside streams of objects (7.5.7).
func (f *pdfFile) unpack() error {
	for _, o := range slices.Clone(f.order) {
		d, ok := o.value.(pdfDict)
		if !ok || d["Type"] != pdfName("ObjStm") {
			continue
		}
		b, err := f.decode(o)
		if err != nil {
			return err
		}
		begin, count := int(f.number(d["First"])), int(f.number(d["N"]))
		if begin < 0 || begin > len(b) {
			return errDamaged
		}
		heads := &lexer{b: b[:begin]}
		for range max(count, 0) {
			number, ok := heads.next()
			offset, also := heads.next()
			n, isNumber := number.(float64)
			at, isOffset := offset.(float64)
			if !ok || !also || !isNumber || !isOffset || at < 0 || begin+int(at) > len(b) {
				break
			}
			l := &lexer{b: b, at: begin + int(at)}
			v, _ := l.next()
			if f.s.limits.Unpacked -= int64(l.at - begin - int(at)); f.s.limits.Unpacked < 0 { // they may overlap
				return errTooLarge
			}
			ref := pdfRef(int(n))
			if known := f.objects[ref]; known != nil && known.stream != nil {
				continue
			}
			if err := f.keep(ref, &pdfObject{value: v}); err != nil {
				return err
			}
		}
	}
	return nil
}

// at follows references to a value.
func (f *pdfFile) at(v any) any {
	for range 8 {
		ref, ok := v.(pdfRef)
		if !ok {
			return v
		}
		o := f.objects[ref]
		if o == nil {
			return nil
		}
		v = o.value
	}
	return nil
}

func (f *pdfFile) dict(v any) pdfDict { d, _ := f.at(v).(pdfDict); return d }
func (f *pdfFile) list(v any) []any   { l, _ := f.at(v).([]any); return l }
func (f *pdfFile) number(v any) float64 {
	n, _ := f.at(v).(float64)
	return n
}

var errFilter = errors.New("a filter that is not known")

// decode undoes a stream's filters; the forms of pictures are errFilter.
func (f *pdfFile) decode(o *pdfObject) ([]byte, error) {
	d, _ := o.value.(pdfDict)
	b := o.stream
	filters := f.list(d["Filter"])
	if name, ok := f.at(d["Filter"]).(pdfName); ok {
		filters = []any{name}
	}
	if len(filters) > 4 {
		return nil, errFilter
	}
	if f.s.limits.Unpacked -= int64(len(b)); f.s.limits.Unpacked < 0 { // the same stream may be asked for again and again
		return nil, errTooLarge
	}
	for _, filter := range filters {
		var r io.Reader
		switch name, _ := f.at(filter).(pdfName); name {
		case "FlateDecode", "Fl":
			z, err := zlib.NewReader(bytes.NewReader(b))
			if err != nil {
				return nil, errDamaged
			}
			r = z
		case "ASCII85Decode", "A85":
			text := bytes.TrimPrefix(bytes.TrimSpace(b), []byte("<~"))
			text, _, _ = bytes.Cut(text, []byte("~>"))
			r = ascii85.NewDecoder(bytes.NewReader(text))
		case "ASCIIHexDecode", "AHx":
			text, _, _ := bytes.Cut(b, []byte(">"))
			r = hex.NewDecoder(bytes.NewReader(bytes.Join(bytes.Fields(text), nil)))
		default:
			return nil, errFilter
		}
		out, err := f.s.whole(r)
		if err != nil && (len(out) == 0 || errors.Is(err, errTooLarge) || f.s.ctx.Err() != nil) {
			return nil, err
		}
		b = out // what a damaged end leaves is read
	}
	return b, nil
}
