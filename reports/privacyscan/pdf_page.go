package privacyscan

import (
	"bytes"
	"math"
	"strings"
)

// matrix maps a point as PDF does (8.3.3).
type matrix [6]float64

var upright = matrix{1, 0, 0, 1, 0, 0}

func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3], m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// pageText shows the texts of a page's contents, in the order in which they are drawn.
type pageText struct {
	f      *pdfFile
	fonts  map[any]*pdfFont
	lines  []string
	line   strings.Builder
	ctm    matrix
	stack  []matrix
	text   matrix // of the text
	begin  matrix // of its line
	size   float64
	lead   float64
	font   *pdfFont
	endX   float64 // where the last text ended, on the page
	endY   float64
	codes  int // that were shown
	blind  int // of these: without a letter that is known
	images int
	forms  int // how deep, and how many in all
	drawn  int
}

// mostForms that a page may draw, so that forms which draw each other end.
const mostForms = 2_000

func (p *pageText) contents(b []byte, resources pdfDict) error {
	l := &lexer{b: b}
	var args []any
	for n := 0; ; n++ {
		if n%4096 == 0 {
			if err := p.f.s.ctx.Err(); err != nil {
				return err
			}
		}
		v, ok := l.next()
		if !ok {
			return nil
		}
		word, isWord := v.(pdfWord)
		if !isWord {
			if len(args) < 64 {
				args = append(args, v)
			}
			continue
		}
		if word == "ID" { // the bytes of a small picture
			p.images++
			if i := bytes.Index(l.b[l.at:], []byte("EI")); i >= 0 {
				l.at += i + 2
			}
		}
		if err := p.operate(string(word), args, resources); err != nil {
			return err
		}
		args = args[:0]
	}
}

func (p *pageText) operate(op string, args []any, resources pdfDict) error {
	n := func(i int) float64 {
		if i < len(args) {
			f, _ := args[i].(float64)
			return f
		}
		return 0
	}
	switch op {
	case "q":
		if len(p.stack) < 256 {
			p.stack = append(p.stack, p.ctm)
		}
	case "Q":
		if len(p.stack) > 0 {
			p.ctm, p.stack = p.stack[len(p.stack)-1], p.stack[:len(p.stack)-1]
		}
	case "cm":
		p.ctm = matrix{n(0), n(1), n(2), n(3), n(4), n(5)}.times(p.ctm)
	case "BT":
		p.text, p.begin = upright, upright
	case "Tf":
		p.size = n(1)
		if len(args) > 0 {
			if name, ok := args[0].(pdfName); ok {
				p.font = p.named(p.f.dict(resources["Font"])[name])
			}
		}
	case "TL":
		p.lead = n(0)
	case "Tm":
		p.begin = matrix{n(0), n(1), n(2), n(3), n(4), n(5)}
		p.text = p.begin
	case "Td", "TD":
		if op == "TD" {
			p.lead = -n(1)
		}
		p.down(n(0), n(1))
	case "T*":
		p.down(0, -p.lead)
	case "Tj", "TJ", "'", `"`:
		if op == "'" || op == `"` {
			p.down(0, -p.lead)
		}
		if len(args) > 0 {
			p.show(args[len(args)-1])
		}
	case "Do":
		return p.draw(args, resources)
	}
	return nil
}

func (p *pageText) down(x, y float64) {
	p.begin = matrix{1, 0, 0, 1, x, y}.times(p.begin)
	p.text = p.begin
}

func (p *pageText) named(v any) *pdfFont {
	key, ok := v.(pdfRef)
	if !ok {
		return p.f.font(v)
	}
	if p.fonts[key] == nil {
		p.fonts[key] = p.f.font(v)
	}
	return p.fonts[key]
}

// show adds a text. One that does not go on where the last ended is another word, or on another line.
func (p *pageText) show(v any) {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	m := p.text.times(p.ctm)
	scale := math.Hypot(m[0], m[1]) * math.Abs(p.size)
	switch {
	case math.Abs(m[5]-p.endY) > scale*0.5:
		p.newLine()
	case math.Abs(m[4]-p.endX) > scale:
		p.line.WriteString("  ") // another cell of a table: two numbers are two
	case math.Abs(m[4]-p.endX) > scale*0.15:
		p.line.WriteByte(' ')
	}
	for _, x := range list {
		switch x := x.(type) {
		case float64:
			if x < -180 {
				p.line.WriteByte(' ')
			}
			p.move(-x)
		case []byte:
			p.codesOf(x)
		}
	}
	m = p.text.times(p.ctm)
	p.endX, p.endY = m[4], m[5]
}

func (p *pageText) move(thousandths float64) {
	p.text = matrix{1, 0, 0, 1, thousandths / 1000 * p.size, 0}.times(p.text)
}

func (p *pageText) codesOf(b []byte) {
	if p.font == nil {
		p.codes, p.blind = p.codes+len(b), p.blind+len(b)
		return
	}
	for i := 0; i+p.font.bytes <= len(b); i += p.font.bytes {
		code := codeOf(b[i : i+p.font.bytes])
		letter := p.font.letter(code)
		if p.codes++; letter == "" {
			p.blind++
		}
		p.line.WriteString(letter)
		p.move(p.font.width(code))
	}
}

func (p *pageText) newLine() {
	if strings.TrimSpace(p.line.String()) != "" {
		p.lines = append(p.lines, p.line.String())
	}
	p.line.Reset()
}

// draw shows what a form shows, and counts pictures.
func (p *pageText) draw(args []any, resources pdfDict) error {
	if len(args) == 0 {
		return nil
	}
	name, _ := args[0].(pdfName)
	ref, ok := p.f.dict(resources["XObject"])[name].(pdfRef)
	if !ok || p.f.objects[ref] == nil {
		return nil
	}
	o := p.f.objects[ref]
	d, _ := o.value.(pdfDict)
	if d["Subtype"] == pdfName("Image") {
		p.images++
		return nil
	}
	if p.drawn++; p.forms >= 8 || p.drawn > mostForms {
		return errTooLarge
	}
	b, err := p.f.decode(o)
	if err != nil {
		return err
	}
	if own := p.f.dict(d["Resources"]); own != nil {
		resources = own
	}
	before, stack := p.ctm, p.stack
	if m := p.f.list(d["Matrix"]); len(m) == 6 {
		var own matrix
		for i := range own {
			own[i] = p.f.number(m[i])
		}
		p.ctm = own.times(p.ctm)
	}
	p.forms, p.stack = p.forms+1, nil
	err = p.contents(b, resources)
	p.forms, p.ctm, p.stack = p.forms-1, before, stack
	return err
}
