package data

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold puts a text into the form that search compares: without case, accents or
// ligatures, in every script. ΑΘΗΝΑ, Αθήνα and αθηνα fold to the same; so do École
// and ecole, Straße and strasse. What is no letter or digit becomes a space.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := true
	for _, r := range norm.NFD.String(s) {
		if unicode.Is(unicode.Mn, r) || r == '’' || r == '\'' {
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		switch r = unicode.ToLower(r); r {
		case 'ς':
			b.WriteRune('σ')
		case 'œ':
			b.WriteString("oe")
		case 'æ':
			b.WriteString("ae")
		case 'ß':
			b.WriteString("ss")
		case 'ø':
			b.WriteByte('o')
		case 'ł':
			b.WriteByte('l')
		case 'đ':
			b.WriteByte('d')
		case 'ı':
			b.WriteByte('i')
		default:
			b.WriteRune(r)
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// SearchText is the folded text of all that search finds a record by: its columns
// marked Search, in all languages. Names that references stand for are not in it.
func SearchText(rec Record) string {
	var b strings.Builder
	searchColumns(&b, EntityOf(rec).Columns, rec)
	return Fold(b.String())
}

func searchColumns(b *strings.Builder, cols []Column, rec any) {
	for i := range cols {
		c := &cols[i]
		if !c.Search || c.Kind == KindRef {
			continue
		}
		switch p := c.At(rec).(type) {
		case *string:
			b.WriteString(*p)
		case *Set:
			b.WriteString(strings.Join(*p, " "))
		case *Texts:
			for _, lang := range Languages {
				b.WriteString(p.In[lang])
				b.WriteByte('\n')
			}
		case List:
			for j := range p.Len() {
				searchColumns(b, c.Rows.Columns, p.Row(j))
			}
		}
		b.WriteByte('\n')
	}
}
