package shell

import (
	"cmp"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2/theme"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// browsing is what a browser asks for.
type browsing struct {
	title, folder string
	endings       []string // of the files that are shown; none: all
	folders       bool     // a folder is asked for, not a file
	done          func(path string)
	not           func() // when none was chosen; may be nil
}

// browser shows the folders and files of a folder. What is typed narrows them down; a typed path leads there. It is our
// own, because Fyne's can only be used with a mouse.
type browser struct {
	browsing
	s       *Shell
	dialog  *kit.Dialog
	finder  *kit.Finder
	where   *kit.Text
	problem *kit.Text
	entries []place
	shown   []place
	latest  *kit.Later[[]place]
}

// place is a line of a browser.
type place struct {
	name, path string
	folder     bool
}

func (s *Shell) browse(ask browsing) {
	b := &browser{browsing: ask, s: s, latest: kit.NewLater[[]place](s.exec),
		where:   kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}),
		problem: kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenError, Cut: true})}
	b.finder = kit.NewFinder(kit.FinderParams{
		Placeholder: s.T("shell.file.type"), Rows: s.rowsFor(9, 300), OnTyped: func(string) { b.show() },
		OnChosen: func(i int) { b.take(b.shown[i]) }, OnEnter: b.typed, OnBack: func() bool { b.enter(filepath.Dir(b.folder)); return true },
	})
	shortcuts := kit.Flow(14)
	for _, folder := range app.UserFolders() {
		shortcuts.Add(kit.NewLink(filepath.Base(folder), func() { b.enter(folder) }).SetTextSize(kit.TextMedium))
	}
	yes := s.T("shell.open")
	if ask.folders {
		yes = s.T("shell.file.choose")
	}
	b.dialog = kit.ShowDialog(s.win.Canvas(), kit.DialogParams{
		Title: ask.title, Width: 600, Yes: yes, No: s.T("shell.cancel"),
		Body: kit.VStack(8, shortcuts, b.where, b.finder, b.problem),
		Keep: b.keep, OnYes: func() { ask.done(b.folder) }, OnNo: b.refuse,
	})
	s.win.Canvas().Focus(b.finder.Target())
	b.enter(ask.folder)
	s.trace.Info("file dialog shown")
}

// rowsFor is how many rows of a finder the window has room for beside what else takes height (at scale 1).
func (s *Shell) rowsFor(most int, beside float32) int {
	return min(most, max(4, int((s.win.Canvas().Size().Height-kit.U(beside))/kit.U(kit.FinderRowHeight))))
}

func (b *browser) refuse() {
	b.latest.Cancel()
	if b.not != nil {
		b.not()
	}
}

// keep is asked by the dialog's button: for a folder it is the one in view, for a file the marked one.
func (b *browser) keep() bool {
	if b.folders {
		return false
	}
	if i := b.finder.Marked(); i >= 0 && i < len(b.shown) {
		b.take(b.shown[i])
	} else {
		b.typed(b.finder.Text())
	}
	return true // whoever takes a file closes the dialog
}

// enter shows another folder.
func (b *browser) enter(folder string) {
	led := b.finder.Text() // what was typed to get there
	b.latest.Run(context.Background(), func(context.Context) ([]place, error) {
		return readFolder(folder, b.endings, b.folders)
	}, func(found []place, err error) {
		if err != nil {
			b.problem.SetText(b.s.T("shell.file.no_folder", "Folder", folder))
			return
		}
		b.folder, b.entries = folder, found
		b.where.SetText(folder)
		b.problem.SetText("")
		if b.finder.Text() == led { // a quick hand has typed on meanwhile
			b.finder.SetText("")
		}
		b.show()
		b.s.win.Canvas().Focus(b.finder.Target())
		b.s.trace.Info("folder shown", "entries", len(found))
	})
}

// show narrows the folder down to what is typed. Hidden files are shown to whoever types a point.
func (b *browser) show() {
	typed := strings.TrimSpace(b.finder.Text())
	wanted := data.Fold(typed)
	b.shown = nil
	for _, e := range b.entries {
		hidden := strings.HasPrefix(e.name, ".") && e.name != ".."
		if (!hidden || strings.HasPrefix(typed, ".")) && strings.Contains(data.Fold(e.name), wanted) {
			b.shown = append(b.shown, e)
		}
	}
	rows := make([]kit.FinderRow, len(b.shown))
	for i, e := range b.shown {
		rows[i] = kit.FinderRow{Icon: theme.FileIcon(), Text: e.name}
		if e.folder {
			rows[i].Icon = theme.FolderIcon()
		}
	}
	b.finder.SetRows(rows, typed != "" && !isPath(typed))
	b.problem.SetText("")
	if len(rows) == 0 && !isPath(typed) {
		b.problem.SetText(b.s.T("shell.file.nothing"))
	}
}

func isPath(typed string) bool {
	return strings.ContainsAny(typed, `/\`) || strings.HasPrefix(typed, "~")
}

// take goes into a folder, or answers with a file.
func (b *browser) take(p place) {
	if p.folder {
		b.enter(p.path)
		return
	}
	b.latest.Cancel()
	b.dialog.Close()
	b.done(p.path)
}

// typed is Enter where no line is marked: a path leads there; without one, a folder that is asked for is the one in view.
func (b *browser) typed(text string) {
	path := strings.TrimSpace(text)
	if path == "" {
		if b.folders {
			b.latest.Cancel()
			b.dialog.Close()
			b.done(b.folder)
		}
		return
	}
	if home, err := os.UserHomeDir(); err == nil && (path == "~" || strings.HasPrefix(path, "~/")) {
		path = home + path[1:]
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(b.folder, path)
	}
	info, err := os.Stat(path)
	if err != nil || (b.folders && !info.IsDir()) {
		b.problem.SetText(b.s.T("shell.file.missing", "File", path))
		return
	}
	b.take(place{path: path, folder: info.IsDir()})
}

// readFolder reads what a folder holds, folders first; the first line leads up.
func readFolder(folder string, endings []string, folders bool) ([]place, error) {
	list, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var out []place
	for _, e := range list {
		p := place{name: e.Name(), path: filepath.Join(folder, e.Name()), folder: e.IsDir()}
		if e.Type()&fs.ModeSymlink != 0 {
			if info, err := os.Stat(p.path); err == nil {
				p.folder = info.IsDir()
			}
		}
		if p.folder || (!folders && hasEnding(p.name, endings)) {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b place) int {
		if a.folder != b.folder {
			if a.folder {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(data.Fold(a.name), data.Fold(b.name)), cmp.Compare(a.name, b.name))
	})
	if up := filepath.Dir(folder); up != folder {
		out = append([]place{{name: "..", path: up, folder: true}}, out...)
	}
	return out, nil
}

func hasEnding(name string, endings []string) bool {
	return len(endings) == 0 || slices.ContainsFunc(endings, func(e string) bool {
		return strings.EqualFold(e, filepath.Ext(name))
	})
}
