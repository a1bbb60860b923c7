package app

import (
	"context"
	"io"
	"iter"
	"net/url"
	"os"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/data/store"
	"primadesk/reports/privacyscan"
)

// Privacy looks after personal data in what leaves.
type Privacy struct{ w *Workspace }

// What a scan gives; see there.
type (
	// PrivacyResult is all that was found, and what was not read.
	PrivacyResult = privacyscan.Result
	// PrivacyFinding is one piece of personal data, masked.
	PrivacyFinding = privacyscan.Finding
	// PrivacyUnread is a part that was not read, and why.
	PrivacyUnread = privacyscan.Unread
)

// Scan looks for personal data in a file of any name. That something was found is in the result, and is no error.
func (s *Privacy) Scan(ctx context.Context, file string) (PrivacyResult, error) {
	scanner, err := s.Scanner(ctx)
	if err != nil {
		return PrivacyResult{}, err
	}
	return s.scan(ctx, scanner, file)
}

// PrivacyScanned is what came of one of several files.
type PrivacyScanned struct {
	File string
	PrivacyResult
	Err error // it could not be read at all
}

// ScanAll looks into several files for the same people. Progress is told of each before it is looked into; it may be nil. A
// file that cannot be read says so in its place; the only errors are of the workspace and of the context.
func (s *Privacy) ScanAll(ctx context.Context, files []string, progress func(done int, file string)) ([]PrivacyScanned, error) {
	scanner, err := s.Scanner(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]PrivacyScanned, 0, len(files))
	for i, file := range files {
		if progress != nil {
			progress(i, file)
		}
		result, err := s.scan(ctx, scanner, file)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		out = append(out, PrivacyScanned{file, result, err})
	}
	return out, nil
}

func (s *Privacy) scan(ctx context.Context, scanner *PrivacyScanner, file string) (PrivacyResult, error) {
	f, err := os.Open(file)
	if err != nil {
		return PrivacyResult{}, fileError(err, file)
	}
	defer func() { _ = f.Close() }() // it was only read
	info, err := f.Stat()
	if err != nil {
		return PrivacyResult{}, fileError(err, file)
	}
	if info.IsDir() {
		return PrivacyResult{}, data.Fail("file.folder", "File", file)
	}
	result, err := scanner.Scan(ctx, file, f, info.Size())
	s.w.Log.Info("scanned for personal data", "findings", len(result.Findings)+result.More, "unread", len(result.Unread), "read", err == nil)
	return result, fileError(err, file)
}

// PrivacyScanner scans any number of files for the people who were known when it was made.
type PrivacyScanner struct{ known *privacyscan.Known }

// Scan looks for personal data in a file that is called so.
func (s *PrivacyScanner) Scan(ctx context.Context, name string, r io.ReaderAt, size int64) (PrivacyResult, error) {
	return s.known.Scan(ctx, name, r, size, privacyscan.DefaultLimits)
}

// Scanner makes one of the contacts that the workspace has, those in the trash too.
func (s *Privacy) Scanner(ctx context.Context) (scanner *PrivacyScanner, err error) {
	err = s.w.store.Read(ctx, func(r *store.Reader) error {
		params := privacyscan.Params{People: peopleOf(r)}
		if err := sayable(r, &params); err != nil {
			return err
		}
		known, err := privacyscan.Know(params)
		scanner = &PrivacyScanner{known}
		return err
	})
	return scanner, err
}

func peopleOf(r *store.Reader) iter.Seq2[privacyscan.Person, error] {
	return func(yield func(privacyscan.Person, error) bool) {
		for _, trash := range []bool{false, true} {
			for rec, err := range r.Each(store.Query{Entity: "contact", Trash: trash}) {
				if err != nil {
					yield(privacyscan.Person{}, err)
					return
				}
				c := rec.(*data.Contact)
				p := privacyscan.Person{Given: c.GivenName, Family: c.FamilyName, Latin: c.LatinName}
				for _, e := range c.Emails {
					p.Emails = append(p.Emails, e.Address)
				}
				for _, n := range c.Phones {
					p.Phones = append(p.Phones, n.Number)
				}
				if !yield(p, nil) {
					return
				}
			}
		}
	}
}

