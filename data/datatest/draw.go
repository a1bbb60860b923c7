// Package datatest draws random records for the tests of every room: any entity,
// any field, always such as Validate keeps.
package datatest

import (
	"fmt"

	"pgregory.net/rapid"

	"primadesk/data"
)

var scripts = rapid.SampledFrom([]rune("aeéèzßœ αβγάήώΩς ёж '-,;\"\\<&=+@ñ~/漢🙂\u0301"))

// Text draws a one-line text in several scripts, as Clean leaves it.
func Text(t *rapid.T, label string) string {
	return string(rapid.SliceOfN(scripts, 1, 12).Draw(t, label))
}

// ID draws one of a few ids of a kind, so that references and merges meet.
func ID(t *rapid.T, kind string) string {
	return fmt.Sprintf("%s-%d", kind, rapid.IntRange(1, 9).Draw(t, kind))
}

// Record draws a record of an entity with the given id. It is clean and valid.
func Record(t *rapid.T, e *data.Entity, id string) data.Record {
	for range 100 {
		rec := e.New()
		rec.Head().ID = id
		fill(t, e.Columns, rec)
		data.Clean(rec)
		if len(data.Validate(rec).Refused()) == 0 {
			return rec
		}
	}
	t.Fatalf("no valid %s in 100 tries", e.Name)
	return nil
}

func fill(t *rapid.T, cols []data.Column, rec any) {
	for i := range cols {
		c := &cols[i]
		if c.Required || rapid.Bool().Draw(t, "has "+c.ID) {
			value(t, c, c.At(rec))
		}
	}
}

func value(t *rapid.T, c *data.Column, p any) {
	switch p := p.(type) {
	case *string:
		*p = word(t, c, c.Kind)
	case *data.Date:
		*p = date(t)
	case *data.Wall:
		*p = data.Wall(date(t))
		if rapid.Bool().Draw(t, "time") {
			*p += data.Wall(fmt.Sprintf("T%02d:%02d", rapid.IntRange(0, 23).Draw(t, "h"), rapid.IntRange(0, 59).Draw(t, "m")))
		}
	case *bool:
		*p = true
	case **int:
		n := rapid.IntRange(1, 5).Draw(t, c.ID)
		*p = &n
	case **data.Decimal:
		d := data.Decimal(rapid.Int64Range(-1_000_000, 1_000_000_000).Draw(t, c.ID))
		*p = &d
	case *data.Set:
		for range rapid.IntRange(1, 3).Draw(t, "members") {
			*p = append(*p, word(t, c, c.Item))
		}
	case *data.Texts:
		texts(t, p)
	case data.List:
		for i := range rapid.IntRange(1, 3).Draw(t, "rows") {
			row := p.Add(fmt.Sprintf("%s-%d", c.ID, i))
			fill(t, c.Rows.Columns, row)
			row.Elem().Order = data.Ranks(9)[rapid.IntRange(0, 8).Draw(t, "order")]
		}
	}
}

func date(t *rapid.T) data.Date {
	return data.Date("2024-05-01").AddDays(rapid.IntRange(0, 1000).Draw(t, "day"))
}

func texts(t *rapid.T, p *data.Texts) {
	for _, lang := range data.Languages {
		if rapid.Bool().Draw(t, lang) {
			p.Set(lang, Text(t, "text"))
		}
	}
	if p.Empty() {
		p.Set("en", "a text")
	}
	if rapid.Bool().Draw(t, "stale") {
		p.Set(p.Original, "changed since")
	}
}

func word(t *rapid.T, c *data.Column, kind data.Kind) string {
	switch kind {
	case data.KindEnum:
		return rapid.SampledFrom(c.Enum.Words).Draw(t, c.ID)
	case data.KindWord:
		return rapid.SampledFrom(data.Shipped(c.Vocabulary)).Draw(t, c.ID)
	case data.KindCountry:
		return rapid.SampledFrom([]string{"GR", "BE", "IT", "CY", "ES", "NL", "FR"}).Draw(t, c.ID)
	case data.KindLang:
		return rapid.SampledFrom(data.Languages).Draw(t, c.ID)
	case data.KindZone:
		return rapid.SampledFrom([]string{"Europe/Athens", "Europe/Brussels", "Asia/Nicosia"}).Draw(t, c.ID)
	case data.KindEmail:
		return fmt.Sprintf("p%d@example.org", rapid.IntRange(0, 99).Draw(t, c.ID))
	case data.KindPhone:
		return fmt.Sprintf("+30 2710 %06d", rapid.IntRange(0, 999_999).Draw(t, c.ID))
	case data.KindURL:
		return fmt.Sprintf("https://example.org/%d", rapid.IntRange(0, 99).Draw(t, c.ID))
	case data.KindHash:
		return fmt.Sprintf("%064x", rapid.Uint32().Draw(t, c.ID))
	case data.KindFigures:
		return fmt.Sprintf(`{"version":1,"of":[{"entity":"project","id":"p","values":{"people":%d}}]}`, rapid.IntRange(0, 99).Draw(t, c.ID))
	case data.KindRef:
		return ID(t, c.Ref)
	}
	switch c.ID {
	case "pic":
		return fmt.Sprintf("%09d", rapid.IntRange(0, 999_999_999).Draw(t, c.ID))
	case "month":
		return "2025-07"
	case "time":
		return "10:30"
	case "word":
		return data.Undisclosed
	case "order":
		return rapid.SampledFrom(data.Ranks(9)).Draw(t, c.ID)
	}
	return Text(t, c.ID)
}
