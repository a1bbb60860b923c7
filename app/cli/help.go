package cli

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/alecthomas/kong"

	"primadesk/assets/i18n"
)

// helpTexts are the texts that the grammar names, in a language.
//
//i18n:prefix cli.help.
func helpTexts(p *i18n.Printer) map[string]string {
	texts := map[string]string{}
	collectHelp(reflect.TypeOf(commands{}), func(name string) { texts[name] = p.T("cli.help." + name) })
	return texts
}

// collectHelp finds the names in the grammar's help tags.
func collectHelp(t reflect.Type, found func(string)) {
	for i := range t.NumField() {
		f := t.Field(i)
		if name, ok := strings.CutPrefix(f.Tag.Get("help"), "${"); ok {
			found(strings.TrimSuffix(name, "}"))
		}
		if f.Type.Kind() == reflect.Struct {
			collectHelp(f.Type, found)
		}
	}
}

// help prints what the program or one command takes, in the language of the run.
func (s *session) help(_ kong.HelpOptions, ctx *kong.Context) error {
	w := ctx.Stdout
	node := ctx.Selected()
	if node == nil {
		node = ctx.Model.Node
		fmt.Fprintln(w, s.p.T("cli.about"))
		fmt.Fprintln(w)
	} else {
		fmt.Fprintln(w, node.Help)
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "%s\n  %s\n", s.p.T("cli.usage"), strings.TrimSpace("primadesk "+strings.TrimPrefix(node.FullPath(), "primadesk")+usage(node)))
	if rows := commandRows(node); len(rows) > 0 {
		fmt.Fprintf(w, "\n%s\n", s.p.T("cli.commands"))
		helpTable(w, rows)
	}
	if rows := flagRows(node); len(rows) > 0 {
		fmt.Fprintf(w, "\n%s\n", s.p.T("cli.options"))
		helpTable(w, rows)
	}
	if node == ctx.Model.Node {
		fmt.Fprintf(w, "\n%s\n", s.p.T("cli.more"))
	}
	return nil
}

func usage(node *kong.Node) string {
	var b strings.Builder
	for _, arg := range node.Positional {
		b.WriteString(" " + arg.Summary())
	}
	if len(node.Children) > 0 {
		b.WriteString(" COMMAND")
	}
	if len(node.Flags) > 0 {
		b.WriteString(" [--…]")
	}
	return b.String()
}

func commandRows(node *kong.Node) [][]string {
	var rows [][]string
	for _, child := range node.Children {
		if child.Type == kong.CommandNode {
			rows = append(rows, []string{"  " + strings.TrimSpace(child.Name+usage(&kong.Node{Positional: child.Positional})), child.Help})
		}
	}
	return rows
}

func flagRows(node *kong.Node) [][]string {
	var rows [][]string
	for n := node; n != nil; n = n.Parent {
		for _, f := range n.Flags {
			if f.Name == "help" {
				continue
			}
			name := "  --" + f.Name
			if !f.IsBool() {
				name += "=" + f.FormatPlaceHolder()
			}
			rows = append(rows, []string{name, f.Help})
		}
	}
	return rows
}

// helpTable prints a column of words and one of texts, which are not cut.
func helpTable(w interface{ Write([]byte) (int, error) }, rows [][]string) {
	width := 0
	for _, r := range rows {
		width = max(width, len([]rune(r[0])))
	}
	width = min(width, 30)
	for _, r := range rows {
		if len([]rune(r[0])) > width {
			fmt.Fprintln(w, r[0])
			r[0] = ""
		}
		fmt.Fprintf(w, "%-*s  %s\n", width, r[0], r[1])
	}
}