// sayable are the names and addresses that the project may say: of places, partners, itself and organisations.
func sayable(r *store.Reader, p *privacyscan.Params) error {
	read := func(entity string, take func(data.Record)) error {
		for rec, err := range r.Each(store.Query{Entity: entity}) {
			if err != nil {
				return err
			}
			take(rec)
		}
		return nil
	}
	texts := func(t *data.Texts) {
		for _, lang := range data.Languages {
			if s := t.In[lang]; s != "" && len(s) < 200 {
				p.Places = append(p.Places, s)
			}
		}
	}
	for _, step := range []struct {
		entity string
		take   func(data.Record)
	}{
		{"project", func(rec data.Record) {
			x := rec.(*data.Project)
			texts(&x.Name)
			texts(&x.GrantingAuthority)
			p.Domains = append(p.Domains, domainOf(x.Website))
			for _, l := range x.SocialLinks {
				if address, ok := strings.CutPrefix(l.URL, "mailto:"); ok {
					p.Addresses = append(p.Addresses, address)
				}
				p.Domains = append(p.Domains, domainOf(l.URL))
			}
		}},
		{"partner", func(rec data.Record) {
			x := rec.(*data.Partner)
			p.Places = append(p.Places, x.LegalName, x.ShortName, x.Region)
		}},
		{"organisation", func(rec data.Record) {
			x := rec.(*data.Organisation)
			p.Places = append(p.Places, x.Region, x.Place)
			p.Organisations = append(p.Organisations, x.Name, x.LatinName)
			p.Domains = append(p.Domains, domainOf(x.Website))
		}},
		{"event", func(rec data.Record) {
			x := rec.(*data.Event)
			p.Places = append(p.Places, x.City, x.Region, x.Venue)
		}},
	} {
		if err := read(step.entity, step.take); err != nil {
			return err
		}
	}
	return nil
}

func domainOf(website string) string {
	if !strings.Contains(website, "//") {
		website = "//" + website
	}
	u, err := url.Parse(website)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// TellPrivacyFinding says what was found and where, in the words of a language; what was found stays masked.
//
//i18n:prefix scan.kind.
func TellPrivacyFinding(p *i18n.Printer, f PrivacyFinding) (where, what string) {
	kind := p.T("scan.kind." + string(f.Kind))
	if f.Known {
		kind = p.T("scan.known", "Kind", kind)
	}
	return joinPlace(f.Part, spotOf(p, f.Place)), p.T("scan.found", "Kind", kind, "Text", f.Text)
}

// TellPrivacyUnread says what was not read and why.
//
//i18n:prefix scan.unread.
func TellPrivacyUnread(p *i18n.Printer, u PrivacyUnread) (where, why string) {
	return joinPlace(u.Part, spotOf(p, privacyscan.Place{Page: u.Page})), p.T("scan.unread." + string(u.Reason))
}

func joinPlace(part, place string) string {
	if place == "" {
		return part
	}
	return part + ", " + place
}

func spotOf(p *i18n.Printer, at privacyscan.Place) string {
	var parts []string
	add := func(there bool, text string) {
		if there {
			parts = append(parts, text)
		}
	}
	add(at.Entry != "", at.Entry)
	switch {
	case at.Sheet != "" && at.Cell != "":
		add(true, at.Sheet+"!"+at.Cell)
	default:
		add(at.Sheet != "", at.Sheet)
	}
	add(at.Page > 0, p.T("scan.place.page", "Number", p.Number(at.Page)))
	add(at.Paragraph > 0, p.T("scan.place.paragraph", "Number", p.Number(at.Paragraph)))
	add(at.Line > 0, p.T("scan.place.line", "Number", p.Number(at.Line)))
	return strings.Join(parts, ", ")
}
