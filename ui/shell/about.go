package shell

import (
	"runtime/debug"
	"slices"

	"fyne.io/fyne/v2/container"

	"primadesk/ui/kit"
)

// part is a work of others that the program is made with.
type part struct{ name, licence, holder string }

// parts are what the program is made with, as their own licences say.
var parts = []part{
	{"fyne.io/fyne/v2", "BSD-3-Clause", "Fyne.io developers"},
	{"github.com/go-text/typesetting", "BSD-3-Clause", "go-text contributors"},
	{"github.com/xuri/excelize/v2", "BSD-3-Clause", "The excelize Authors"},
	{"github.com/klauspost/compress", "BSD-3-Clause", "The Go Authors, Klaus Post"},
	{"gorm.io/gorm", "MIT", "Jinzhu"},
	{"github.com/glebarez/sqlite", "MIT", "Jinzhu, Gleb Sakhnov"},
	{"github.com/glebarez/go-sqlite", "BSD-3-Clause", "The Sqlite Authors"},
	{"modernc.org/sqlite", "BSD-3-Clause", "The Sqlite Authors"},
	{"github.com/nicksnyder/go-i18n/v2", "MIT", "Nick Snyder"},
	{"github.com/alecthomas/kong", "MIT", "Alec Thomas"},
	{"github.com/gofrs/flock", "BSD-3-Clause", "Tim Heckman, The Gofrs"},
	{"github.com/google/uuid", "BSD-3-Clause", "Google Inc."},
	{"github.com/adrg/xdg", "MIT", "Adrian-George Bostan"},
	{"gopkg.in/natefinch/lumberjack.v2", "MIT", "Nate Finch"},
	{"golang.org/x/text", "BSD-3-Clause", "The Go Authors"},
	{"golang.org/x/image", "BSD-3-Clause", "The Go Authors"},
}

// versions are those of the modules that this program was built from.
func versions() map[string]string {
	out := map[string]string{}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return out
	}
	for _, m := range info.Deps {
		for m.Replace != nil {
			m = m.Replace
		}
		out[m.Path] = m.Version
	}
	return out
}

// showAbout tells the version, the licence, and whose work is inside.
func (s *Shell) showAbout() {
	rows, built := kit.VStack(4), versions()
	for _, p := range slices.SortedFunc(slices.Values(parts), func(a, b part) int {
		if a.name < b.name {
			return -1
		}
		return 1
	}) {
		name := p.name
		if v := built[p.name]; v != "" {
			name += " " + v
		}
		rows.Add(kit.Share(10, []float32{3, 2},
			kit.NewText(name, kit.TextStyle{Size: kit.TextSmall, Cut: true}),
			kit.NewText(p.licence+", "+p.holder, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true})))
	}
	version := s.params.Version
	body := kit.VStack(12,
		kit.NewText(s.T("shell.about.version", "Version", version), kit.TextStyle{Bold: true}),
		kit.NewText(s.T("shell.about.text"), kit.TextStyle{Wrap: true}),
		kit.NewText(s.T("shell.about.licence"), kit.TextStyle{Wrap: true, Token: kit.TokenMuted}),
		kit.NewHeading(s.T("shell.about.parts")),
		kit.Sized(0, 190, container.NewVScroll(kit.Pad(kit.Inset{Right: 10}, rows))))
	kit.ShowDialog(s.win.Canvas(), kit.DialogParams{Title: "Primadesk", Body: body, Yes: s.T("shell.ok"), Width: 560})
}
