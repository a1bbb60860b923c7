package workbook

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"
)

// book is a workbook while it is written.
type book struct {
	ctx      context.Context
	file     *excelize.File
	pack     *packer
	styles   *styles
	formats  Formats
	footer   Footer
	progress *progress
	// names of sheets by id.
	names map[string]string
	// tables that are written, by id.
	tables  map[string]*written
	natives int
	bandID  int
	banded  bool
	// unpacked is about how many bytes of sheets are written and not yet packed.
	unpacked int
}

// Progress is told how far the work is: done of total steps, on which sheet. A step is about one row; total is an estimate from
// [Table].Expected that never falls below done.
type Progress func(done, total int, sheet string)

// progressEvery is after how many rows progress is told.
const progressEvery = 250

type progress struct {
	tell               Progress
	done, total, since int
}

func (p *progress) row(sheet string) {
	p.done++
	if p.since++; p.since >= progressEvery {
		p.say(sheet)
	}
}

func (p *progress) say(sheet string) {
	p.since = 0
	p.total = max(p.total, p.done)
	if p.tell != nil {
		p.tell(p.done, p.total, sheet)
	}
}

// build streams every sheet into the excelize file, packs those that are written before they take much memory, and leaves to the packer what
// must be patched into each.
func build(ctx context.Context, w Workbook, file *excelize.File, pack *packer, options Options) error {
	b := &book{
		ctx: ctx, file: file, pack: pack, styles: newStyles(file), formats: w.Formats.filled(), footer: w.Footer,
		progress: &progress{tell: options.Progress}, names: make(map[string]string), tables: make(map[string]*written),
	}
	pack.done = func(sheet string) {
		b.progress.done++
		b.progress.say(sheet)
	}
	names, err := b.open(w)
	if err != nil {
		return err
	}
	for _, i := range writingOrder(w.Sheets) {
		fix, err := b.sheet(w.Sheets[i], names[i])
		if err != nil {
			located := *classify(err)
			located.Sheet = names[i]
			return &located
		}
		pack.patches[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = fix
		if b.unpacked < cmp.Or(options.unpacked, mostUnpacked) {
			continue
		}
		if err := b.packWritten(); err != nil {
			return err
		}
	}
	return b.defineNames(w.Names)
}

// mostUnpacked is how much of written sheets may wait in memory. Packing goes through what is known of every sheet still to come.
const mostUnpacked = 2 << 20

// packWritten packs the sheets that are written. excelize keeps the whole text of each until the file is closed, so it is closed: that
// forgets the texts and nothing else.
func (b *book) packWritten() error {
	b.unpacked = 0
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return finished{b.pack} })
	if err := b.file.Write(io.Discard); err != nil {
		return err
	}
	return b.file.Close()
}

// writingOrder is every sheet as its tab stands, and then the late ones from the last to the first, so that each can refer to any
// sheet behind it.
func writingOrder(sheets []Sheet) []int {
	order := make([]int, 0, len(sheets))
	for i, plan := range sheets {
		if !plan.Late {
			order = append(order, i)
		}
	}
	for i, plan := range slices.Backward(sheets) {
		if plan.Late {
			order = append(order, i)
		}
	}
	return order
}

// open makes the empty sheets and the properties.
func (b *book) open(w Workbook) ([]string, error) {
	if len(w.Sheets) == 0 {
		return nil, invalid("a workbook without sheets")
	}
	wished := make([]string, len(w.Sheets))
	for i, plan := range w.Sheets {
		wished[i] = plan.Name
	}
	names := SheetNames(wished)
	for i, plan := range w.Sheets {
		if _, twice := b.names[plan.id()]; twice {
			return nil, invalid("two sheets are called %q", plan.id())
		}
		b.names[plan.id()] = names[i]
		for _, block := range plan.Blocks {
			b.progress.total += block.expected()
		}
		b.progress.total += 2 // a sheet is a step when it is begun, and one when it is packed
		if i == 0 {
			if err := b.file.SetSheetName("Sheet1", names[0]); err != nil {
				return nil, invalid("sheet %q: %w", names[0], err)
			}
			continue
		}
		if _, err := b.file.NewSheet(names[i]); err != nil {
			return nil, invalid("sheet %q: %w", names[i], err)
		}
	}
	b.file.SetActiveSheet(0)
	return names, b.properties(w.Properties)
}

