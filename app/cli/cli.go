package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
)

// Exit statuses; scripts rely on them.
const (
	ExitDone    = 0
	ExitFailed  = 1
	ExitWords   = 2 // the command line was not understood
	ExitRefused = 3 // the data are not fit; nothing was changed or written
)

// Streams are what a run reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// commands is the grammar. Kong reads it; the texts are put in from the catalogues.
type commands struct {
	Workspace string `placeholder:"DIR" env:"PRIMADESK_WORKSPACE" help:"${workspace}"`
	Lang      string `placeholder:"LANG" help:"${lang}"`
	JSON      bool   `name:"json" help:"${json}"`
	Quiet     bool   `help:"${quiet}"`

	Init       initCmd       `cmd:"" help:"${init}"`
	Info       infoCmd       `cmd:"" help:"${info}"`
	List       listCmd       `cmd:"" help:"${list}"`
	Show       showCmd       `cmd:"" help:"${show}"`
	Put        putCmd        `cmd:"" help:"${put}"`
	Delete     deleteCmd     `cmd:"" help:"${delete}"`
	Trash      trashCmd      `cmd:"" help:"${trash}"`
	Restore    restoreCmd    `cmd:"" help:"${restore}"`
	History    historyCmd    `cmd:"" help:"${history}"`
	Undo       undoCmd       `cmd:"" help:"${undo}"`
	Redo       redoCmd       `cmd:"" help:"${redo}"`
	Conflicts  conflictsCmd  `cmd:"" help:"${conflicts}"`
	Search     searchCmd     `cmd:"" help:"${search}"`
	Export     exportCmd     `cmd:"" help:"${export}"`
	Attach     attachCmd     `cmd:"" help:"${attach}"`
	Evidence   evidenceCmd   `cmd:"" help:"${evidence}"`
	Settings   settingsCmd   `cmd:"" help:"${settings}"`
	Readiness  readinessCmd  `cmd:"" help:"${readiness}"`
	Report     reportCmd     `cmd:"" help:"${report}"`
	Reports    reportsCmd    `cmd:"" help:"${reports}"`
	Bulletin   bulletinCmd   `cmd:"" help:"${bulletin}"`
	Collection collectionCmd `cmd:"" help:"${collection}"`
	Period     periodCmd     `cmd:"" help:"${reporting_period}"`
	Privacy    privacyCmd    `cmd:"" help:"${privacy}"`
	Project    projectCmd    `cmd:"" help:"${project}"`
	Backup     backupCmd     `cmd:"" help:"${backup}"`
	Backups    backupsCmd    `cmd:"" help:"${backups}"`
	Check      checkCmd      `cmd:"" help:"${check}"`
	Event      eventCmd      `cmd:"" help:"${event}"`
	Invite     inviteCmd     `cmd:"" help:"${invite}"`
	Attend     attendCmd     `cmd:"" help:"${attend}"`
	Consent    consentCmd    `cmd:"" help:"${consent}"`
	Tag        tagCmd        `cmd:"" help:"${tag}"`
	Untag      untagCmd      `cmd:"" help:"${untag}"`
	Own        ownCmd        `cmd:"" help:"${own}"`
	Place      placeCmd      `cmd:"" help:"${place}"`
	Reach      reachCmd      `cmd:"" help:"${reach}"`
	Earlier    earlierCmd    `cmd:"" help:"${earlier}"`
	Written    writtenCmd    `cmd:"" help:"${written}"`
	Drafts     draftsCmd     `cmd:"" help:"${drafts}"`
	Generate   generateCmd   `cmd:"" help:"${generate}"`
	Version    versionCmd    `cmd:"" help:"${version}"`
}

// session is one run of one command.
type session struct {
	ctx      context.Context
	streams  Streams
	words    *commands
	settings *app.Settings
	p        *i18n.Printer
	version  string
}

