package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/assets/i18n"
	"primadesk/ui/kit"
	"primadesk/ui/kit/kittest"
)

func open(t *testing.T) (*demo, fyne.Window) {
	t.Helper()
	app := test.NewTempApp(t)
	win := app.NewWindow("")
	win.SetPadded(false)
	t.Cleanup(win.Close)
	win.Resize(fyne.NewSize(1366, 768))
	d := newDemo(params{
		Now:  func() time.Time { return time.Date(2025, 5, 20, 9, 0, 0, 0, time.UTC) },
		Exec: kittest.Still{}, Lang: "en",
		Show: func(o fyne.CanvasObject) {
			win.SetContent(o)
			win.Resize(fyne.NewSize(1366, 768))
		},
		Canvas: win.Canvas,
	})
	d.apply()
	d.rebuild()
	return d, win
}

// missing is how the catalogues show a text that they do not have.
var missing = regexp.MustCompile(`\[[a-z_]+\.[a-z_.]+\]`)

// Every page is built in every language, light and dark, small and large, and leaves the window its size.
func TestEveryPageIsBuilt(t *testing.T) {
	d, win := open(t)
	for _, p := range pages() {
		for i, lang := range i18n.Languages {
			d.page, d.p = p.id, i18n.For(lang)
			d.look = kit.ThemeParams{Look: kit.LookLight, Scale: 1}
			if i%2 == 1 {
				d.look = kit.ThemeParams{Look: kit.LookDark, Scale: 1.5}
			}
			d.apply()
			d.rebuild()
			if dir := os.Getenv("PRIMADESK_GALLERY"); dir != "" {
				save(t, filepath.Join(dir, "demo-"+p.id+"-"+lang+".png"), func(f *os.File) error { return png.Encode(f, win.Canvas().Capture()) })
			}
			if least := win.Content().MinSize(); least.Width > 1366 || least.Height > 768 {
				t.Errorf("%s in %s at scale %v asks for %v", p.id, lang, d.look.Scale, least)
			}
			if id := missing.FindString(test.RenderToMarkup(win.Canvas())); id != "" {
				t.Errorf("%s in %s has no words for %s", p.id, lang, id)
			}
		}
	}
}

func save(t *testing.T, name string, write func(*os.File) error) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := write(f); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// Every widget of the kit has its place on a page.
func TestPagesShowEveryWidget(t *testing.T) {
	if lack := lacking(t, named(t, ".", false)); len(lack) > 0 {
		t.Errorf("the pages do not show %v", lack)
	}
}

// Every widget of the kit has a test in the kit itself.
func TestEveryWidgetHasATest(t *testing.T) {
	if lack := lacking(t, named(t, "..", true)); len(lack) > 0 {
		t.Errorf("no test makes %v", lack)
	}
}

// lacking gives the widgets that the kit makes and that are not among the names.
func lacking(t *testing.T, names map[string]bool) []string {
	t.Helper()
	made := 0
	var lack []string
	for _, file := range parsed(t, "..", false) {
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Recv != nil || !strings.HasPrefix(f.Name.Name, "New") || f.Name.Name == "NewTheme" { // that is put into force by Apply
				continue
			}
			if made++; !names[f.Name.Name] {
				lack = append(lack, f.Name.Name)
			}
		}
	}
	if made < 50 {
		t.Errorf("only %d widgets were found", made)
	}
	slices.Sort(lack)
	return lack
}

// named gives all names that stand in a folder's files, or in their tests.
func named(t *testing.T, dir string, tests bool) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, file := range parsed(t, dir, tests) {
		ast.Inspect(file, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				out[id.Name] = true
			}
			return true
		})
	}
	return out
}

func parsed(t *testing.T, dir string, tests bool) []*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var out []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") != tests {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, file)
	}
	return out
}

func TestSwitchesAndCallbacks(t *testing.T) {
	d, _ := open(t)
	d.tell("OnMove", "a", 1)
	if got := d.status.Text(); got != "OnMove a 1" {
		t.Errorf("the status says %q", got)
	}
	panel := kit.NewProgressPanel("", nil)
	d.later(panel)
	if len(d.toasts.Texts()) != 1 {
		t.Error("the work that took a moment is not told")
	}
}
