package i18n

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// usage is what the program's code, tests aside, says about texts.
type usage struct {
	literals map[string]bool   // every string literal
	prefixes map[string]string // declared by a comment //i18n:prefix → where
	wanted   map[string]string // ids that must exist → where
	calls    []textCall
}

// textCall is T("id", "Name", …) or N with nothing hidden in it.
type textCall struct {
	id, where string
	given     []string // placeholder names
}

var (
	prefixComment = regexp.MustCompile(`^//i18n:prefix((?:\s+[a-z0-9_.]+)+)\s*$`)
	// These families of ids are asked for wherever they stand, in tables too.
	knownID = regexp.MustCompile(`^(err|problem|enum|statement)(\.[a-z0-9_]+)+$`)
)

func scanCode(t *testing.T) usage {
	t.Helper()
	root := moduleRoot(t)
	u := usage{map[string]bool{}, map[string]string{}, map[string]string{}, nil}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || slices.Contains([]string{"bin", "dist", "docs", "testdata", "vendor"}, d.Name())):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		if err != nil {
			t.Errorf("%v", err)
			return nil
		}
		u.add(file, func(p token.Pos) string {
			at := set.Position(p)
			rel, _ := filepath.Rel(root, at.Filename)
			return rel + ":" + strconv.Itoa(at.Line)
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func moduleRoot(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod above the package")
		}
		dir = parent
	}
}

func (u *usage) add(file *ast.File, where func(token.Pos) string) {
	for _, group := range file.Comments {
		for _, c := range group.List {
			if found := prefixComment.FindStringSubmatch(c.Text); found != nil {
				for _, prefix := range strings.Fields(found[1]) {
					u.prefixes[prefix] = where(c.Pos())
				}
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.BasicLit:
			if s, ok := literal(n); ok {
				u.literals[s] = true
				if knownID.MatchString(s) {
					u.wanted[s] = where(n.Pos())
				}
			}
		case *ast.KeyValueExpr: // Label: "field.…" in a table of columns
			key, named := n.Key.(*ast.Ident)
			if s, ok := literal(n.Value); ok && named && strings.HasPrefix(key.Name, "Label") && goodID.MatchString(s) {
				u.wanted[s] = where(n.Pos())
			}
		case *ast.CallExpr:
			u.addCall(n, where)
		}
		return true
	})
}

// asking are the calls that name a text: which argument names it, what is put before it,
// where the pairs of placeholders begin, and which names are given besides.
var asking = map[string]struct {
	at, pairs int
	before    string
	besides   []string
}{
	"T":      {at: 0, pairs: 1},                                                 // of a Printer
	"N":      {at: 0, pairs: 2, besides: []string{"N"}},                         // of a Printer
	"Has":    {at: 0, pairs: -1},                                                // of a Printer
	"Fail":   {at: 0, pairs: 1, before: "err."},                                 // data.Fail: an error's code
	"Reject": {at: 1, pairs: 2, before: "problem.", besides: []string{"Field"}}, // of data.Problems
	"Find":   {at: 1, pairs: 2, before: "problem.", besides: []string{"Field"}}, // of data.Problems
}

var goodCode = regexp.MustCompile(`^[a-z0-9_]+(\.[a-z0-9_]+)*$`)

func (u *usage) addCall(call *ast.CallExpr, where func(token.Pos) string) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	ask, ok := asking[name]
	if !ok || len(call.Args) <= ask.at {
		return
	}
	id, isLiteral := literal(call.Args[ask.at])
	// Other types have methods of these names too: an id has a dot.
	if !isLiteral || !goodCode.MatchString(id) || !goodID.MatchString(ask.before+id) {
		return
	}
	id = ask.before + id
	u.wanted[id] = where(call.Pos())
	u.literals[id] = true
	if ask.pairs < 0 || call.Ellipsis.IsValid() {
		return
	}
	c := textCall{id: id, where: where(call.Pos()), given: slices.Clone(ask.besides)}
	for i := ask.pairs; i < len(call.Args); i += 2 {
		name, ok := literal(call.Args[i])
		if !ok {
			return // its names are made elsewhere
		}
		c.given = append(c.given, name)
	}
	u.calls = append(u.calls, c)
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

func TestEveryIDInTheCodeExists(t *testing.T) {
	u, english := scanCode(t), readCatalogues(t)["en"]
	for id, where := range u.wanted {
		if _, ok := english[id]; !ok {
			t.Errorf("%s: there is no text %q", where, id)
		}
	}
	for prefix, where := range u.prefixes {
		if !slices.ContainsFunc(ids(english), func(id string) bool { return strings.HasPrefix(id, prefix) }) {
			t.Errorf("%s: no text begins with %q", where, prefix)
		}
	}
}

func TestCallsGiveEveryPlaceholder(t *testing.T) {
	u, english := scanCode(t), readCatalogues(t)["en"]
	for _, call := range u.calls {
		e, ok := english[call.id]
		if !ok {
			continue // the test above names it
		}
		for _, name := range placeholdersOf(e) {
			if !slices.Contains(call.given, name) {
				t.Errorf("%s: %s needs {{.%s}}, which the call does not give", call.where, call.id, name)
			}
		}
	}
}

func TestNoTextIsUnused(t *testing.T) {
	u, english := scanCode(t), readCatalogues(t)["en"]
	for id, e := range english {
		if u.literals[id] {
			continue
		}
		declared := false
		for prefix := range u.prefixes {
			declared = declared || strings.HasPrefix(id, prefix)
		}
		if !declared {
			t.Errorf("%s: %s stands nowhere in the code; remove it, or declare its prefix: //i18n:prefix %s",
				e.file, id, id[:strings.LastIndex(id, ".")+1])
		}
	}
}

func ids(c catalogue) []string {
	all := make([]string, 0, len(c))
	for id := range c {
		all = append(all, id)
	}
	return all
}

func TestScanFindsUses(t *testing.T) {
	const src = `package x
//i18n:prefix a.b. c.
func f(p P, n int) {
	p.T("one.two", "Name", n)
	p.N("three.four", n)
	x.T("not an id")
	_ = []string{"err.disk_full", "seven.eight"}
	p.T("five.six", args...)
	ps.Reject(field, "date.order", "From", n)
	return data.Fail("unexpected")
}`
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "x.go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	u := usage{map[string]bool{}, map[string]string{}, map[string]string{}, nil}
	u.add(file, func(token.Pos) string { return "x.go" })
	for _, id := range []string{"one.two", "three.four", "five.six", "err.disk_full", "problem.date.order", "err.unexpected"} {
		if u.wanted[id] == "" {
			t.Errorf("%s is not wanted", id)
		}
	}
	if len(u.wanted) != 6 || !u.literals["seven.eight"] || u.prefixes["a.b."] == "" || u.prefixes["c."] == "" {
		t.Errorf("found %+v", u)
	}
	if len(u.calls) != 4 || !slices.Equal(u.calls[2].given, []string{"Field", "From"}) || !slices.Equal(u.calls[0].given, []string{"Name"}) || !slices.Equal(u.calls[1].given, []string{"N"}) {
		t.Errorf("calls %+v", u.calls)
	}
}
