package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
)

const queryDevice = "0197e0a0-0000-7000-8000-000000000001"

// openLang opens a workspace whose lists are in the order of a language.
func openLang(t testing.TB, lang string) *Store {
	t.Helper()
	s, err := Open(t.Context(), Params{Dir: t.TempDir(), Device: queryDevice, Lang: lang})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func keepAll(t testing.TB, s *Store, recs ...data.Record) {
	t.Helper()
	_, err := s.Write(context.WithoutCancel(t.Context()), Batch{Kind: "put"}, func(tx *Tx) error {
		for _, rec := range recs {
			if err := tx.Save(rec); err != nil {
				return fmt.Errorf("%+v: %w", rec, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func trash(t testing.TB, s *Store, recs ...data.Record) {
	t.Helper()
	_, err := s.Write(t.Context(), Batch{Kind: "delete"}, func(tx *Tx) error {
		for _, rec := range recs {
			if err := tx.Trash(data.EntityOf(rec), rec.Head().ID); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// words labels codes in a way that is no alphabet's: by their last letters.
type words struct{}

func backwards(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}

func (words) Enum(_, word string) string         { return backwards(word) }
func (words) Word(_, word string) (string, bool) { return backwards(word), word != "other" }
func (words) Country(code string) string         { return backwards(code) }
func (words) Language(code string) string        { return backwards(code) }

// world is a small workspace with all that lists can ask for, some of it empty, some of it twice.
type world struct {
	store *Store
	recs  map[string][]data.Record // by entity, as Get gives them
	title map[string]data.Record   // by id
}

func newWorld(t testing.TB, lang string, contacts int) *world {
	s := openLang(t, lang)
	orgs := []data.Record{
		&data.Organisation{Name: "Αγροτικός Συνεταιρισμός", Country: "GR", Region: "Peloponnese", Group: "employers", Power: ptr(3)},
		&data.Organisation{Name: "École d'agriculture", Country: "BE", Group: "research_education", Tags: data.SetOf("a,b", `"`, ",")},
		&data.Organisation{Name: "ñandú", Country: "ES", Region: "Murcia", Power: ptr(5), Interest: ptr(1)},
		&data.Organisation{Name: "nz"}, &data.Organisation{Name: "Zwart", Group: "migrants", Region: "Peloponnese"},
	}
	var ids []string
	for i, o := range orgs {
		o.Head().ID = uuid7(10, i)
		ids = append(ids, o.Head().ID)
	}
	ids = append(ids, uuid7(10, 99)) // refers to nothing
	all := orgs
	i := 0
	for c := range people(contacts, 3, ids) {
		if i%5 == 0 && i > 0 {
			c.FamilyName, c.GivenName = "", []string{"", "Ñoño"}[i%2]
			c.LatinName = "Anna"
		}
		if i%7 == 0 {
			c.Country, c.Role, c.Tags, c.Suppressed = "", "", nil, true
		}
		if i%11 == 0 {
			c.Consents = append(c.Consents, data.Consent{Element: data.Element{ID: uuid7(5, i), Order: "z"}, Purpose: "newsletter"},
				data.Consent{Element: data.Element{ID: uuid7(6, i), Order: "zz"}, Purpose: "newsletter", Withdrawn: "2025-05-05"})
		}
		all = append(all, c)
		i++
	}
	all = append(all, someEvents()...)
	keepAll(t, s, all...)
	trash(t, s, all[2], all[len(all)-3], all[7], all[9])
	w := &world{store: s, recs: map[string][]data.Record{}, title: map[string]data.Record{}}
	for _, rec := range all {
		e := data.EntityOf(rec)
		got, err := s.Get(t.Context(), e.Name, rec.Head().ID)
		if err != nil {
			t.Fatal(err)
		}
		w.recs[e.Name] = append(w.recs[e.Name], got)
		w.title[got.Head().ID] = got
	}
	return w
}

func ptr[T any](v T) *T { return &v }

func someEvents() []data.Record {
	var out []data.Record
	starts := []data.Wall{"", "2025-06-02", "2025-06-02T10:00", "2025-06-03", "2025-05-31T23:59", "2025-06-02T09:30"}
	for i := range 24 {
		e := &data.Event{
			Project: uuid7(30, 0), Number: fmt.Sprintf("EL-%d", i%12), Name: data.TextIn("en", fmt.Sprintf("Round table %d", i%5)),
			Type: []string{"workshop", "other", "", "harvest"}[i%4], Start: starts[i%len(starts)], Languages: data.SetOf("el", "en")[:i%3],
			Status: data.EventStatus.Words[i%len(data.EventStatus.Words)], TargetGroups: data.SetOf(data.Group.Words[:i%4]...),
			CoOrganisers: data.SetOf([]string{uuid7(31, 0), uuid7(31, 1)}[:i%3]...),
		}
		e.ID = uuid7(20, i)
		if i%3 == 0 {
			e.Name.Set("el", fmt.Sprintf("Στρογγυλή τράπεζα %d", 9-i%7))
		}
		if i%2 == 0 {
			e.Expected = ptr(i - 4*(i%3))
			if *e.Expected < 0 {
				e.Expected = ptr(0)
			}
			e.Agenda = data.Rows[data.AgendaItem]{{Element: data.Element{ID: uuid7(21, i), Order: "i"}, Name: "Talk", Minutes: ptr(10 * (i % 4))}}
			e.Budget = data.Rows[data.BudgetLine]{{Element: data.Element{ID: uuid7(22, i), Order: "i"}, Planned: ptr(data.Decimal(i * 2500))}}
		}
		out = append(out, e)
	}
	for i := range 2 {
		p := &data.Partner{Project: uuid7(30, 0), LegalName: "Partner " + strconv.Itoa(2-i), Country: []string{"GR", "BE"}[i]}
		p.ID = uuid7(31, i)
		out = append(out, p)
	}
	return append(out, &data.Vocabulary{Meta: data.Meta{ID: uuid7(32, 0)}, Kind: "event_type", Code: "harvest", Label: data.TextIn("en", "zzz")})
}

var contactConds = []Cond{
	Where("country", Equal, "GR"), Where("country", In, "GR", "BE", ""), Where("country", Empty), Where("country", Present),
	Where("gender", Equal, "female"), Where("tags", Has, "tag-3"), Where("tags", Empty), Where("languages", In, "fr", "el"),
	Where("organisation", Present), Where("organisation.group", Equal, "employers"), Where("organisation.group", Empty),
	Where("organisation.region", Equal, "Peloponnese"), Where("organisation.country", In, "ES", "BE"), Where("organisation.power", AtLeast, "4"),
	Where("organisation.tags", Has, ","), Where("organisation.tags", Has, `","`),
	Where("consent.newsletter", Equal, data.NotAsked), Where("consent.newsletter", Equal, data.Consented), Where("consent.photographs", In, data.Withdrawn, data.Consented),
	Where("consents.purpose", Has, "newsletter"), Where("consents.withdrawn", Empty), Where("consents.date", Between, "2025-03-01", "2025-07-31"),
	Where("consents.given", Equal, "paper"),
	Where("next_contact", Less, "2026-06-01"), Where("next_contact", Empty), Where("suppressed", Equal, "true"), Where("suppressed", Equal, "false"),
	Where("place", In, "Αθήνα", "Gent"), Where("emails.address", Equal, "person5@example.org"),
}

var eventConds = []Cond{
	Where("start", Equal, "2025-06-02"), Where("start", AtMost, "2025-06-02"), Where("start", Greater, "2025-06-02"), Where("start", Less, "2025-06-02"),
	Where("start", Between, "2025-06-02", "2025-06-02"), Where("start", AtLeast, "2025-06-02T09:45"), Where("start", Empty),
	Where("expected", AtMost, "6"), Where("expected", Empty), Where("expected", In, "0", "2", ""), Where("target_groups", Has, "employers"),
	Where("agenda.minutes", Greater, "10"), Where("agenda.minutes", Equal, "0"), Where("agenda.minutes", Empty), Where("budget.planned", Equal, "1.5"),
	Where("budget.planned", AtLeast, "2.25"), Where("co_organisers.country", Equal, "BE"), Where("co_organisers.country", Empty),
	Where("type", Equal, "workshop"), Where("name", Present), Where("project", Equal, uuid7(30, 0)), Where("languages", Empty),
}

var contactSorts = []string{"", "family_name", "given_name", "organisation", "country", "gender", "preferred_language", "next_contact", "role", "owner", "created_at"}
var eventSorts = []string{"", "name", "number", "type", "status", "start", "expected", "organiser"}

func drawQuery(t *rapid.T) Query {
	q := Query{
		Entity: "contact", Desc: rapid.Bool().Draw(t, "desc"), Limit: rapid.IntRange(1, 40).Draw(t, "limit"),
		Lang: rapid.SampledFrom([]string{"", "el", "es", "fr"}).Draw(t, "lang"), Trash: rapid.IntRange(0, 5).Draw(t, "trash") == 0,
	}
	conds, sorts := contactConds, contactSorts
	if rapid.Bool().Draw(t, "events") {
		q.Entity, conds, sorts = "event", eventConds, eventSorts
	}
	q.Sort = rapid.SampledFrom(sorts).Draw(t, "sort")
	for range rapid.IntRange(0, 2).Draw(t, "conditions") {
		q.Where = append(q.Where, rapid.SampledFrom(conds).Draw(t, "condition"))
	}
	if rapid.IntRange(0, 3).Draw(t, "searched") == 0 {
		q.Search = rapid.SampledFrom([]string{"π", "παπα", "a", "DU", "συνετ", "ecole", "é", "round 3", "tag", `"`, "person1", "zzz"}).Draw(t, "search")
	}
	if rapid.Bool().Draw(t, "labelled") {
		q.Labels = words{}
	}
	return q
}

// Any query, in any language, in pages of any size, gives exactly what filtering and sorting all records in Go gives.
func TestListsAreExact(t *testing.T) {
	w := newWorld(t, "el", 150)
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuery(t)
		want := w.naive(q)
		ctx := context.Background()
		ids, err := w.store.IDs(ctx, q)
		if err != nil || !slices.Equal(ids, want) {
			t.Fatalf("ids of %+v: %v\n got %v\nwant %v", q, err, ids, want)
		}
		if n, err := w.store.Count(ctx, q); err != nil || n != len(want) {
			t.Fatalf("count of %+v: %d, %v; want %d", q, n, err, len(want))
		}
		if some, err := readOnce(ctx, w.store, func(r *Reader) (bool, error) { return r.Any(q) }); err != nil || some != (len(want) > 0) {
			t.Fatalf("any of %+v: %t, %v; want %d", q, some, err, len(want))
		}
		var paged []string
		for {
			page, err := w.store.Page(ctx, q)
			if err != nil || len(page.Records) > q.Limit {
				t.Fatalf("page of %+v: %d records, %v", q, len(page.Records), err)
			}
			for _, rec := range page.Records {
				paged = append(paged, rec.Head().ID)
			}
			if q.After = page.Next; q.After == "" {
				break
			}
		}
		if !slices.Equal(paged, want) {
			t.Fatalf("pages of %+v\n got %v\nwant %v", q, paged, want)
		}
	})
}

func TestEachConditionMatters(t *testing.T) {
	w := newWorld(t, "en", 150)
	for entity, conds := range map[string][]Cond{"contact": contactConds, "event": eventConds} {
		for _, c := range conds {
			q := Query{Entity: entity, Where: []Cond{c}}
			n, err := w.store.Count(t.Context(), q)
			if want := len(w.naive(q)); err != nil || n != want {
				t.Errorf("%+v: %d, %v; want %d", c, n, err, want)
			}
			all := len(w.naive(Query{Entity: entity}))
			if never := c.Values != nil && c.Values[0] == `","` || c.Field == "project" || c.Field == "name"; !never && (n == 0 || n == all) {
				t.Errorf("%+v takes %d of %d: it shows nothing", c, n, all)
			}
		}
	}
}

func TestQueriesAreChecked(t *testing.T) {
	s := openLang(t, "en")
	for _, tt := range []struct {
		code string
		q    Query
	}{
		{"query.entity", Query{Entity: "nobody"}},
		{"query.field", Query{Entity: "contact", Where: []Cond{Where("nothing", Equal, "x")}}},
		{"query.field", Query{Entity: "contact", Where: []Cond{Where("organisation.nothing", Equal, "x")}}},
		{"query.field", Query{Entity: "contact", Where: []Cond{Where("consent.marriage", Equal, "consented")}}},
		{"query.field", Query{Entity: "contact", Where: []Cond{Where(`country" = '' OR "id`, Equal, "x")}}},
		{"query.op", Query{Entity: "contact", Where: []Cond{Where("country", "like", "x")}}},
		{"query.op", Query{Entity: "contact", Where: []Cond{Where("country", Less, "GR")}}},
		{"query.op", Query{Entity: "contact", Where: []Cond{Where("next_contact", Between, "2025-01-01")}}},
		{"query.value", Query{Entity: "contact", Where: []Cond{Where("gender", Equal, "femail")}}},
		{"query.value", Query{Entity: "contact", Where: []Cond{Where("next_contact", Less, "2025-02-30")}}},
		{"query.value", Query{Entity: "event", Where: []Cond{Where("expected", Equal, "many")}}},
		{"query.value", Query{Entity: "contact", Where: []Cond{Where("consent.newsletter", Equal, "maybe")}}},
		{"query.sort", Query{Entity: "contact", Sort: "emails"}},
		{"query.sort", Query{Entity: "contact", Sort: "id; DROP TABLE contacts"}},
		{"query.cursor", Query{Entity: "contact", After: "!"}},
		{"query.cursor", Query{Entity: "contact", After: cursor{Entity: "event", Sort: "id", ID: "x"}.String()}},
	} {
		_, err := s.Page(t.Context(), tt.q)
		if got := (*data.Error)(nil); !errors.As(err, &got) || got.Code != tt.code {
			t.Errorf("%+v: %v, want %s", tt.q, err, tt.code)
		}
	}
}

// Records that are added while somebody leafs through a list neither push others out of it nor show them twice.
func TestPagesAreStable(t *testing.T) {
	for _, desc := range []bool{false, true} {
		w := newWorld(t, "en", 60)
		q := Query{Entity: "contact", Sort: "family_name", Desc: desc, Limit: 7}
		want := w.naive(q)
		var got []string
		for n := 0; ; n++ {
			page, err := w.store.Page(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			for _, rec := range page.Records {
				if !strings.HasPrefix(rec.Head().ID, uuid7(50, 0)[:9]) || rec.(*data.Contact).Role != "new" {
					got = append(got, rec.Head().ID)
				}
			}
			if q.After = page.Next; q.After == "" {
				break
			}
			keepAll(t, w.store, &data.Contact{Meta: data.Meta{ID: uuid7(50, 2*n)}, FamilyName: "AAA", Role: "new"},
				&data.Contact{Meta: data.Meta{ID: uuid7(50, 2*n+1)}, FamilyName: "Ωωω", Role: "new"})
		}
		if !slices.Equal(got, want) {
			t.Errorf("desc %v:\n got %v\nwant %v", desc, got, want)
		}
	}
}