// Run does what the command line says and gives the exit status. Without a command it
// shows the help.
func Run(args []string, streams Streams, version string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := &session{ctx: ctx, streams: streams, words: &commands{}, version: version}
	settings, err := app.LoadSettings(app.ConfigFolder())
	if err != nil {
		s.p = i18n.For(i18n.Match(os.Getenv("LANG")))
		return s.fail(err, hasFlag(args, "--json"))
	}
	s.settings = settings
	s.p = i18n.For(languageOf(args, settings.Language())).With(settings.Custom())
	return s.run(args)
}

func (s *session) run(args []string) int {
	done := false
	parser, err := kong.New(s.words,
		kong.Name("primadesk"),
		kong.Vars(helpTexts(s.p)),
		kong.Writers(s.streams.Out, s.streams.Err),
		kong.Exit(func(int) { done = true }),
		kong.Help(s.help),
		kong.ExplicitGroups(nil),
	)
	if err != nil {
		return s.fail(err, hasFlag(args, "--json"))
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	parsed, err := parser.Parse(args)
	if done {
		return ExitDone
	}
	if err != nil {
		return s.misunderstood(args, err)
	}
	if lang := s.words.Lang; lang != "" && i18n.For(lang).Lang() != lang {
		return s.fail(data.Fail("settings.language", "Value", lang), s.words.JSON)
	}
	if err := parsed.Run(s); err != nil {
		return s.fail(err, s.words.JSON)
	}
	return ExitDone
}

// languageOf finds --lang before the command line is parsed, because the help and the
// errors of parsing are in that language too.
func languageOf(args []string, fallback string) string {
	for i, a := range args {
		if a == "--" {
			break
		}
		if a == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
		if lang, ok := strings.CutPrefix(a, "--lang="); ok {
			return lang
		}
	}
	return fallback
}

func hasFlag(args []string, flag string) bool {
	for _, a := range args {
		if a == "--" {
			return false
		}
		if a == flag {
			return true
		}
	}
	return false
}

// misunderstood says which command line was not understood, and where help is.
func (s *session) misunderstood(args []string, err error) int {
	command := ""
	if pe, ok := errors.AsType[*kong.ParseError](err); ok && pe.Context != nil {
		command = pe.Context.Command()
		if i := strings.IndexAny(command, "<["); i >= 0 {
			command = strings.TrimSpace(command[:i])
		}
	}
	wrong := data.Fail("cli.words", "Words", strings.Join(args, " "), "Help", strings.TrimSpace("primadesk "+command)+" --help").Because(err)
	s.fail(wrong, hasFlag(args, "--json"))
	return ExitWords
}

// open opens the workspace to change it.
func (s *session) open() (*app.Workspace, error) { return s.openAs(false) }

// openToRead opens it beside whoever changes it. One that an older version left has to
// be brought up to date first, which needs it for writing.
func (s *session) openToRead() (*app.Workspace, error) {
	w, err := s.openAs(true)
	if data.HasCode(err, "workspace.older") {
		return s.openAs(false)
	}
	return w, err
}

func (s *session) openAs(readOnly bool) (*app.Workspace, error) {
	return app.Open(s.ctx, s.params(readOnly))
}

func (s *session) params(readOnly bool) app.Params {
	return app.Params{Folder: s.folder(), Settings: s.settings, Lang: s.settings.Language(), Version: s.version, ReadOnly: readOnly}
}

func (s *session) folder() string {
	if s.words.Workspace != "" {
		return s.words.Workspace
	}
	return s.settings.DefaultFolder()
}

// reading runs a command that changes nothing.
func (s *session) reading(do func(*app.Workspace) error) error {
	w, err := s.openToRead()
	if err != nil {
		return err
	}
	return errors.Join(do(w), w.Close())
}

// writing runs a command that changes the workspace.
func (s *session) writing(do func(*app.Workspace) error) error {
	w, err := s.open()
	if err != nil {
		return err
	}
	return errors.Join(do(w), w.Close())
}

// noting runs a command that only reads records, but leaves a note of what it did where it can: not beside a program
// that writes, and not where the folder can only be read.
func (s *session) noting(do func(*app.Workspace) error) error {
	params := s.params(false)
	params.AllowReadOnly = true
	w, err := app.Open(s.ctx, params)
	if err != nil {
		return s.reading(do)
	}
	return errors.Join(do(w), w.Close())
}
