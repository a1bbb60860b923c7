package app

import (
	"bytes"
	"cmp"
	"context"
	"image"
	"image/png"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/data/store"
	"primadesk/reports/bulletin"
)

// Bulletins writes the project's newsletter, and says what an issue lacks and who may get it.
type Bulletins struct{ w *Workspace }

// What the window and the command line say to the newsletter and hear from it; see there.
type (
	// BulletinGap is something that an issue lacks in a language.
	BulletinGap = bulletin.Gap
	// BulletinFormat is a kind of file.
	BulletinFormat = bulletin.Format
	// RecipientReason says why a contact does not get an issue.
	RecipientReason = bulletin.Reason
)

// BulletinFormats are the kinds of file that an issue is written as, in the order in which they are offered.
func BulletinFormats() []BulletinFormat { return bulletin.Formats }

// RecipientReasons are the reasons why a contact does not get an issue, in order.
func RecipientReasons() []RecipientReason { return bulletin.Reasons }

// BulletinParams is an issue to be written.
type BulletinParams struct {
	Bulletin string // its number or id
	Lang     string
	File     string
	Format   string // empty: by the file's ending
	AsIs     bool   // although it has gaps
}

// BulletinResult says what was written, and what it lacks all the same.
type BulletinResult struct {
	Path   string         `json:"path"`
	Format BulletinFormat `json:"format"`
	Gaps   []BulletinGap  `json:"gaps"`
}

// RecipientsResult says how many may get an issue, and why the others do not.
type RecipientsResult struct {
	Path       string                  `json:"path"`
	Recipients int                     `json:"recipients"`
	Others     map[RecipientReason]int `json:"others"`
}

// logoWide is the width to which logos are made small: a mail should stay a mail.
const logoWide = 280

// List gives the issues of the current project, the latest first.
func (s *Bulletins) List(ctx context.Context) (list []*data.Bulletin, err error) {
	err = s.read(ctx, func(f *figures) error {
		list, err = f.Bulletins(ctx)
		return err
	})
	slices.SortStableFunc(list, func(a, b *data.Bulletin) int {
		return cmp.Or(numberOf(b)-numberOf(a), strings.Compare(b.Month, a.Month))
	})
	return list, err
}

func numberOf(b *data.Bulletin) int {
	if b.Number == nil {
		return 0
	}
	return *b.Number
}

// Find finds an issue of the current project by its number or id. Its codes: bulletin.unknown, bulletin.several.
func (s *Bulletins) Find(ctx context.Context, name string) (*data.Bulletin, error) {
	list, err := s.List(ctx)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(b *data.Bulletin) bool {
		return b.ID != name && (b.Number == nil || strconv.Itoa(*b.Number) != name)
	})
	switch len(list) {
	case 0:
		return nil, data.Fail("bulletin.unknown", "Value", name)
	case 1:
		return list[0], nil
	}
	return nil, data.Fail("bulletin.several", "Value", name)
}

// Gaps lists what an issue lacks in a language, in the order of its text: as it is kept, or as it is being edited.
func (s *Bulletins) Gaps(ctx context.Context, b *data.Bulletin, lang string) ([]BulletinGap, error) {
	issue, err := s.issue(ctx, b)
	if err != nil {
		return nil, err
	}
	return bulletin.Gaps(issue, i18n.For(lang).Lang()), nil
}

// Write writes an issue into a file, whole or not at all. Where texts are missing, stale or in another language it refuses with
// bulletin.gaps, unless it is to be written as it is. Other codes: bulletin.unknown, bulletin.several, bulletin.format, file.ending.
func (s *Bulletins) Write(ctx context.Context, p BulletinParams) (BulletinResult, error) {
	format, err := bulletin.FormatFor(p.Format, p.File)
	if err == nil {
		err = endsIn(p.File, format.Endings())
	}
	if err != nil {
		return BulletinResult{}, err
	}
	path, err := filepath.Abs(p.File)
	if err != nil {
		return BulletinResult{}, fileError(err, p.File)
	}
	note, b, err := s.noting(ctx, WrittenBulletin, path, p)
	if err != nil {
		return BulletinResult{}, err
	}
	issue, err := s.issue(ctx, b)
	if err != nil {
		return BulletinResult{}, err
	}
	gaps, err := bulletin.Write(ctx, bulletin.Params{
		Issue: issue, Printer: i18n.For(p.Lang), Path: path, Format: format, AsIs: p.AsIs,
		Stamp: bulletin.Stamp{Now: s.w.now(), Program: s.w.Program()}, Scratch: s.w.scratch(),
	})
	s.w.Log.Info("newsletter", "format", format, "language", p.Lang, "gaps", len(gaps), "written", err == nil)
	if err != nil {
		return BulletinResult{}, s.failed(ctx, err, path)
	}
	s.w.Reports.remember(note)
	return BulletinResult{path, format, append([]BulletinGap{}, gaps...)}, nil
}

