package workbook

import (
	"context"
	"io"
	"os"
	"sort"

	"github.com/xuri/excelize/v2"

	"primadesk/reports/publish"
)

// Options of writing.
type Options struct {
	// Scratch is a folder for temporary parts, which may hold what the workbook holds: a private folder is made in it (0700) and
	// removed at the end. "" is the folder of the file, or the system's for [Write].
	Scratch string
	// Progress may be nil.
	Progress Progress
	// unpacked is about how many bytes of written sheets may wait in memory to be packed; 0 is mostUnpacked.
	unpacked int
}

// WriteFile writes the workbook to path, whole or not at all: it is made under another name in the same folder, put on the disk
// and renamed, so that whatever was there stays until the new file is complete. A new file is for its owner alone (0600), one that
// is replaced keeps its mode. What a killed process leaves behind, [publish.Clean] removes.
//
// Errors are of type *[Error].
func WriteFile(ctx context.Context, path string, w Workbook, options Options) (err error) {
	defer func() {
		if err != nil {
			err = Located(err, path)
		}
	}()
	return publish.File(path, options.Scratch, func(out io.Writer, room *publish.Room) error {
		if err := writeTo(ctx, out, w, room.Folder(), options); err != nil {
			return err
		}
		return ctx.Err()
	})
}

// Write writes the workbook to out. On an error out may have got a part of it.
//
// Errors are of type *[Error].
func Write(ctx context.Context, out io.Writer, w Workbook, options Options) error {
	if options.Scratch == "" {
		options.Scratch = os.TempDir()
	}
	room, err := publish.NewRoom(options.Scratch)
	if err != nil {
		return classify(err)
	}
	defer room.Remove()
	if err := writeTo(ctx, out, w, room.Folder(), options); err != nil {
		return classify(err)
	}
	return nil
}

func writeTo(ctx context.Context, out io.Writer, w Workbook, folder string, options Options) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	file := excelize.NewFile(excelize.Options{TmpDir: folder})
	defer func() { _ = file.Close() }() // its temporary files are in the private folder, which goes as a whole
	pack := &packer{ctx: ctx, out: out, packed: spill{folder: folder}, patches: make(map[string]patch, len(w.Sheets))}
	defer pack.packed.discard()
	if err := build(ctx, w, file, pack, options); err != nil {
		return err
	}
	validAxes(file)
	// The zip goes straight to out: the buffer that excelize offers would hold all of it in memory.
	file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return pack })
	// excelize adds the kinds of picture in the order of a Go map.
	kinds := file.ContentTypes.Defaults
	sort.Slice(kinds, func(i, j int) bool { return kinds[i].Extension < kinds[j].Extension })
	return file.Write(io.Discard)
}
