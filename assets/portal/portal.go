// Package portal holds which texts the Funding and Tenders Portal asks for in a periodic report, in its order, with how many
// characters each may have. It is data: a form that changes is a line in a table.
package portal

import (
	_ "embed"
	"encoding/json"
)

//go:embed fields.json
var fields []byte

// Section is a part of the form that is filled once, or once for every record of an entity.
type Section struct {
	Of     string  `json:"of"` // "project", or an entity's name
	Fields []Field `json:"fields"`
}

// Field is one text of a section.
type Field struct {
	ID    string `json:"id"`
	Limit int    `json:"limit"` // in characters, line breaks too; 0 is not known
	// Source says where the limit is from: "help" is the Portal's own help, "general" general knowledge, to be checked in the form.
	Source string `json:"source"`
}

// Sections are those of the technical part, in the order of the form.
func Sections() ([]Section, error) {
	var list []Section
	err := json.Unmarshal(fields, &list)
	return list, err
}