// failed leaves errors that are told as they are; all others are of the file.
func (s *Bulletins) failed(ctx context.Context, err error, path string) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return fileError(err, path)
}

// Recipients writes who may get an issue in a language as a table for a mailing program, and counts the others. It is the
// workspace's own file: it holds names and addresses.
func (s *Bulletins) Recipients(ctx context.Context, p BulletinParams) (RecipientsResult, error) {
	if err := endsIn(p.File, []string{".csv"}); err != nil {
		return RecipientsResult{}, err
	}
	path, err := filepath.Abs(p.File)
	if err != nil {
		return RecipientsResult{}, fileError(err, p.File)
	}
	note, b, err := s.noting(ctx, WrittenRecipients, path, p)
	if err != nil {
		return RecipientsResult{}, err
	}
	list, result, err := s.recipients(ctx, b, p.Lang)
	if err != nil {
		return RecipientsResult{}, err
	}
	result.Path = path
	s.w.Log.Info("recipients", "language", p.Lang, "recipients", len(list))
	if err := s.w.writeWith(path, func(out io.Writer) error { return bulletin.WriteRecipients(out, list) }); err != nil {
		return RecipientsResult{}, err
	}
	s.w.Reports.remember(note)
	return result, nil
}

// noting finds an issue that is about to be written, with what will be noted of it: taken before the data are read, so that
// what comes in between counts as changed since.
func (s *Bulletins) noting(ctx context.Context, what, path string, p BulletinParams) (Written, *data.Bulletin, error) {
	batch, err := s.w.store.LastBatch(ctx)
	if err != nil {
		return Written{}, nil, err
	}
	b, err := s.Find(ctx, p.Bulletin)
	if err != nil {
		return Written{}, nil, err
	}
	return Written{
		Path: path, Report: what, Lang: i18n.For(p.Lang).Lang(), Project: b.Project, Batch: batch, Options: WrittenOptions{Bulletin: b.ID, Issue: numberOf(b)},
	}, b, nil
}

// Audience counts who may get an issue in a language, and why the others do not: as it is kept, or as it is being edited.
func (s *Bulletins) Audience(ctx context.Context, b *data.Bulletin, lang string) (RecipientsResult, error) {
	_, result, err := s.recipients(ctx, b, lang)
	return result, err
}

func (s *Bulletins) recipients(ctx context.Context, b *data.Bulletin, lang string) (list []bulletin.Recipient, result RecipientsResult, err error) {
	err = s.w.store.Read(ctx, func(r *store.Reader) error {
		list, result.Others, err = bulletin.Recipients(contactsOf(r), i18n.For(lang).Lang(), b.Language)
		return err
	})
	result.Recipients = len(list)
	return list, result, err
}

// contactsOf are the live contacts, in the order of lists.
func contactsOf(r *store.Reader) iter.Seq2[*data.Contact, error] {
	return func(yield func(*data.Contact, error) bool) {
		for rec, err := range r.Each(store.Query{Entity: "contact", Sort: "family_name"}) {
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(rec.(*data.Contact), nil) {
				return
			}
		}
	}
}

func (s *Bulletins) read(ctx context.Context, do func(*figures) error) error {
	project, err := s.w.Projects.Current(ctx)
	if err != nil {
		return err
	}
	return s.w.Reports.read(ctx, project.ID, do)
}

// issue gathers what an issue speaks of, from one state of the workspace.
func (s *Bulletins) issue(ctx context.Context, b *data.Bulletin) (bulletin.Issue, error) {
	issue := bulletin.Issue{Bulletin: b, Logos: map[string][]byte{}}
	err := s.read(ctx, func(f *figures) (err error) {
		if b.Project != "" {
			f.project = b.Project
		}
		if issue.Project, err = f.Project(ctx); err != nil {
			return err
		}
		if issue.Partners, err = f.Partners(ctx); err != nil {
			return err
		}
		if issue.Events, err = all[data.Event](f); err != nil {
			return err
		}
		issue.Takeaways, err = f.Takeaways(ctx)
		return err
	})
	if err != nil {
		return issue, err
	}
	for _, partner := range issue.Partners {
		logo, err := s.w.Projects.Logo(ctx, partner)
		if err != nil {
			return issue, err
		}
		if small := smallLogo(logo); small != nil {
			issue.Logos[partner.ID] = small
		}
	}
	return issue, nil
}

// smallLogo is a logo as a PNG that is small enough for a mail; nil of what is no picture.
func smallLogo(logo []byte) []byte {
	config, _, err := image.DecodeConfig(bytes.NewReader(logo))
	if err != nil || config.Width <= 0 || config.Height <= 0 || config.Width > mostLogoPixels/config.Height {
		return nil
	}
	img, _, err := image.Decode(bytes.NewReader(logo))
	if err != nil {
		return nil
	}
	var out bytes.Buffer
	if err := png.Encode(&out, shrink(img, logoWide)); err != nil {
		return nil
	}
	return out.Bytes()
}
