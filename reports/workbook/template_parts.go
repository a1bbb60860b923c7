package workbook

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// sheetPart is a sheet of a workbook's package (ECMA-376 part 1, 12.3): its name, the part that has it, and what it is.
type sheetPart struct {
	name, part string
	kind       string // worksheet, chartsheet, dialogsheet ...
}

// sheetParts are the sheets of a package, in their order.
func sheetParts(z fs.FS) ([]sheetPart, error) {
	root, err := relations(z, "", "_rels/.rels")
	if err != nil {
		return nil, err
	}
	book := ""
	for _, r := range root {
		if path.Base(r.Type) == "officeDocument" {
			book = r.Target
		}
	}
	var declared struct {
		Sheets []struct {
			Attributes []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := decodePart(z, book, &declared); err != nil {
		return nil, err
	}
	folder, file := path.Split(book)
	list, err := relations(z, folder, folder+"_rels/"+file+".rels")
	if err != nil {
		return nil, err
	}
	var parts []sheetPart
	for _, s := range declared.Sheets {
		name, id := "", ""
		for _, a := range s.Attributes {
			switch a.Name.Local {
			case "name":
				name = a.Value
			case "id":
				id = a.Value
			}
		}
		if r, ok := list[id]; ok {
			parts = append(parts, sheetPart{name, r.Target, path.Base(r.Type)})
		}
	}
	return parts, nil
}

type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:",attr"`
	Target string `xml:",attr"`
}

// relations are those of a part in a folder, by their ids, with targets from the root of the package.
func relations(z fs.FS, folder, part string) (map[string]relation, error) {
	var declared struct {
		List []relation `xml:"Relationship"`
	}
	if err := decodePart(z, part, &declared); err != nil {
		return nil, err
	}
	out := map[string]relation{}
	for _, r := range declared.List {
		if absolute, ok := strings.CutPrefix(r.Target, "/"); ok {
			r.Target = absolute
		} else {
			r.Target = path.Join(folder, r.Target)
		}
		out[r.ID] = r
	}
	return out, nil
}

func decodePart(z fs.FS, part string, into any) error {
	content, err := readPart(z, part)
	if err != nil {
		return err
	}
	if err := xml.Unmarshal(content, into); err != nil {
		return fmt.Errorf("%s: %w", part, err)
	}
	return nil
}

// readPart reads a part whole, no more than a template may unpack to.
func readPart(z fs.FS, part string) ([]byte, error) {
	file, err := z.Open(part)
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(io.LimitReader(file, templateSize))
	return content, errors.Join(err, file.Close())
}

var filterRef = regexp.MustCompile(`<autoFilter\b[^>]*?\bref="([^"]*)"`)

// look notes what the reading of cells does not tell: which sheets have none, where filters are, and whether there are macros.
func (t *template) look(from string) error {
	z, err := zip.OpenReader(from)
	if err != nil {
		return err
	}
	defer func() { _ = z.Close() }() // it was only read
	for _, f := range z.File {
		if path.Base(f.Name) == "vbaProject.bin" {
			return &Error{Code: CodeMacros, Path: from}
		}
	}
	parts, err := sheetParts(z)
	if err != nil {
		return err
	}
	for _, p := range parts {
		if p.kind != "worksheet" {
			continue
		}
		sheet := &templateSheet{name: p.name}
		content, err := readPart(z, p.part)
		if err != nil {
			return err
		}
		if m := filterRef.FindSubmatch(content); m != nil {
			sheet.filter = string(m[1])
		}
		t.sheets = append(t.sheets, sheet)
	}
	return nil
}
