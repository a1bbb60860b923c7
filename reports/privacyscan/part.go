package privacyscan

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
)

// part looks into one file, told by how it begins.
func (s *scan) part(name string, r io.ReaderAt, size int64, depth int) error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	s.result.Parts++
	head := make([]byte, 1024)
	n, err := r.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return s.failed(name, err)
	}
	head = head[:n]
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return s.archive(name, r, size, depth)
	case bytes.Contains(head, []byte("%PDF-")):
		return s.failed(name, s.inMemory(r, size, func(b []byte) error { return s.pdf(name, b, depth) }))
	case isPicture(head):
		s.unread(name, 0, Picture)
		return nil
	case isBinary(head), bytes.HasPrefix(head, []byte(`{\rtf`)):
		s.unread(name, 0, Unknown)
		return nil
	}
	return s.failed(name, s.inMemory(r, size, func(b []byte) error {
		if isMail(name) {
			return s.mail(name, b, depth)
		}
		return s.text(name, b)
	}))
}

// inMemory reads a file that lies on the disk or is unpacked already.
func (s *scan) inMemory(r io.ReaderAt, size int64, do func([]byte) error) error {
	if size > s.limits.Memory {
		return errTooLarge
	}
	b := make([]byte, size)
	if _, err := r.ReadAt(b, 0); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return do(b)
}

// isPicture knows the formats of cameras, scanners and screens.
func isPicture(head []byte) bool {
	for _, magic := range []string{"\x89PNG", "\xff\xd8\xff", "GIF8", "II*\x00", "MM\x00*", "BM"} {
		if bytes.HasPrefix(head, []byte(magic)) && (magic != "BM" || isBinary(head)) {
			return true
		}
	}
	return len(head) >= 12 && (string(head[:4]) == "RIFF" && string(head[8:12]) == "WEBP" || string(head[4:8]) == "ftyp" && strings.Contains("heic heix mif1 avif", string(head[8:12])))
}

// isBinary tells what is no text: it has zero bytes, and does not begin as text of two bytes a letter does.
func isBinary(head []byte) bool {
	return bytes.IndexByte(head, 0) >= 0 && !bytes.HasPrefix(head, []byte("\xff\xfe")) && !bytes.HasPrefix(head, []byte("\xfe\xff"))
}

// archive looks into a ZIP: a document that is one, or files.
func (s *scan) archive(name string, r io.ReaderAt, size int64, depth int) error {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return s.failed(name, err)
	}
	if s.limits.Entries -= len(z.File); s.limits.Entries < 0 {
		s.limits.Entries = 0
		s.unread(name, 0, TooLarge)
		return nil
	}
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			s.unread(name, 0, Encrypted)
			return nil
		}
	}
	switch formatOf(z) {
	case "xlsx":
		return s.failed(name, s.workbook(name, z, depth))
	case "document":
		return s.failed(name, s.document(name, z, depth))
	}
	if depth >= s.limits.Depth {
		s.unread(name, 0, TooDeep)
		return nil
	}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") && f.UncompressedSize64 == 0 {
			continue
		}
		if err := s.inner(name, f, depth); err != nil {
			return err
		}
	}
	return nil
}

// inner looks into a file of an archive. Its name is looked at too: files are called after people.
func (s *scan) inner(name string, f *zip.File, depth int) error {
	part := name + "/" + strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(f.Name, `\`, "/")), "/")
	if err := s.read(part, []piece{{text: strings.ReplaceAll(f.Name, "_", " ")}}); err != nil {
		return err
	}
	b, err := s.entry(f)
	if err != nil {
		return s.failed(part, err)
	}
	return s.part(part, bytes.NewReader(b), int64(len(b)), depth+1)
}

func (s *scan) entry(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	b, err := s.whole(r)
	return b, errors.Join(err, r.Close())
}

// formatOf tells documents from other archives.
func formatOf(z *zip.Reader) string {
	types := false
	for i, f := range z.File {
		switch {
		case f.Name == "[Content_Types].xml":
			types = true
		case f.Name == "mimetype" && i == 0:
			return "document" // OpenDocument
		}
	}
	if !types {
		return ""
	}
	for _, f := range z.File {
		if f.Name == "xl/workbook.xml" {
			return "xlsx"
		}
	}
	return "document"
}
