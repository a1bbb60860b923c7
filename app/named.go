package app

import (
	"context"

	"primadesk/data"
)

// Find finds an event by its id or number. Its codes: event.unknown, event.several.
func (e *Events) Find(ctx context.Context, name string) (*data.Event, error) {
	rec, err := e.w.Records.Get(ctx, data.EntityOf((*data.Event)(nil)), name)
	if err == nil {
		return rec.(*data.Event), nil
	}
	if !data.HasCode(err, "record.missing") {
		return nil, err
	}
	page, err := e.w.Records.List(ctx, Query{Entity: "event", Where: []Cond{Where("number", "=", name)}, Limit: 2})
	switch {
	case err != nil:
		return nil, err
	case len(page.Records) == 0:
		return nil, data.Fail("event.unknown", "Value", name)
	case len(page.Records) > 1:
		return nil, data.Fail("event.several", "Value", name)
	}
	return page.Records[0].(*data.Event), nil
}

// Partner finds a partner by its id, code or name. Its code: partner.unknown.
func (s *Projects) Partner(ctx context.Context, name string) (*data.Partner, error) {
	partner := data.EntityOf((*data.Partner)(nil))
	rec, err := s.w.Records.Get(ctx, partner, name)
	if err == nil {
		return rec.(*data.Partner), nil
	}
	if !data.HasCode(err, "record.missing") {
		return nil, err
	}
	ids, err := s.w.Records.IDs(ctx, Query{Entity: partner.Name})
	if err != nil {
		return nil, err
	}
	recs, err := s.w.Records.Many(ctx, partner, ids)
	if err != nil {
		return nil, err
	}
	for _, rec := range recs {
		if p := rec.(*data.Partner); name != "" && (p.Code == name || p.ShortName == name || p.LegalName == name) {
			return p, nil
		}
	}
	return nil, data.Fail("partner.unknown", "Value", name)
}

// MyPartner is the id of the partner that whoever signs belongs to; empty where that is not known.
func (w *Workspace) MyPartner(ctx context.Context) (string, error) {
	author := w.Settings.Author()
	if author == "" {
		return "", nil
	}
	rec, err := w.Records.Get(ctx, data.EntityOf((*data.Author)(nil)), author)
	if data.HasCode(err, "record.missing") {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return rec.(*data.Author).Partner, nil
}
