package data

import (
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // zones are known on a machine that has none of its own

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Longest texts that are kept, in bytes: of one line, of several, and of figures.
const (
	MaxLine    = 1_000
	MaxText    = 100_000
	MaxFigures = 8_000_000
)

// Clean puts what people typed into one form: Unicode NFC, no white space around it,
// no control characters, no bytes that are no text. It changes nothing that was already clean.
func Clean(rec Record) {
	cleanColumns(EntityOf(rec).Columns, rec)
}

func cleanColumns(cols []Column, rec any) {
	for i := range cols {
		c := &cols[i]
		switch p := c.At(rec).(type) {
		case *string:
			*p = cleanText(*p, c.Kind == KindLong)
		case *Set:
			for j, s := range *p {
				(*p)[j] = cleanText(s, false)
			}
			*p = SetOf(*p...)
		case *Texts:
			for lang, s := range p.In {
				if t := cleanText(s, true); t == "" {
					delete(p.In, lang)
					delete(p.Of, lang)
				} else if t != s {
					p.In[lang] = t
				}
			}
			if len(p.In) == 0 {
				*p = Texts{}
			}
		case List:
			for j := range p.Len() {
				cleanColumns(c.Rows.Columns, p.Row(j))
			}
			p.Arrange()
		}
	}
}

func cleanText(s string, lines bool) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		s = strings.ReplaceAll(s, "\r\n", "\n")
		s = strings.Map(func(r rune) rune {
			switch {
			case r == '\n' && lines:
				return r
			case r == '\n' || r == '\t' || r == '\r':
				return ' '
			case r < ' ' || r == 0x7f:
				return -1
			}
			return r
		}, s)
	}
	return strings.TrimSpace(norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
}

// Validate checks every column and the entity's own rules. It needs a cleaned record.
func Validate(rec Record) Problems {
	var ps Problems
	e := EntityOf(rec)
	checkColumns(&ps, e.Columns, rec, "")
	rec.Check(&ps)
	for i := range ps {
		ps[i].Entity, ps[i].Record = e.Name, rec.Head().ID
	}
	return ps
}

func checkColumns(ps *Problems, cols []Column, rec any, prefix string) {
	for i := range cols {
		c := &cols[i]
		field := prefix + c.ID
		p := c.At(rec)
		if empty(p) {
			if c.Required {
				ps.Reject(field, "required")
			}
			continue
		}
		switch p := p.(type) {
		case *string:
			checkString(ps, c, c.Kind, field, *p)
		case *Date:
			if !p.Valid() {
				ps.Reject(field, "date.form", "Value", *p)
			}
		case *Wall:
			if !p.Valid() {
				ps.Reject(field, "wall.form", "Value", *p)
			}
		case *Set:
			for _, s := range *p {
				checkString(ps, c, c.Item, field, s)
			}
		case *Texts:
			checkTexts(ps, field, p)
		case List:
			checkRows(ps, c, field, p)
		}
	}
}

func checkRows(ps *Problems, c *Column, field string, list List) {
	seen := map[string]bool{}
	for j := range list.Len() {
		row := list.Row(j)
		id := row.Elem().ID
		if seen[id] || id == "" || strings.ContainsAny(id, "/~") {
			ps.Reject(field, "element.id", "Value", id)
		}
		seen[id] = true
		checkColumns(ps, c.Rows.Columns, row, field+"/"+id+"/")
	}
}

func checkTexts(ps *Problems, field string, t *Texts) {
	if t.In[t.Original] == "" {
		ps.Reject(field, "texts.original", "Value", t.Original)
	}
	for lang, s := range t.In {
		if !slices.Contains(Languages, lang) {
			ps.Reject(field, "language.unknown", "Value", lang)
		}
		if len(s) > MaxText {
			ps.Reject(field, "text.long", "Limit", MaxText)
		}
	}
}

func checkString(ps *Problems, c *Column, kind Kind, field, s string) {
	code := ""
	switch kind {
	case KindEnum:
		if !c.Enum.Has(s) {
			ps.Reject(field, "word.unknown", "Value", s, "Allowed", strings.Join(c.Enum.Words, ", "))
		}
		return
	case KindCountry:
		code = unless(KnownCountry(s), "country.unknown")
	case KindLang:
		code = unless(slices.Contains(Languages, s), "language.unknown")
	case KindZone:
		code = unless(KnownZone(s), "zone.unknown")
	case KindEmail:
		code = emailProblem(s)
	case KindPhone:
		code = unless(phoneForm(s), "phone.form")
	case KindURL:
		code = unless(urlForm(s), "url.form")
	case KindHash:
		code = unless(len(s) == 64 && strings.Trim(s, "0123456789abcdef") == "", "hash.form")
	case KindRef:
		code = unless(len(s) <= 64 && !strings.ContainsAny(s, "/ \n"), "id.form")
	}
	if code != "" {
		ps.Reject(field, code, "Value", s)
		return
	}
	limit := MaxLine
	switch kind {
	case KindLong:
		limit = MaxText
	case KindFigures:
		limit = MaxFigures
	}
	if len(s) > limit {
		ps.Reject(field, "text.long", "Limit", limit)
	}
}

func unless(ok bool, code string) string {
	if ok {
		return ""
	}
	return code
}

// KnownCountry tells whether code is an ISO 3166-1 alpha-2 country in force.
// Greece is GR here; EL, the European Union's abbreviation, is only for showing.
func KnownCountry(code string) bool {
	if len(code) != 2 {
		return false
	}
	r, err := language.ParseRegion(code)
	return err == nil && r.IsCountry() && r.String() == code && r.Canonicalize() == r
}

// KnownZone tells whether name is an IANA time zone.
func KnownZone(name string) bool {
	if name == "" || name == "Local" {
		return false
	}
	_, err := time.LoadLocation(name)
	return err == nil
}

// emailProblem wants one address as RFC 5321 writes it, without a display name.
func emailProblem(s string) string {
	local, domain, at := strings.Cut(s, "@")
	if !at {
		return "email.no_at"
	}
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s || local == "" || !strings.Contains(strings.Trim(domain, "."), ".") {
		return "email.form"
	}
	return ""
}

func phoneForm(s string) bool {
	n := 0
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			n++
		case strings.ContainsRune(" -./()", r), r == '+' && i == 0:
		case strings.ContainsRune("extp#,;", r) && n > 0:
		default:
			return false
		}
	}
	return n >= 3 && n <= 30
}

func urlForm(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
