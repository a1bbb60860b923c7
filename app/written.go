package app

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"primadesk/data"
	"primadesk/reports"
)

// Written is a report, or another file made of the workspace's data, that was written here: where, when, with which options
// and from which state of the data. It is kept by this workspace on this device alone: the paths mean nothing elsewhere, and
// nothing of it travels.
type Written struct {
	ID      string         `json:"id"`
	Path    string         `json:"path"`
	Report  string         `json:"report"` // its name, or one of those below
	Lang    string         `json:"lang"`
	Project string         `json:"project"`
	Options WrittenOptions `json:"options"`
	At      time.Time      `json:"at"`
	Draft   bool           `json:"draft,omitempty"`
	Sum     string         `json:"sum"`   // SHA-256 of the file as it was written
	Batch   string         `json:"batch"` // the last change that was in the data

	File    WrittenFile `json:"-"`
	Changes int         `json:"-"` // of records since then
}

// What stands in Written.Report of files that are no reports.
const (
	WrittenBulletin    = "bulletin"     // an issue of the newsletter
	WrittenRecipients  = "recipients"   // who may get it
	WrittenExport      = "export"       // the records of one entity, or all of them
	WrittenProjectFile = "project-file" // the plan for coordinators
)

// WrittenOptions are the options that were asked for, as codes and ids.
type WrittenOptions struct {
	Period       int       `json:"period,omitempty"`
	From         data.Date `json:"from,omitempty"`
	To           data.Date `json:"to,omitempty"`
	Partner      string    `json:"partner,omitempty"`
	Country      string    `json:"country,omitempty"`
	Type         string    `json:"type,omitempty"`
	WorkPackage  string    `json:"work_package,omitempty"`
	Deliverable  string    `json:"deliverable,omitempty"`
	Events       []string  `json:"events,omitempty"`
	Template     string    `json:"template,omitempty"`
	Languages    []string  `json:"languages,omitempty"`
	Separator    string    `json:"separator,omitempty"`
	Public       bool      `json:"public,omitempty"`
	Final        bool      `json:"final,omitempty"`
	PersonalData bool      `json:"personal_data,omitempty"`
	Incomplete   bool      `json:"incomplete,omitempty"`
	Bulletin     string    `json:"bulletin,omitempty"` // the id of an issue
	Issue        int       `json:"issue,omitempty"`    // its number, as it was
	Entity       string    `json:"entity,omitempty"`   // of an export; or all
}

// WrittenFile says what has become of a file.
type WrittenFile string

// What can have become of it.
const (
	FileKept    WrittenFile = ""        // it is as it was written
	FileAltered WrittenFile = "altered" // somebody changed it, or wrote another one over it
	FileMissing WrittenFile = "missing" // moved, renamed or deleted
)

// mostWritten is how many reports are listed. The file may hold twice as many, before the older half is dropped.
const mostWritten = 100

func optionsWritten(o *reports.Options) WrittenOptions {
	return WrittenOptions{
		Period: o.Period, From: o.From, To: o.To, Partner: o.Partner, Country: o.Country, Type: o.Type, WorkPackage: o.WorkPackage,
		Deliverable: o.Deliverable, Events: o.Events, Template: o.Template, Languages: o.Languages, Separator: o.Separator, Public: o.Public,
		Final: o.Final, PersonalData: o.WithPersonalData, Incomplete: o.Incomplete,
	}
}

// Written lists the reports that were written here, the newest first, with what has become of the files and of the data
// since. It reads the files, so it is not for the UI's goroutine.
func (s *Reports) Written(ctx context.Context) ([]Written, error) {
	list, err := s.remembered()
	if err != nil {
		return nil, err
	}
	slices.Reverse(list)
	list = list[:min(len(list), mostWritten)]
	for i := range list {
		w := &list[i]
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		w.File = stateOf(w.Path, w.Sum)
		if w.Changes, err = s.w.store.ChangesSince(ctx, w.Batch); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// Forget takes a report off the list of those that were written. The file stays where it is.
func (s *Reports) Forget(id string) error {
	list, err := s.remembered()
	if err != nil {
		return err
	}
	return s.rewrite(slices.DeleteFunc(list, func(w Written) bool { return w.ID == id }))
}

// remember notes a file that was just written, of which all but id, time and sum is given; a folder's path ends with a
// separator. That it could not be noted must not make the writing fail: the file is there.
func (s *Reports) remember(w Written) {
	if readOnly, _ := s.w.ReadOnly(); readOnly {
		return
	}
	path, err := filepath.Abs(w.Path) // the list is read from wherever the program is started next
	if isFolder(w.Path) {
		path += string(filepath.Separator)
	}
	w.ID, w.Path, w.At = newID(), path, s.w.now().UTC()
	if err == nil {
		w.Sum, err = sumOf(path)
	}
	if err == nil {
		err = s.note(w)
	}
	if err != nil {
		s.w.Log.Warn("file is not remembered", "error", codeForLog(err))
	}
}

// note adds a line. Another program that writes a report at the same time adds its own: nothing is lost.
func (s *Reports) note(w Written) error {
	list, err := s.remembered()
	if err != nil {
		return err
	}
	if len(list) >= 2*mostWritten {
		return s.rewrite(append(list[len(list)-mostWritten+1:], w))
	}
	line, err := json.Marshal(w)
	if err != nil {
		return err
	}
	file, err := os.OpenFile(s.writtenFile(), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return fileError(err, s.writtenFile())
	}
	_, err = file.Write(append(line, '\n'))
	return fileError(errors.Join(err, file.Close()), s.writtenFile())
}

func (s *Reports) writtenFile() string { return filepath.Join(s.w.Folder, "written.jsonl") }

// remembered reads the list, the oldest first. A line that is none, such as one that a power cut left half, is passed over.
func (s *Reports) remembered() ([]Written, error) {
	file, err := os.Open(s.writtenFile())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fileError(err, s.writtenFile())
	}
	defer func() { _ = file.Close() }() // it was only read
	var list []Written
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var w Written
		if json.Unmarshal(lines.Bytes(), &w) == nil && w.ID != "" {
			list = append(list, w)
		}
	}
	return list, fileError(lines.Err(), s.writtenFile())
}

func (s *Reports) rewrite(list []Written) error {
	var out bytes.Buffer
	for _, w := range list {
		line, err := json.Marshal(w)
		if err != nil {
			return err
		}
		out.Write(append(line, '\n'))
	}
	return fileError(writeFile(s.writtenFile(), out.Bytes()), s.writtenFile())
}
