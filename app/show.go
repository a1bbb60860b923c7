package app

import (
	"strconv"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Viewer puts a record's fields into words: for tables, the command line, CSV. Names
// says what a reference stands for and Words the label of a vocabulary's code; both
// may be nil, then ids and codes are shown.
type Viewer struct {
	P     *i18n.Printer
	Names func(entity, id string) string
	Words func(kind, code string) string
}

// Text is one column of a record (or of a row inside one) as people read it. No value
// is an empty text.
func (v Viewer) Text(c *data.Column, rec any) string {
	switch f := c.At(rec).(type) {
	case *string:
		return v.one(c, c.Kind, *f)
	case *data.Date:
		return v.P.MediumDate(string(*f))
	case *data.Wall:
		if *f == "" {
			return ""
		}
		if f.Clock() == "" {
			return v.P.MediumDate(string(f.Day()))
		}
		return v.P.MediumDate(string(f.Day())) + ", " + v.P.Time(string(*f))
	case *bool:
		if *f {
			return v.P.Enum(data.Came.Name, "yes")
		}
		return ""
	case **int:
		if *f == nil {
			return ""
		}
		return v.P.Number(**f)
	case **data.Decimal:
		if *f == nil {
			return ""
		}
		return v.P.Decimal((*f).Float64(), decimals(**f))
	case *data.Set:
		out := make([]string, len(*f))
		for i, s := range *f {
			out[i] = v.one(c, c.Item, s)
		}
		return strings.Join(out, ", ")
	case *data.Texts:
		return f.Show(v.P.Lang())
	case data.List:
		return v.list(c, f)
	}
	return ""
}

// decimals is how many digits after the mark a number needs.
func decimals(d data.Decimal) int {
	_, frac, _ := strings.Cut(d.String(), ".")
	return len(frac)
}

func (v Viewer) one(c *data.Column, kind data.Kind, s string) string {
	if s == "" {
		return ""
	}
	switch kind {
	case data.KindEnum:
		return v.P.Enum(c.Enum.Name, s)
	case data.KindWord:
		if v.Words != nil {
			return v.Words(c.Vocabulary, s)
		}
	case data.KindCountry:
		return v.P.Country(s)
	case data.KindLang:
		return i18n.Name(s)
	case data.KindFigures:
		return v.figures(s)
	case data.KindRef:
		if v.Names != nil {
			return v.Names(c.Ref, s)
		}
	}
	return s
}

// list shows the members by their required fields: the addresses of e-mails, the
// purposes of consents.
func (v Viewer) list(c *data.Column, list data.List) string {
	var out []string
	for i := range list.Len() {
		row := list.Row(i)
		var parts []string
		for j := range c.Rows.Columns {
			if sub := &c.Rows.Columns[j]; sub.Required {
				if s := v.Text(sub, row); s != "" {
					parts = append(parts, s)
				}
			}
		}
		out = append(out, strings.Join(parts, " "))
	}
	return strings.Join(out, "; ")
}

// Plain is one column as programs read it: codes, ISO dates, numbers with a point; sets
// and lists joined with "; ", a text in the viewer's language or its original.
func (v Viewer) Plain(c *data.Column, rec any) string {
	switch f := c.At(rec).(type) {
	case *string:
		return *f
	case *data.Date:
		return string(*f)
	case *data.Wall:
		return string(*f)
	case *bool:
		if *f {
			return "true"
		}
		return ""
	case **int:
		if *f == nil {
			return ""
		}
		return strconv.Itoa(**f)
	case **data.Decimal:
		if *f == nil {
			return ""
		}
		return (*f).String()
	case *data.Set:
		return strings.Join(*f, "; ")
	case *data.Texts:
		return f.Show(v.P.Lang())
	case data.List:
		return v.plainList(c, f)
	}
	return ""
}

func (v Viewer) plainList(c *data.Column, list data.List) string {
	var out []string
	for i := range list.Len() {
		var parts []string
		for j := range c.Rows.Columns {
			if sub := &c.Rows.Columns[j]; sub.Required {
				parts = append(parts, v.Plain(sub, list.Row(i)))
			}
		}
		out = append(out, strings.Join(parts, " "))
	}
	return strings.Join(out, "; ")
}
