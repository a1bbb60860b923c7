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

// memoryPart is how much of a compressed part stays in memory before it goes to the private folder.
const memoryPart = 1 << 20

// packer is excelize's view of the zip. excelize hands the sheets over in the order of a Go map, which changes from run to run;
// so each part is compressed as it comes and kept, and Close puts all into a fixed order. On the way every sheet is patched with
// what was not known when its stream began.
type packer struct {
	ctx     context.Context
	out     io.Writer
	folder  string
	patches map[string]patch
	done    func(sheet string)
	parts   []*part
	// deflate serves one part after the other: one for each would be most of what a workbook of many sheets takes.
	deflate *flate.Writer
}

// part is one file of the package, compressed.
type part struct {
	name     string
	sum      hash.Hash32
	raw      uint64
	deflate  *flate.Writer
	packed   *spill
	patcher  *patcher
	finished bool
}

// Create begins a part and ends the one before it.
func (p *packer) Create(name string) (io.Writer, error) {
	if err := p.endPart(); err != nil {
		return nil, err
	}
	item := &part{name: name, sum: crc32.NewIEEE(), packed: &spill{folder: p.folder}}
	if p.deflate == nil {
		var err error
		if p.deflate, err = flate.NewWriter(item.packed, level); err != nil {
			return nil, err
		}
	}
	p.deflate.Reset(item.packed)
	item.deflate = p.deflate
	p.parts = append(p.parts, item)
	if fix, ok := p.patches[name]; ok {
		item.patcher = &patcher{patch: fix, out: item}
		return guarded{p.ctx, item.patcher}, nil
	}
	return guarded{p.ctx, item}, nil
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

func (i *part) Write(b []byte) (int, error) {
	i.raw += uint64(len(b))
	if i.raw > math.MaxUint32 {
		return 0, &Error{Code: CodeTooLarge}
	}
	i.sum.Write(b)
	return i.deflate.Write(b)
}

func (p *packer) endPart() error {
	if len(p.parts) == 0 || p.parts[len(p.parts)-1].finished {
		return nil
	}
	item := p.parts[len(p.parts)-1]
	item.finished = true
	if item.patcher != nil {
		if err := item.patcher.end(); err != nil {
			return err
		}
		p.done(item.patcher.name)
	}
	err := item.deflate.Close()
	item.deflate = nil
	return err
}

// Close writes the zip.
func (p *packer) Close() error {
	defer p.discard()
	if err := p.endPart(); err != nil {
		return err
	}
	slices.SortFunc(p.parts, func(a, b *part) int {
		return cmp.Or(cmp.Compare(rank(a.name), rank(b.name)), cmp.Compare(len(a.name), len(b.name)), strings.Compare(a.name, b.name))
	})
	archive := zip.NewWriter(p.out)
	for _, item := range p.parts {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		w, err := archive.CreateRaw(&zip.FileHeader{
			Name: item.name, Method: zip.Deflate, CRC32: item.sum.Sum32(),
			UncompressedSize64: item.raw, CompressedSize64: uint64(item.packed.size),
			ReaderVersion: 20, CreatorVersion: 20,
		})
		if err != nil {
			return err
		}
		if err := item.packed.copyTo(w); err != nil {
			return err
		}
	}
	return archive.Close()
}

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

// discard closes the parts' files; the private folder is removed as a whole.
func (p *packer) discard() {
	for _, item := range p.parts {
		if item.packed.file != nil {
			_ = item.packed.file.Close() // read already, or of no use any more
		}
	}
	p.parts = nil
}

// spill is a buffer that goes on in a file once it is large.
type spill struct {
	folder string
	buffer bytes.Buffer
	file   *os.File
	size   int64
}

func (s *spill) Write(b []byte) (int, error) {
	if s.file == nil && s.buffer.Len()+len(b) > memoryPart {
		file, err := os.CreateTemp(s.folder, "part-")
		if err != nil {
			return 0, err
		}
		s.file = file
		if _, err := s.buffer.WriteTo(file); err != nil {
			return 0, err
		}
		s.buffer = bytes.Buffer{}
	}
	s.size += int64(len(b))
	if s.file != nil {
		return s.file.Write(b)
	}
	return s.buffer.Write(b)
}

func (s *spill) copyTo(w io.Writer) error {
	if s.file == nil {
		_, err := s.buffer.WriteTo(w)
		return err
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err := io.Copy(w, s.file)
	return err
}
