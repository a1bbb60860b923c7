package store

import (
	"context"
	"errors"
	"testing"

	"primadesk/data"
)

func TestSaveKeepsWhatWasGiven(t *testing.T) {
	s := openStore(t)
	org := &data.Organisation{Name: "École d'agriculture", Tags: data.SetOf("harbour", "sea/shore")}
	c := contact(" Ελένη ", "Παπαδοπούλου")
	c.Emails = data.Rows[data.Email]{{Element: data.Element{ID: "e1", Order: "i"}, Address: "eleni@example.org"}}
	done := write(t, s, func(tx *Tx) error {
		if err := tx.Save(org); err != nil {
			return err
		}
		c.Organisation = org.ID
		return tx.Save(c)
	})
	if len(done.Changes) != 2 || done.Changes[1] != (Change{"contact", c.ID, Created}) {
		t.Errorf("changes %+v", done.Changes)
	}
	got := load[data.Contact](t, s, c.ID)
	if got.GivenName != "Ελένη" || got.Organisation != org.ID || len(got.Emails) != 1 || got.Emails[0].Address != "eleni@example.org" {
		t.Errorf("kept %+v", got)
	}
	if got.State != data.Live || got.Base != 2 || !got.CreatedAt.Equal(got.ChangedAt) || got.CreatedAt.Year() != 2025 || got.Device == "" {
		t.Errorf("stamps %+v", got.Meta)
	}
	if got.Base != c.Base || got.State != c.State {
		t.Errorf("the caller's record has %+v", c.Meta)
	}
	if kept := load[data.Organisation](t, s, org.ID); len(kept.Tags) != 2 {
		t.Errorf("tags %v", kept.Tags)
	}
}

func TestSaveWritesOnlyWhatDiffers(t *testing.T) {
	s := openStore(t)
	c := contact("Ελένη", "Παπαδοπούλου")
	save(t, s, c)
	if done := save(t, s, c); done.Batch != "" || len(done.Changes) != 0 {
		t.Errorf("saving again did %+v", done)
	}
	batches, err := s.Batches(context.Background(), 10)
	if err != nil || len(batches) != 1 {
		t.Errorf("batches %+v, %v", batches, err)
	}
	c.Role = "dean"
	if done := save(t, s, c); len(done.Changes) != 1 || done.Changes[0].How != Changed {
		t.Errorf("a change did %+v", done)
	}
	steps, err := s.History(context.Background(), entityOf(t, "contact"), c.ID)
	if err != nil || len(steps) != 2 || len(steps[1].Changes) != 1 || steps[1].Changes[0].Path != "role" || steps[1].Kind != "test" {
		t.Errorf("history %+v, %v", steps, err)
	}
	if steps[1].Changes[0].Old != "null" || steps[1].Changes[0].New != `"dean"` {
		t.Errorf("shift %+v", steps[1].Changes[0])
	}
}

