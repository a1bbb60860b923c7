package listing

import (
	"context"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// The choices of a filter by days.
const (
	Past  = "past"
	Week  = "week"
	Month = "month"
	Soon  = "soon" // as far as the home screen looks ahead
	None  = "none"
)

// dayChoices are the choices of a filter by days, in words.
//
//i18n:prefix listing.day.
func dayChoices(p *i18n.Printer) []kit.Option {
	out := make([]kit.Option, 0, 5)
	for _, word := range []string{Past, Week, Month, Soon, None} {
		out = append(out, kit.Option{Value: word, Text: p.T("listing.day." + word)})
	}
	return out
}

// DayConds are the conditions that a choice of days means, counted from today.
func DayConds(field, value string, today data.Date) []app.Cond {
	switch value {
	case Past:
		return []app.Cond{app.Where(field, "<", string(today))}
	case Week:
		return []app.Cond{app.Where(field, "between", string(today), string(today.AddDays(7)))}
	case Month:
		return []app.Cond{app.Where(field, "between", string(today), string(today.AddDays(30)))}
	case Soon:
		return []app.Cond{app.Where(field, "between", string(today), string(today.AddDays(60)))}
	}
	return []app.Cond{app.Where(field, "empty")}
}

// conds are the filters that are set as conditions of a query, in the order of the filters.
func (l *List) conds() []app.Cond {
	var out []app.Cond
	for _, f := range l.p.Filters {
		values := l.want.filters[f.Field]
		if len(values) == 0 {
			continue
		}
		col := l.p.field(f.Field)
		switch {
		case f.Conds != nil:
			out = append(out, f.Conds(values[0])...)
		case isDay(col):
			out = append(out, DayConds(f.Field, values[0], l.p.Workspace.Today())...)
		case len(values) > 1:
			out = append(out, app.Where(f.Field, "in", values...))
		case col != nil && col.Kind == data.KindSet:
			out = append(out, app.Where(f.Field, "has", values[0]))
		default:
			out = append(out, app.Where(f.Field, "=", values[0]))
		}
	}
	return out
}

// several tells whether a list can be narrowed to more than one value of a filter's field.
func (l *List) several(f Filter) bool {
	col := l.p.field(f.Field)
	return f.Conds == nil && !isDay(col) && (col == nil || col.Kind != data.KindBool)
}

func isDay(col *data.Column) bool {
	return col != nil && (col.Kind == data.KindDate || col.Kind == data.KindWall)
}

// known is what there is to filter by, and the words that cells are shown with.
type known struct {
	options map[string][]kit.Option // by the filter's field
	viewer  *app.Viewer
}

// readKnown reads it, off the UI's goroutine: a few queries a filter.
func (p *Params) readKnown(ctx context.Context) (known, error) {
	out := known{options: map[string][]kit.Option{}}
	var err error
	if out.viewer, err = p.Workspace.Viewer(ctx, p.Printer.Lang()); err != nil {
		return out, err
	}
	for _, f := range p.Filters {
		read := f.Options
		if read == nil {
			read = func(ctx context.Context) ([]kit.Option, error) { return p.options(ctx, f, out.viewer) }
		}
		if out.options[f.Field], err = read(ctx); err != nil {
			return out, err
		}
	}
	return out, nil
}

// options are the usual ones of a column's kind.
func (p *Params) options(ctx context.Context, f Filter, viewer *app.Viewer) ([]kit.Option, error) {
	col := p.field(f.Field)
	switch {
	case col == nil:
		return nil, nil
	case isDay(col):
		return dayChoices(p.Printer), nil
	case col.Kind == data.KindEnum, col.Kind == data.KindSet && col.Item == data.KindEnum:
		return fields.Enum(p.Printer, col.Enum), nil
	case col.Kind == data.KindLang:
		return fields.Languages(), nil
	case col.Kind == data.KindBool:
		return []kit.Option{
			{Value: "true", Text: p.Printer.Enum(data.Came.Name, "yes")}, {Value: "false", Text: p.Printer.Enum(data.Came.Name, "no")},
		}, nil
	}
	codes, err := p.inUse(ctx, f.Field, col)
	if err != nil {
		return nil, err
	}
	out, err := p.named(ctx, col, codes, viewer)
	fields.SortOptions(p.Printer, out)
	return out, err
}

// inUse are the values that a column has. Those of a column behind a reference are of the referred entity.
func (p *Params) inUse(ctx context.Context, field string, col *data.Column) ([]string, error) {
	e := p.Entity
	if own, ok := e.Column(field); !ok || own != col {
		for i := range field {
			if field[i] != '.' {
				continue
			}
			through, ok := e.Column(field[:i])
			if !ok || through.Ref == "" {
				return nil, nil
			}
			e, _ = data.EntityNamed(through.Ref)
		}
	}
	codes, err := p.Workspace.Records.Values(ctx, e, col.ID)
	var out []string
	for _, code := range codes {
		if code != "" {
			out = append(out, code)
		}
	}
	return out, err
}

func (p *Params) named(ctx context.Context, col *data.Column, codes []string, viewer *app.Viewer) ([]kit.Option, error) {
	titles := map[string]string{}
	if e, ok := data.EntityNamed(col.Ref); ok && col.Ref != "" {
		var err error
		if titles, err = p.Workspace.Records.Titles(ctx, e, codes, p.Printer.Lang()); err != nil {
			return nil, err
		}
	}
	out := make([]kit.Option, 0, len(codes))
	for _, code := range codes {
		text := code
		switch {
		case col.Ref != "":
			text = titles[code]
		case col.Kind == data.KindCountry:
			text = p.Printer.Country(code)
		case col.Kind == data.KindWord:
			text = viewer.Words(col.Vocabulary, code)
		case col.ID == "tags":
			if label := viewer.Words("tag", code); label != "" {
				text = label
			}
		case col.ID == "languages":
			text = i18n.Upper(p.Printer.Language(code))
		}
		if text != "" {
			out = append(out, kit.Option{Value: code, Text: text})
		}
	}
	return out, nil
}
