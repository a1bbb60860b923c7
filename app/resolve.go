package app

import (
	"context"
	"encoding/json"
	"slices"

	"primadesk/data"
	"primadesk/data/journal"
)

// Resolve ends a conflict: the register at path has the value from now on, which is that
// of one of the Dispute's heads, or another in the same form (canonical JSON).
func (r *Records) Resolve(ctx context.Context, e *data.Entity, id, path, value string) (Done, error) {
	return r.Write(ctx, "saved", map[string]any{"Entity": e.Name, "Record": id}, func(tx *Tx) error {
		return tx.Resolve(e, id, path, value)
	})
}

// DecideParams says which conflict is decided and how.
type DecideParams struct {
	Record string
	Field  string // may be left out where only one field of the record is undecided, or means the record itself
	Head   string // takes the value that this change wrote
	Value  string // or, where there is no Head, this one: JSON, in the form of the field
}

// Decide ends a conflict by one of the values that there are to choose from, or by another. Its codes: record.unknown,
// conflict.none, conflict.several, conflict.choice, value.form, invalid.
func (r *Records) Decide(ctx context.Context, p DecideParams) (Done, error) {
	rec, err := r.Find(ctx, p.Record)
	if err != nil {
		return Done{}, err
	}
	disputes, err := r.Conflicts(ctx, p.Record)
	if err != nil {
		return Done{}, err
	}
	at := slices.IndexFunc(disputes, func(d Dispute) bool { return d.Path == p.Field })
	switch {
	case at < 0 && p.Field == "" && len(disputes) == 1:
		at = 0
	case at < 0 && p.Field == "" && len(disputes) > 1:
		return Done{}, data.Fail("conflict.several", "Record", p.Record, "N", len(disputes))
	case at < 0:
		return Done{}, data.Fail("conflict.none", "Record", p.Record, "Field", p.Field)
	}
	d := disputes[at]
	value, err := decided(rec, d, p)
	if err != nil {
		return Done{}, err
	}
	return r.Resolve(ctx, data.EntityOf(rec), p.Record, d.Path, value)
}

// decided is the value that a conflict is decided by, in canonical form.
func decided(rec data.Record, d Dispute, p DecideParams) (string, error) {
	choices := Choices(d)
	if p.Head != "" {
		i := slices.IndexFunc(choices, func(c Choice) bool { return c.Head == p.Head })
		if i < 0 {
			return "", data.Fail("conflict.choice", "Value", p.Head)
		}
		return choices[i].Value, nil
	}
	form := data.Fail("value.form", "Field", d.Path, "Value", p.Value)
	if !json.Valid([]byte(p.Value)) {
		return "", form
	}
	value, err := journal.Canonical(json.RawMessage(p.Value))
	if err != nil {
		return "", form.Because(err)
	}
	if slices.ContainsFunc(choices, func(c Choice) bool { return c.Value == value }) {
		return value, nil
	}
	if d.Path == "" {
		return "", data.Fail("conflict.choice", "Value", p.Value)
	}
	return value, fits(rec, d.Path, value)
}

// fits tells whether a record could have a value that nobody has given it yet.
func fits(rec data.Record, path, value string) error {
	e := data.EntityOf(rec)
	regs := data.Registers(rec)
	regs[path] = value
	changed := e.New()
	if err := data.SetRegisters(changed, regs); err != nil {
		return data.Fail("value.form", "Field", path, "Value", value).Because(err)
	}
	*changed.Head() = *rec.Head()
	if refused := data.Validate(changed).Refused(); len(refused) > 0 {
		return &data.Error{Code: "invalid", Args: []any{"Entity", e.Name, "N", len(refused)}, Details: refused}
	}
	return nil
}
