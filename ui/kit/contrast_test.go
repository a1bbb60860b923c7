package kit

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// pages are the grounds of the window: any text that stands on one may come to stand on the others, under the pointer or
// where its row is selected.
func pages() []Token { return []Token{TokenGround, TokenSurface, TokenHover, TokenSelected} }

// texts are the tokens that words are written in, with the grounds that they are written on.
func texts() map[Token][]Token {
	out := map[Token][]Token{
		TokenText: pages(), TokenMuted: pages(), TokenAccent: pages(), TokenError: append(pages(), ToneLate.Ground()),
		TokenWarm:       pages(),
		TokenOnAccent:   {TokenAccent, TokenAccentDeep},
		TokenRailText:   {TokenRail, TokenRailHover, TokenChosen},
		TokenRailStrong: {TokenRail, TokenRailHover, TokenChosen},
		TokenRailFaint:  {TokenRail, TokenRailHover, TokenChosen},
		TokenOnGold:     {TokenGold}, TokenOnToast: {TokenToast}, TokenToastLink: {TokenToast},
	}
	for _, tone := range tones() {
		out[tone.Text()] = append(out[tone.Text()], tone.Ground())
	}
	return out
}

// shapes are the tokens of dots, bars, edges and rings, with the grounds that they must be told from: 3:1 is WCAG's for
// what is no text. Lines that only part what is apart anyway, and shadows, need none.
func shapes() map[Token][]Token {
	out := map[Token][]Token{
		TokenOk: {TokenSurface}, TokenAmber: {TokenSurface}, TokenFocus: pages(),
		TokenLine: nil, TokenRailLine: nil, TokenShadow: nil, TokenVeil: nil, TokenNone: nil,
	}
	return out
}

// tones are those that look different from each other.
func tones() []Tone {
	return []Tone{ToneNeutral, TonePlanned, ToneConfirmed, ToneHeld, ToneReported, TonePostponed, ToneLate, ToneWarm}
}

func TestEveryTokenHasItsContrast(t *testing.T) {
	grounds := map[Token]bool{}
	for _, dark := range []bool{false, true} {
		set := colors(dark, false)
		check := func(all map[Token][]Token, least float64) {
			for token, under := range all {
				for _, ground := range under {
					grounds[ground] = true
					if c := contrast(set[token], set[ground]); c < least {
						t.Errorf("dark %v: %s on %s has a contrast of %.2f, less than %v", dark, token, ground, c, least)
					}
				}
			}
		}
		check(texts(), 4.5)
		check(shapes(), 3)
		for token := range set {
			_, text := texts()[token]
			_, shape := shapes()[token]
			if !text && !shape && !grounds[token] {
				t.Errorf("%s is neither a text, nor a ground, nor a shape: say which, and on what it stands", token)
			}
		}
	}
}

// Words are written in the tokens of texts alone, here and on every screen.
func TestWordsAreWrittenInTextTokens(t *testing.T) {
	allowed := map[string]bool{"TokenNone": true}
	for name, value := range declaredTokens(t) {
		if _, ok := texts()[value]; ok {
			allowed[name] = true
		}
	}
	seen := 0
	err := filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			for _, name := range writtenIn(n) {
				seen++
				if !allowed[name] {
					t.Errorf("%s writes words in %s, which is no text's", path, name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || seen < 50 {
		t.Fatalf("%d texts found, %v", seen, err)
	}
}

// writtenIn gives the tokens by name that a TextStyle or a Cell is given.
func writtenIn(n ast.Node) (names []string) {
	lit, ok := n.(*ast.CompositeLit)
	if !ok || nameIn(lit.Type) != "TextStyle" && nameIn(lit.Type) != "Cell" {
		return nil
	}
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok && nameIn(kv.Key) == "Token" && strings.HasPrefix(nameIn(kv.Value), "Token") {
			names = append(names, nameIn(kv.Value))
		}
	}
	return names
}

// nameIn is the name at the end of an identifier or a selector.
func nameIn(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// declaredTokens are the constants of token.go, by name.
func declaredTokens(t *testing.T) map[string]Token {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "token.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]Token{}
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 && nameIn(spec.Type) == "Token" {
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
				out[spec.Names[0].Name] = Token(strings.Trim(lit.Value, `"`))
			}
		}
		return true
	})
	if len(out) < 20 {
		t.Fatalf("%d tokens found", len(out))
	}
	return out
}
