package workbook

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"
)

// level of deflate: of klauspost's levels the one from which on files hardly become smaller, but slower.
const level = 4

// packer is excelize's view of the zip. excelize hands the sheets over in the order of a Go map, which changes from run to run;
// so each part is compressed as it comes and kept, and Close puts all into a fixed order. On the way every sheet is patched with
// what was not known when its stream began.
type packer struct {
	ctx     context.Context
	out     io.Writer
	patches map[string]patch
	done    func(sheet string)
	parts   []part
	packed  spill     // all parts, one behind the other
	open    *openPart // none between two parts
	// deflate serves one part after the other: one for each would be most of what a workbook of many sheets takes.
	deflate *flate.Writer
}

// part is one file of the package, compressed.
type part struct {
	name     string
	sum      uint32
	raw      uint64
	from, to int64 // where it stands among what is packed
}

// openPart is a part while it is written.
type openPart struct {
	part
	hash    hash.Hash32
	deflate *flate.Writer
	patcher *patcher
}

// Create begins a part and ends the one before it.
func (p *packer) Create(name string) (io.Writer, error) {
	if err := p.endPart(); err != nil {
		return nil, err
	}
	if p.deflate == nil {
		var err error
		if p.deflate, err = flate.NewWriter(&p.packed, level); err != nil {
			return nil, err
		}
	}
	p.deflate.Reset(&p.packed)
	p.open = &openPart{part: part{name: name, from: p.packed.size}, hash: crc32.NewIEEE(), deflate: p.deflate}
	if fix, ok := p.patches[name]; ok {
		p.open.patcher = &patcher{patch: fix, out: p.open}
		return guarded{p.ctx, p.open.patcher}, nil
	}
	return guarded{p.ctx, p.open}, nil
}

// AddFS is part of excelize's interface and not used by it.
func (p *packer) AddFS(fs.FS) error { return errors.ErrUnsupported }

// guarded stops writing when the work is called off.
type guarded struct {
	ctx context.Context
	io.Writer
}

func (g guarded) Write(b []byte) (int, error) {
	if err := g.ctx.Err(); err != nil {
		return 0, err
	}
	return g.Writer.Write(b)
}

func (o *openPart) Write(b []byte) (int, error) {
	o.raw += uint64(len(b))
	if o.raw > math.MaxUint32 {
		return 0, &Error{Code: CodeTooLarge}
	}
	o.hash.Write(b)
	return o.deflate.Write(b)
}

func (p *packer) endPart() error {
	if p.open == nil {
		return nil
	}
	item := p.open
	p.open = nil
	if item.patcher != nil {
		if err := item.patcher.end(); err != nil {
			return err
		}
		p.done(item.patcher.name)
	}
	if err := item.deflate.Close(); err != nil {
		return err
	}
	item.sum, item.to = item.hash.Sum32(), p.packed.size
	p.parts = append(p.parts, item.part)
	return nil
}

// Close writes the zip.
func (p *packer) Close() error {
	if err := p.endPart(); err != nil {
		return err
	}
	slices.SortFunc(p.parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(rank(a.name), rank(b.name)), cmp.Compare(len(a.name), len(b.name)), strings.Compare(a.name, b.name))
	})
	archive := zip.NewWriter(p.out)
	for _, item := range p.parts {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		w, err := archive.CreateRaw(&zip.FileHeader{
			Name: item.name, Method: zip.Deflate, CRC32: item.sum,
			UncompressedSize64: item.raw, CompressedSize64: uint64(item.to - item.from),
			ReaderVersion: 20, CreatorVersion: 20,
		})
		if err != nil {
			return err
		}
		if err := p.packed.copyTo(w, item.from, item.to); err != nil {
			return err
		}
	}
	return archive.Close()
}

// finished is excelize's view of the zip while sheets are still to come: it takes those that are written, and nothing else.
type finished struct{ *packer }

// Create begins a sheet that is written; the rest, which changes until the end, is left.
func (f finished) Create(name string) (io.Writer, error) {
	if _, written := f.patches[name]; !written {
		return io.Discard, f.endPart()
	}
	return f.packer.Create(name)
}

// Close ends the last sheet.
func (f finished) Close() error { return f.endPart() }

// rank puts the list of content types first, where readers of streams look for it, and then what leads to the rest.
func rank(name string) int {
	switch {
	case name == "[Content_Types].xml":
		return 0
	case name == "_rels/.rels":
		return 1
	case name == "xl/workbook.xml", name == "xl/_rels/workbook.xml.rels":
		return 2
	case strings.HasPrefix(name, "xl/worksheets/sheet"):
		return 4
	default:
		return 3
	}
}

// memoryPacked is how much of what is packed stays in memory before it goes to the private folder.
const memoryPacked = 1 << 20

// spill is a buffer that goes on in a file once it is large. The private folder that the file is in is removed as a whole.
type spill struct {
	folder string
	buffer bytes.Buffer // what is not in the file
	file   *os.File
	size   int64
}

func (s *spill) Write(b []byte) (int, error) {
	if s.buffer.Len()+len(b) > memoryPacked {
		if err := s.flush(); err != nil {
			return 0, err
		}
	}
	s.size += int64(len(b))
	return s.buffer.Write(b)
}

func (s *spill) flush() (err error) {
	if s.file == nil {
		if s.file, err = os.CreateTemp(s.folder, "parts-"); err != nil {
			return err
		}
	}
	_, err = s.buffer.WriteTo(s.file)
	return err
}

// copyTo gives what was written from one size to another.
func (s *spill) copyTo(w io.Writer, from, to int64) error {
	if s.file == nil {
		_, err := w.Write(s.buffer.Bytes()[from:to])
		return err
	}
	if err := s.flush(); err != nil {
		return err
	}
	_, err := io.Copy(w, io.NewSectionReader(s.file, from, to-from))
	return err
}

// discard closes the file.
func (s *spill) discard() {
	if s.file != nil {
		_ = s.file.Close() // read already, or of no use any more
	}
}