func TestSaveRefuses(t *testing.T) {
	s := openStore(t)
	kept := contact("Ελένη", "")
	save(t, s, kept)
	taken := contact("Άλλη", "")
	taken.ID = kept.ID
	stolen := &data.Organisation{Name: "Λιμάνι"}
	stolen.ID = kept.ID
	gone := contact("Νίκος", "")
	gone.ID, gone.Base = uuid7(9, 9), 1
	strange := contact("Νίκος", "")
	strange.ID = "42"
	nobody := &data.Contact{Country: "XX"}
	for name, c := range map[string]struct {
		rec     data.Record
		code    string
		details int
	}{
		"an id that is taken":     {taken, "record.exists", 0},
		"an id of another entity": {stolen, "record.exists", 0},
		"a record that is gone":   {gone, "record.missing", 0},
		"an id of another kind":   {strange, "invalid", 1},
		"two wrong fields":        {nobody, "invalid", 2},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := s.Write(context.Background(), Batch{}, func(tx *Tx) error { return tx.Save(c.rec) })
			known := (*data.Error)(nil)
			if !errors.As(err, &known) || known.Code != c.code || len(known.Details) != c.details {
				t.Errorf("got %v", err)
			}
		})
	}
	if got := export(t, s); got != string(must(data.AppendJSON(nil, kept)))+"\n" {
		t.Errorf("left %s", got)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestWriteRollsBack(t *testing.T) {
	s := openStore(t)
	stop := errors.New("stop")
	c := contact("Ελένη", "")
	_, err := s.Write(context.Background(), Batch{}, func(tx *Tx) error {
		if err := tx.Save(c); err != nil {
			return err
		}
		return stop
	})
	if !errors.Is(err, stop) || c.Base != 0 {
		t.Errorf("got %v, base %d", err, c.Base)
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_, _ = s.Write(context.Background(), Batch{}, func(tx *Tx) error {
			if err := tx.Save(contact("Νίκος", "")); err != nil {
				return err
			}
			panic("of a service")
		})
	}()
	if got := export(t, s); got != "" {
		t.Errorf("left %s", got)
	}
	ctx, cancel := context.WithCancel(context.Background())
	_, err = s.Write(ctx, Batch{}, func(tx *Tx) error {
		if err := tx.Save(contact("Νίκος", "")); err != nil {
			return err
		}
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) || export(t, s) != "" {
		t.Errorf("cancelled: %v", err)
	}
	save(t, s, c)
	if c.Base != 1 {
		t.Errorf("base %d after all", c.Base)
	}
}

func TestTrashKeepsTheRow(t *testing.T) {
	s := openStore(t)
	people, here := entityOf(t, "contact"), context.Background()
	c := contact("Ελένη", "")
	save(t, s, c)
	if done := write(t, s, func(tx *Tx) error { return tx.Trash(people, c.ID) }); done.Changes[0].How != Trashed {
		t.Errorf("did %+v", done)
	}
	if got := load[data.Contact](t, s, c.ID); got.State != data.Trash || got.GivenName != "Ελένη" {
		t.Errorf("in the trash: %+v", got)
	}
	if done := write(t, s, func(tx *Tx) error { return tx.Trash(people, c.ID) }); done.Batch != "" {
		t.Errorf("again: %+v", done)
	}
	if done := write(t, s, func(tx *Tx) error { return tx.Restore(people, c.ID) }); done.Changes[0].How != Restored {
		t.Errorf("did %+v", done)
	}
	_, err := s.Write(here, Batch{}, func(tx *Tx) error { return tx.Trash(people, uuid7(9, 9)) })
	known := (*data.Error)(nil)
	if !errors.As(err, &known) || known.Code != "record.missing" {
		t.Errorf("got %v", err)
	}
}

func TestReferencesFollowTitles(t *testing.T) {
	s := openStore(t)
	c := contact("Ελένη", "")
	org := &data.Organisation{Name: "Zeta"}
	org.ID = uuid7(8, 1)
	c.Organisation = org.ID // not there yet
	save(t, s, c)
	row := func() (key []byte, hits int) {
		if err := s.reader.Raw("SELECT organisation_key FROM contacts").Row().Scan(&key); err != nil {
			t.Fatal(err)
		}
		if err := s.reader.Raw("SELECT count(*) FROM contacts_search WHERE contacts_search MATCH 'zeta'").Row().Scan(&hits); err != nil {
			t.Fatal(err)
		}
		return key, hits
	}
	if key, hits := row(); len(key) != 0 || hits != 0 {
		t.Errorf("before: %x, %d", key, hits)
	}
	save(t, s, org)
	zeta, hits := row()
	if len(zeta) == 0 || hits != 1 {
		t.Errorf("created: %x, %d", zeta, hits)
	}
	org.Name = "Alpha"
	save(t, s, org)
	if key, hits := row(); string(key) >= string(zeta) || hits != 0 {
		t.Errorf("renamed: %x, %d", key, hits)
	}
}

// Whatever is in a tag, it stays one tag, and another that it begins with can go without it.
func TestTagsOfAllKinds(t *testing.T) {
	s := openStore(t)
	for tag, kept := range map[string]string{"sea//shore": "", "/": "", "sea/": "", "~1": "", "null": "", "@": "", `"`: "", "\xff": "\uFFFD", "🌊 ": "🌊"} {
		o := &data.Organisation{Name: "x" + tag, Tags: data.SetOf(tag, "sea")}
		save(t, s, o)
		o.Tags = data.SetOf(tag)
		save(t, s, o)
		if kept == "" {
			kept = tag
		}
		if got := load[data.Organisation](t, s, o.ID); len(got.Tags) != 1 || got.Tags[0] != kept || got.Name != "x"+kept {
			t.Errorf("%q: %q, %q", tag, got.Tags, got.Name)
		}
	}
	sound(t, s)
}
