package fields

import (
	"context"
	"time"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// Maker makes the controls of a form.
type Maker struct {
	Printer *i18n.Printer
	Exec    kit.Exec
	Today   func() data.Date
	// Choices are what a column refers to (partners, work packages) or the words of its vocabulary; none for others.
	Choices func(*data.Column) []kit.Option
	// Translations remembers the second language of texts and tells what changed in their originals; may be nil.
	Translations *Translations
	// Own makes the control of a column that is not edited as others of its kind; it gives nil for all others. May be nil.
	Own func(*data.Column) kit.Control
}

// Control makes the control that suits a column's kind.
func (m Maker) Control(col *data.Column) kit.Control {
	p := m.Printer
	if m.Own != nil {
		if own := m.Own(col); own != nil {
			return own
		}
	}
	switch col.Kind {
	case data.KindLong:
		return kit.NewTextArea(4)
	case data.KindInt:
		return kit.NewNumberEntry(p.T("fields.wrong_number"))
	case data.KindDecimal:
		return newDecimalEntry(p)
	case data.KindDate:
		return kit.NewDateEntry(DateWords(p), m.day)
	case data.KindWall:
		return newWallEntry(p, m.day)
	case data.KindEnum:
		return kit.NewSelect(Enum(p, col.Enum), p.T("fields.unset"))
	case data.KindWord, data.KindRef:
		return kit.NewSelect(m.Choices(col), p.T("fields.unset"))
	case data.KindCountry:
		return kit.NewSelect(Countries(p), p.T("fields.unset"))
	case data.KindLang:
		return kit.NewSelect(Languages(), p.T("fields.unset"))
	case data.KindBool:
		return kit.NewCheck(p.T(col.LabelID()))
	case data.KindZone:
		return kit.NewCombo(kit.ComboParams{Exec: m.Exec, Free: true, Find: func(_ context.Context, typed string) ([]kit.Option, error) {
			return zoneOptions(typed), nil
		}})
	case data.KindSet:
		return m.set(col)
	case data.KindTexts:
		return NewTexts(TextsParams{Printer: p, Lines: 2, Title: true, Field: col.ID, Translations: m.Translations})
	}
	return kit.NewEntry()
}

func (m Maker) day() time.Time { return m.Today().Time() }

// set chooses several: words of a closed list, languages, or what Choices gives.
func (m Maker) set(col *data.Column) kit.Control {
	p := m.Printer // what is in a record is nothing for a log: the chips are called by the field
	params := kit.TagsParams{Exec: m.Exec, Add: p.T("fields.add"), Remove: p.T("record.dispute_remove", "Value", p.T(col.LabelID()))}
	switch {
	case col.Item == data.KindEnum:
		params.Known = Enum(p, col.Enum)
	case col.ID == "languages":
		params.Known = Spoken(p)
	default:
		params.Known = m.Choices(col)
		params.Free = col.Item == data.KindText // tags
	}
	return kit.NewTags(params)
}

// Field makes the field of a form: a column's label and control. A box has its label beside it.
func (m Maker) Field(col *data.Column) kit.Field { return m.Labelled(col, m.Control(col)) }

// Long is Field for a text in several languages of so many lines.
func (m Maker) Long(col *data.Column, lines int) kit.Field {
	return m.Labelled(col, NewTexts(TextsParams{Printer: m.Printer, Lines: lines, Field: col.ID, Translations: m.Translations}))
}

// Labelled makes a field with a control of the caller's.
func (m Maker) Labelled(col *data.Column, control kit.Control) kit.Field {
	f := kit.Field{ID: col.ID, Label: m.Printer.T(col.LabelID()), Required: col.Required, Control: control}
	if col.Kind == data.KindBool {
		f.Label = ""
	}
	return f
}

// Rows makes rows of fields from the ids of a record's columns.
func (m Maker) Rows(rec data.Record, ids ...[]string) [][]kit.Field {
	var out [][]kit.Field
	for _, row := range ids {
		var fields []kit.Field
		for _, id := range row {
			fields = append(fields, m.Field(Column(rec, id)))
		}
		out = append(out, fields)
	}
	return out
}
