package fields

import (
	"strings"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// Group is several forms over one record, such as the cards of a page: they are loaded, checked and saved together.
type Group struct {
	p     *i18n.Printer
	forms []*kit.Form
}

// NewGroup puts forms together. Ids of their fields do not repeat.
func NewGroup(p *i18n.Printer, forms ...*kit.Form) *Group {
	g := &Group{p: p, forms: forms}
	return g
}

// Load shows values in all forms, as unchanged.
func (g *Group) Load(values map[string]string) {
	for _, f := range g.forms {
		f.Load(values)
	}
}

// Dirty tells whether anything was changed.
func (g *Group) Dirty() bool {
	for _, f := range g.forms {
		if f.Dirty() {
			return true
		}
	}
	return false
}

// Changed gives the changed values by field.
func (g *Group) Changed() map[string]string {
	out := map[string]string{}
	for _, f := range g.forms {
		for _, id := range f.Changed() {
			out[id] = f.Value(id)
		}
	}
	return out
}

// Check looks for what the forms themselves can tell. It gives the first form that has something wrong, nil if none.
func (g *Group) Check() *kit.Form {
	for _, f := range g.forms {
		if !f.Check() {
			return f
		}
	}
	return nil
}

// SetEnabled lets the user change the fields, or not.
func (g *Group) SetEnabled(on bool) {
	for _, f := range g.forms {
		f.SetEnabled(on)
	}
}

// SetProblems shows what is wrong with the record, each at its field. It gives the first form that has something, and what
// belongs to no field.
func (g *Group) SetProblems(problems []data.Problem) (first *kit.Form, elsewhere []data.Problem) {
	told := map[*kit.Form]map[string]string{}
	for _, x := range problems {
		id, _, _ := strings.Cut(x.Field, "/")
		f := g.formOf(id)
		if f == nil {
			elsewhere = append(elsewhere, x)
			continue
		}
		if told[f] == nil {
			told[f] = map[string]string{}
		}
		if told[f][id] == "" {
			told[f][id] = app.TellProblem(g.p, x).Message
		}
	}
	for _, f := range g.forms {
		f.SetErrors(told[f])
		if first == nil && told[f] != nil {
			first = f
		}
	}
	return first, elsewhere
}

func (g *Group) formOf(id string) *kit.Form {
	for _, f := range g.forms {
		if f.Control(id) != nil {
			return f
		}
	}
	return nil
}
