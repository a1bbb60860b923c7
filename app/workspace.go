package app

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/data/store"
	"primadesk/reports/publish"
)

// Params is what opening a workspace needs.
type Params struct {
	Folder   string
	Settings *Settings
	Lang     string           // of messages and of the order of lists; empty: the settings'
	Now      func() time.Time // nil: time.Now
	Version  string           // the program's, for files that name what wrote them
	// ReadOnly opens it beside a program that writes; AllowReadOnly only where there is one.
	ReadOnly      bool
	AllowReadOnly bool
	// OnRead is told the SQL of each query, for tests and benchmarks that count them; nil: nobody.
	OnRead func(sql string)
}

// Workspace is an open workspace and the services over it.
type Workspace struct {
	Folder   string
	Settings *Settings
	Signals  *Signals
	Log      *slog.Logger
	Records  *Records
	Projects *Projects
	Reports  *Reports
	Backups  *Backups
	Home     *Home
	Evidence *Evidence
	Drafts   *Drafts
	Events   *Events

	Proposals    *Proposals
	Collections  *Collections
	Closings     *Closings
	Vocabularies *Vocabularies

	Privacy *Privacy

	Attendances *Attendances
	Invitations *Invitations

	Bulletins *Bulletins

	version  string
	now      func() time.Time
	store    *store.Store
	closeLog func() error
}

// Open opens a workspace that is there.
func Open(ctx context.Context, p Params) (*Workspace, error) {
	folder, err := filepath.Abs(p.Folder)
	if err != nil {
		return nil, data.Fail("file.failed", "File", p.Folder).Because(err)
	}
	if !store.Exists(folder) {
		return nil, data.Fail("workspace.missing", "Folder", folder)
	}
	return open(ctx, p, folder)
}

// Create makes a workspace in a folder that holds none, and opens it.
func Create(ctx context.Context, p Params) (*Workspace, error) {
	folder, err := filepath.Abs(p.Folder)
	if err != nil {
		return nil, data.Fail("file.failed", "File", p.Folder).Because(err)
	}
	if store.Exists(folder) {
		return nil, data.Fail("workspace.exists", "Folder", folder)
	}
	return open(ctx, p, folder)
}

// Exists tells whether a folder holds a workspace.
func Exists(folder string) bool { return store.Exists(folder) }

func open(ctx context.Context, p Params, folder string) (*Workspace, error) {
	if p.Now == nil {
		p.Now = time.Now
	}
	if p.Lang == "" {
		p.Lang = p.Settings.Language()
	}
	w := &Workspace{Folder: folder, Settings: p.Settings, Signals: &Signals{}, version: p.Version, now: p.Now, Log: slog.New(slog.DiscardHandler), closeLog: func() error { return nil }}
	var err error
	w.store, err = store.Open(ctx, store.Params{
		Dir: folder, Device: p.Settings.Device(), Anchor: filepath.Join(p.Settings.Folder(), "instances"), Lang: p.Lang, Now: p.Now, NewID: newID,
		ReadOnly: p.ReadOnly, AllowReadOnly: p.AllowReadOnly, OnRead: p.OnRead,
	})
	if err != nil {
		return nil, err
	}
	if readOnly, _ := w.store.ReadOnly(); !readOnly {
		w.Log, w.closeLog = openLog(filepath.Join(folder, "log"))
	}
	if err := publish.Clean(filepath.Join(folder, "tmp")); err != nil {
		w.Log.Warn("temporary files stay", "error", err)
	}
	w.assemble()
	w.Log.Info("workspace opened", "schema", store.SchemaVersion)
	return w, nil
}

func (w *Workspace) assemble() {
	w.Records = &Records{w: w}
	w.Projects = &Projects{w: w}
	w.Reports = &Reports{w: w}
	w.Backups = &Backups{w: w}
	w.Home = &Home{w: w}
	w.Evidence = &Evidence{w: w}
	w.Drafts = &Drafts{w: w}
	w.Events = &Events{w: w}
	w.Privacy = &Privacy{w: w}
	w.Attendances = &Attendances{w: w}
	w.Invitations = &Invitations{w: w}
	w.Proposals = &Proposals{w: w}
	w.Collections = &Collections{w: w}
	w.Closings = &Closings{w: w}
	w.Vocabularies = &Vocabularies{w: w}
	w.Bulletins = &Bulletins{w: w}
}

// ReadOnly tells whether the workspace can only be read, and who holds it.
func (w *Workspace) ReadOnly() (bool, store.Holder) { return w.store.ReadOnly() }

// Close ends all work with the workspace.
func (w *Workspace) Close() error {
	w.Log.Info("workspace closed")
	w.Evidence.giveBack()
	return errors.Join(w.store.Close(), w.closeLog())
}

// Program is name and version, as files name what wrote them.
func (w *Workspace) Program() string { return strings.TrimSpace("Primadesk " + w.version) }

// Today is the day it is where the user is.
func (w *Workspace) Today() data.Date { return data.DateOf(w.now()) }

// Now is the moment, in the user's zone.
func (w *Workspace) Now() time.Time { return w.now() }

// Printer writes in a language for whoever sits here, with days as the settings have them. What is written for others,
// a document or a letter, is written as the language has it: with i18n.For.
func (w *Workspace) Printer(lang string) *i18n.Printer {
	p := i18n.For(lang)
	return p.With(w.Settings.Custom())
}

// Viewer puts the workspace's fields into words of a language. The words of the
// vocabularies that users edit are read once, so it is made anew after a change.
func (w *Workspace) Viewer(ctx context.Context, lang string) (*Viewer, error) {
	words, err := w.Records.vocabulary(ctx)
	if err != nil {
		return nil, err
	}
	p := w.Printer(lang)
	return &Viewer{P: p, Words: func(kind, code string) string { return wordLabel(p, words, kind, code) }}, nil
}

// wordLabel is the label of a vocabulary's code: what a user wrote, else what ships,
// else the code.
func wordLabel(p *i18n.Printer, recorded []*data.Vocabulary, kind, code string) string {
	for _, v := range recorded {
		if v.Kind == kind && v.Code == code && !v.Label.Empty() {
			return v.Label.Show(p.Lang())
		}
	}
	if label, ok := p.Word(kind, code); ok {
		return label
	}
	return strings.ReplaceAll(code, "_", " ")
}
