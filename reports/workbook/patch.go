package workbook

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// patch is what a sheet's XML lacks, since a stream writes its head before the rows are known: the extent, without which other
// readers see an empty sheet or one cell, and the columns' widths.
type patch struct {
	name   string
	extent string
	widths []float64
	bars   []bar
}

// patcher rewrites a sheet's XML as it passes: all up to the rows at the start, all behind them at the end, the rows as they are.
type patcher struct {
	patch
	out   io.Writer
	state int
	// held back bytes: the head until the rows begin, then the tail.
	held bytes.Buffer
	// kept are the last few bytes of the rows, and joined what is behind them: both are used again and again.
	kept, joined []byte
}

const (
	inHead = iota
	inRows
	inTail
)

var (
	rowsBegin = []byte("<sheetData>")
	rowsEnd   = []byte("</sheetData>")
	viewTag   = []byte("<sheetViews")
)

// headLimit is how long a head may be before something must be wrong with it.
const headLimit = 64 << 10

func (p *patcher) Write(b []byte) (int, error) {
	count := len(b)
	if p.state == inHead {
		if p.held.Len() > 0 {
			p.held.Write(b)
			b = p.held.Bytes()
		}
		at := bytes.Index(b, rowsBegin)
		if at < 0 {
			if p.held.Len() == 0 {
				p.held.Write(b)
			}
			if p.held.Len() > headLimit {
				return 0, fmt.Errorf("sheet %q: its rows do not begin", p.name)
			}
			return count, nil
		}
		head, err := p.head(b[:at])
		if err != nil {
			return 0, err
		}
		if _, err := p.out.Write(head); err != nil {
			return 0, err
		}
		b = b[at:]
		p.held, p.state = bytes.Buffer{}, inRows // b may be of the old one
	}
	if p.state == inTail {
		p.held.Write(b)
		return count, nil
	}
	return count, p.rows(b)
}

// rows passes rows on and keeps back what could be the beginning of their end. A sheet mostly comes in one piece, which is not copied.
func (p *patcher) rows(b []byte) error {
	if len(p.kept) > 0 {
		p.joined = append(append(p.joined[:0], p.kept...), b...)
		b = p.joined
	}
	end := bytes.Index(b, rowsEnd)
	if end >= 0 {
		p.state = inTail
		p.held.Write(b[end:])
		_, err := p.out.Write(b[:end])
		return err
	}
	keep := min(len(rowsEnd)-1, len(b))
	p.kept = append(p.kept[:0], b[len(b)-keep:]...)
	_, err := p.out.Write(b[:len(b)-keep])
	return err
}

// head puts extent and columns where the schema wants them (ECMA-376 part 1, 18.3.1.99).
func (p *patcher) head(head []byte) ([]byte, error) {
	before, after, found := bytes.Cut(head, viewTag)
	if !found || bytes.Contains(head, []byte("<dimension")) || bytes.Contains(head, []byte("<cols>")) {
		return nil, fmt.Errorf("sheet %q: its head is not as expected", p.name)
	}
	var out bytes.Buffer
	out.Write(before)
	fmt.Fprintf(&out, `<dimension ref="%s"/>`, p.extent)
	out.Write(viewTag)
	out.Write(after)
	out.WriteString("<cols>")
	for i, width := range p.widths {
		fmt.Fprintf(&out, `<col min="%d" max="%d" width="%s" customWidth="1"/>`, i+1, i+1, strconv.FormatFloat(width, 'f', -1, 64))
	}
	out.WriteString("</cols>")
	return out.Bytes(), nil
}

// bar is a data bar: its cells, and the number at which it is full.
type bar struct {
	cells string
	top   float64
}

const (
	barIDBegin = "<x14:id>"
	barIDEnd   = "</x14:id>"
	sheetEnd   = "</worksheet>"
)

// end writes the tail. A streamed sheet leaves out the part of a data bar that Excel reads since 2010 (MS-XLSX 2.6.15); without it
// nothing would still be drawn as a tenth of a bar, so that part is added here.
func (p *patcher) end() error {
	if p.state != inTail {
		return fmt.Errorf("sheet %q: its rows do not end", p.name)
	}
	tail := p.held.String()
	if len(p.bars) == 0 {
		_, err := io.WriteString(p.out, tail)
		return err
	}
	body, found := strings.CutSuffix(tail, sheetEnd)
	pieces := strings.Split(body, barIDBegin)
	if !found || len(pieces) != len(p.bars)+1 {
		return fmt.Errorf("sheet %q: its data bars are not as expected", p.name)
	}
	var out strings.Builder
	out.WriteString(body)
	out.WriteString(`<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:conditionalFormattings>`)
	for i, bar := range p.bars {
		id, _, _ := strings.Cut(pieces[i+1], barIDEnd)
		fmt.Fprintf(&out, `<x14:conditionalFormatting><x14:cfRule type="dataBar" id="%s"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>%s</xm:f></x14:cfvo><x14:negativeFillColor rgb="FF%s"/><x14:axisColor rgb="FF%s"/></x14:dataBar></x14:cfRule><xm:sqref>%s</xm:sqref></x14:conditionalFormatting>`,
			id, strconv.FormatFloat(bar.top, 'f', -1, 64), colourMuted, colourMuted, bar.cells)
	}
	out.WriteString(`</x14:conditionalFormattings></ext></extLst>` + sheetEnd)
	_, err := io.WriteString(p.out, out.String())
	return err
}
