package docx

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"primadesk/reports/publish"
)

// WriteFile writes the document to path, whole or not at all; scratch is the folder for temporary parts, "" that of path.
//
// Errors: the context's, or *fs.PathError with path.
func WriteFile(ctx context.Context, path string, d Document, scratch string) error {
	err := publish.File(path, scratch, func(out io.Writer, _ *publish.Room) error {
		if err := Write(out, d); err != nil {
			return err
		}
		return ctx.Err()
	})
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if located, ok := errors.AsType[*fs.PathError](err); ok {
		err = located.Err // the path there may be that of the unfinished file
	}
	return &fs.PathError{Op: "write", Path: path, Err: err}
}

// Write writes the document to out. On an error out may have got a part of it.
func Write(out io.Writer, d Document) error {
	b := &body{}
	if err := b.write(d); err != nil {
		return err
	}
	z := zip.NewWriter(out)
	for _, file := range []struct {
		name    string
		content []byte
	}{
		{"[Content_Types].xml", contentTypes()},
		{"_rels/.rels", packageRelationsPart()},
		{"word/document.xml", b.Bytes()},
		{"word/_rels/document.xml.rels", b.relations()},
		{"word/styles.xml", stylesPart(d.Properties.Language)},
		{"word/numbering.xml", numberingPart(b.numbered)},
		{"word/settings.xml", settingsPart(d.Properties.Language)},
		{"word/header1.xml", linePart("w:hdr", "Header", d.Header)},
		{"word/footer1.xml", linePart("w:ftr", "Footer", d.Footer)},
		{"docProps/core.xml", corePart(d.Properties)},
		{"docProps/app.xml", appPart(d.Properties)},
	} {
		if err := put(z, file.name, file.content, d.Properties.Created); err != nil {
			return err
		}
	}
	for i, m := range b.media {
		if err := put(z, "word/media/"+m.file(i), m.bytes, d.Properties.Created); err != nil {
			return err
		}
	}
	return z.Close()
}

func put(z *zip.Writer, name string, content []byte, at time.Time) error {
	header := &zip.FileHeader{Name: name, Method: zip.Deflate}
	if !at.IsZero() {
		header.Modified = at.UTC()
	}
	w, err := z.CreateHeader(header)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if _, err := w.Write(content); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
