package reports

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"primadesk/data"
	files "primadesk/reports/publish"
	"primadesk/reports/workbook"
)

// SumsName is the name of the list of hashes as sha256sum reads it, with which anybody can check the files without this program.
const SumsName = "SHA256SUMS"

// auditFile is evidence that is ready to be copied.
type auditFile struct {
	d     *dossier
	src   Source
	lines []*auditLine
}

// write makes a ZIP, or, where the path ends with a separator, a folder that must not be there yet.
func (a *auditFile) write(ctx context.Context, path string, progress Progress) error {
	if os.IsPathSeparator(path[len(path)-1]) {
		return a.folder(ctx, filepath.Clean(path), progress)
	}
	return files.File(path, a.d.o.Scratch, func(out io.Writer, room *files.Room) error {
		z := zip.NewWriter(out)
		err := a.copy(ctx, room.Folder(), progress, func(name string, content io.Reader) error {
			w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: methodOf(name), Modified: a.d.o.Now})
			if err == nil {
				_, err = io.Copy(w, content)
			}
			return err
		})
		return errors.Join(err, z.Close())
	})
}

// methodOf keeps what is compressed already as it is.
func methodOf(name string) uint16 {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".pdf", ".docx", ".xlsx", ".pptx", ".zip", ".heic", ".webp":
		return zip.Store
	}
	return zip.Deflate
}

// folder writes beside the place first, so that the folder is whole or not there.
func (a *auditFile) folder(ctx context.Context, path string, progress Progress) error {
	if _, err := os.Stat(path); err == nil {
		return data.Fail("file.exists", "File", path)
	}
	room, err := files.NewRoom(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer room.Remove()
	scratch, made := filepath.Join(room.Folder(), "copy"), filepath.Join(room.Folder(), "made")
	if err := errors.Join(os.Mkdir(scratch, 0o700), os.Mkdir(made, 0o700)); err != nil {
		return err
	}
	err = a.copy(ctx, scratch, progress, func(name string, content io.Reader) error {
		to := filepath.Join(made, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			return err
		}
		f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			return err
		}
		_, err = io.Copy(f, content)
		return errors.Join(err, f.Close())
	})
	if err != nil {
		return err
	}
	return os.Rename(made, path)
}

// copy hands over every file that is what was attached, then the index and the hashes. Nothing is handed over before all files
// are read, so that what is missing refuses first.
func (a *auditFile) copy(ctx context.Context, scratch string, progress Progress, put func(string, io.Reader) error) error {
	sums := map[string]string{}
	for i, l := range a.lines {
		if err := ctx.Err(); err != nil {
			return err
		}
		if progress != nil {
			progress(i, 2*len(a.lines)+1, l.name)
		}
		if l.name == "" {
			continue
		}
		var err error
		if l.state, l.size, err = a.check(l.File); err != nil {
			return err
		}
	}
	if lacking := a.lacking(); len(lacking) > 0 && !a.d.o.Incomplete {
		return &data.Error{Code: "report.audit", Args: []any{"N", len(lacking)}, Details: lacking}
	}
	var index strings.Builder
	if err := workbook.Write(ctx, &index, a.index(), workbook.Options{Scratch: scratch}); err != nil {
		return err
	}
	indexName := plainPart(a.d.p.T("report.audit.index")) + ".xlsx"
	if err := put(indexName, strings.NewReader(index.String())); err != nil {
		return err
	}
	sum := sha256.Sum256([]byte(index.String()))
	sums[indexName] = hex.EncodeToString(sum[:])
	for i, l := range a.lines {
		if progress != nil {
			progress(len(a.lines)+i+1, 2*len(a.lines)+1, l.name)
		}
		if l.state != auditHere {
			continue
		}
		if err := a.hand(ctx, l, put); err != nil {
			return err
		}
		sums[l.name] = l.File
	}
	var list strings.Builder
	names := make([]string, 0, len(sums))
	for name := range sums {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(&list, "%s  %s\n", sums[name], name)
	}
	return put(SumsName, strings.NewReader(list.String()))
}

// check reads a file to its end.
func (a *auditFile) check(sha string) (auditState, int64, error) {
	r, err := a.src.OpenEvidence(sha)
	var n int64
	if err == nil {
		h := sha256.New()
		n, err = io.Copy(h, r)
		err = errors.Join(err, r.Close())
		if err == nil && hex.EncodeToString(h.Sum(nil)) != sha {
			return auditDamaged, 0, nil
		}
	}
	if e, ok := errors.AsType[*data.Error](err); ok {
		switch e.Code {
		case "evidence.missing":
			return auditMissing, 0, nil
		case "evidence.damaged":
			return auditDamaged, 0, nil
		}
	}
	return auditHere, n, err
}

// hand hands over one file, and fails where it changed since it was checked.
func (a *auditFile) hand(ctx context.Context, l *auditLine, put func(string, io.Reader) error) error {
	r, err := a.src.OpenEvidence(l.File)
	if err != nil {
		return err
	}
	h := sha256.New()
	err = put(l.name, io.TeeReader(stopping{ctx, r}, h))
	if err = errors.Join(err, r.Close()); err == nil && hex.EncodeToString(h.Sum(nil)) != l.File {
		err = data.Fail("evidence.damaged", "File", l.FileName)
	}
	return err
}

// stopping ends reading with its context.
type stopping struct {
	ctx context.Context
	io.Reader
}

func (s stopping) Read(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.Reader.Read(b)
}

// preview shows the index; the files are not read for it.
func (a *auditFile) preview(rows int) []SheetPreview {
	for _, l := range a.lines {
		if l.name != "" && l.state == "" {
			l.state = auditHere
		}
	}
	return preview(a.d.p, workbook.Workbook{Sheets: []workbook.Sheet{a.indexSheet()}}, rows)
}

func (a *auditFile) result() Result {
	return Result{Sheets: 2, Events: len(a.d.held), Problems: a.lacking()}
}