func (b *book) properties(p Properties) error {
	stamp := ""
	if !p.Created.IsZero() {
		stamp = p.Created.UTC().Format(time.RFC3339)
	}
	creator := oneLine(p.Creator)
	if err := b.file.SetDocProps(&excelize.DocProperties{
		Title: oneLine(p.Title), Subject: oneLine(p.Subject), Creator: creator, LastModifiedBy: creator,
		Keywords: oneLine(p.Keywords), Description: cleanText(p.Description), Category: oneLine(p.Category),
		Language: p.Language, ContentStatus: oneLine(p.Status), Created: stamp, Modified: stamp,
	}); err != nil {
		return invalid("properties: %w", err)
	}
	if err := b.file.SetAppProps(&excelize.AppProperties{Application: oneLine(p.Application), Company: oneLine(p.Company)}); err != nil {
		return invalid("properties: %w", err)
	}
	return nil
}

// sheet writes one sheet from its top to its foot.
func (b *book) sheet(plan Sheet, name string) (patch, error) {
	s := b.newSheet(plan, name)
	if len(s.widths) > MaxColumns {
		return patch{}, &Error{Code: CodeTooManyColumns}
	}
	b.progress.done++
	b.progress.say(name)
	if err := s.begin(); err != nil {
		return patch{}, err
	}
	for i, block := range plan.Blocks {
		from := s.row + 1
		if err := block.write(s); err != nil {
			return patch{}, err
		}
		s.hold(block, from, i == 0)
	}
	if s.row == 0 { // an empty sheet has one empty row, so that it has an extent
		if err := s.gap(lineHeight); err != nil {
			return patch{}, err
		}
	}
	return s.end()
}

func (s *sheet) begin() (err error) {
	if s.plan.Layout == Register {
		if len(s.plan.Blocks) == 0 {
			return invalid("a register without a table")
		}
		if _, ok := s.plan.Blocks[0].(tabular); !ok {
			return invalid("a register begins with a table")
		}
	}
	if err := s.view(); err != nil {
		return wrapInvalid(err)
	}
	// The true extent is patched in when the sheet is packed; see patch.
	if err := s.file.SetSheetDimension(s.name, ""); err != nil {
		return wrapInvalid(err)
	}
	if s.stream, err = s.file.NewStreamWriter(s.name); err != nil {
		return err
	}
	if err := s.freeze(); err != nil {
		return wrapInvalid(err)
	}
	return s.title()
}

// end adds what needs to know the whole sheet and closes its stream.
func (s *sheet) end() (patch, error) {
	widths := s.finalWidths()
	for i, width := range widths { // for the anchors of charts: the stream itself has its columns patched in
		if len(s.charts)+len(s.pictures) == 0 {
			break
		}
		if err := s.file.SetColWidth(s.name, columnName(i), columnName(i), width); err != nil {
			return patch{}, wrapInvalid(err)
		}
	}
	if err := s.placePictures(); err != nil {
		return patch{}, err
	}
	if err := s.placeCharts(); err != nil {
		return patch{}, err
	}
	s.paginate()
	if err := s.page(); err != nil {
		return patch{}, wrapInvalid(err)
	}
	if err := s.stream.Flush(); err != nil {
		return patch{}, err
	}
	fix := patch{name: s.name, extent: "A1:" + cellName(s.last(), s.row), bars: s.bars, widths: widths}
	return fix, nil
}

func columnName(column int) string {
	name, _ := excelize.ColumnNumberToName(column + 1)
	return name
}

// band is the format that tables' second rows take.
func (b *book) band() (int, error) {
	if b.banded {
		return b.bandID, nil
	}
	id, err := b.file.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colourBand}}})
	if err != nil {
		return 0, invalid("banding: %w", err)
	}
	b.bandID, b.banded = id, true
	return id, nil
}

// defineNames gives the workbook its own names, behind those of the sheets. These are put aside meanwhile: see [sheet.defineName].
func (b *book) defineNames(names []Name) error {
	ofSheets := b.file.WorkBook.DefinedNames
	b.file.WorkBook.DefinedNames = nil
	for _, name := range names {
		refers, err := b.expand(name.Refers, here{})
		if err != nil {
			return err
		}
		err = b.file.SetDefinedName(&excelize.DefinedName{Name: name.Name, RefersTo: refers, Comment: cleanText(name.Comment)})
		if err != nil {
			return invalid("name %q: %w", name.Name, err)
		}
	}
	if own := b.file.WorkBook.DefinedNames; own != nil {
		ofSheets.DefinedName = append(ofSheets.DefinedName, own.DefinedName...)
	}
	b.file.WorkBook.DefinedNames = ofSheets
	return nil
}
