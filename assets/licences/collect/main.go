// Command collect writes the licences of all modules of a go.mod into a file: collect GO.MOD FILE. It reads them from
// the module cache, where it puts what is missing.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"primadesk/assets/licences"
)

var require = regexp.MustCompile(`(?m)^(?:require )?\t?([a-z0-9.-]+\.[a-z]+/\S+|[a-z0-9.-]+\.[a-z]+) (v\S+)`)

// names are what a licence's file may be called.
var names = regexp.MustCompile(`(?i)^(licen[cs]e|copying|unlicense)(\..*|-.*)?$`)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "collect GO.MOD FILE")
		os.Exit(2)
	}
	if err := collect(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func collect(mod, file string) error {
	b, err := os.ReadFile(mod)
	if err != nil {
		return err
	}
	args := []string{"mod", "download", "-json"}
	for _, m := range require.FindAllStringSubmatch(string(b), -1) {
		args = append(args, m[1]+"@"+m[2])
	}
	slices.Sort(args[3:])
	cmd := exec.Command("go", args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return err
	}
	var text strings.Builder
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var m struct{ Path, Version, Dir string }
		if err := d.Decode(&m); err == io.EOF {
			break
		} else if err != nil {
			return err
		}
		licence, err := licenceIn(m.Dir)
		if err != nil {
			return fmt.Errorf("%s: %w", m.Path, err)
		}
		fmt.Fprintf(&text, "%s%s %s %s\n%s\n\n", licences.Mark, m.Path, m.Version, licences.KindOf(licence), strings.TrimSpace(licence))
	}
	return os.WriteFile(file, []byte(text.String()), 0o644)
}

// licenceIn reads the licence in a module's folder; where there are several files, all.
func licenceIn(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	var all []string
	for _, e := range entries {
		if e.IsDir() || !names.MatchString(e.Name()) {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return "", err
		}
		all = append(all, strings.ReplaceAll(string(b), "\r\n", "\n"))
	}
	if len(all) == 0 {
		return "", fmt.Errorf("no licence in %s", dir)
	}
	return strings.Join(all, "\n\n"), nil
}
