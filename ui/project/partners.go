package project

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg" // the formats in which logos are kept
	_ "image/png"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/record"
	"primadesk/ui/screen"
)

const tabLogo = "logo"

// logoFormats are the endings of the files that can be a logo.
var logoFormats = []string{".png", ".jpg", ".jpeg"}

// partners is the part of the consortium, each partner with its logo.
type partners struct {
	*record.Desk
	s *project
}

var _ screen.Dropper = (*partners)(nil)

// logo is what was read of a partner's: nil where it has none.
type logo struct{ picture image.Image }

func newPartners(s *project) *partners {
	p, t := s.Printer, &partners{s: s}
	t.Desk = s.desk("partner", listing.Params{
		Sort: "short_name",
		Columns: []listing.Column{
			{ID: "short_name", Width: 110, Grow: 1, Cell: func(r listing.Row) kit.Cell { return kit.Cell{Text: r.Record.Title(p.Lang())} }}, {ID: "legal_name", Grow: 2, Width: 140}, {ID: "country", Width: 60}, {ID: "role", Width: 110, Least: 480},
			{ID: "code", Hidden: true}, {ID: "pic", Hidden: true}, {ID: "region", Hidden: true},
		},
		Filters: []listing.Filter{{Field: "country"}, {Field: "role"}},
	}, record.Params{
		Sections: []record.Section{
			{ID: "partner", Rows: [][]string{{"legal_name"}, {"short_name", "code"}, {"country", "region"}, {"role"}}},
			{ID: "more", More: true, Rows: [][]string{{"pic"}, {"contact_person"}}},
		},
		Touches: []string{"evidence"},
		Facts: func(ctx context.Context, rec data.Record) (any, error) {
			return readLogo(ctx, s.Workspace, rec.(*data.Partner))
		},
		Tabs:      []record.Tab{{ID: tabLogo, Title: p.T("field.logo"), Body: t.logoBody}},
		NotCopied: []string{"logo", "pic", "code"},
	})
	return t
}

// readLogo reads and unpacks a logo, off the UI's goroutine.
func readLogo(ctx context.Context, w *app.Workspace, p *data.Partner) (any, error) {
	b, err := w.Projects.Logo(ctx, p)
	if err != nil || b == nil {
		return logo{}, err
	}
	picture, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return logo{}, data.Fail("logo.format", "File", p.Title("")).Because(err)
	}
	return logo{picture}, nil
}

// logoBody shows a partner's logo, and takes another one.
func (t *partners) logoBody(rec data.Record, facts any) fyne.CanvasObject {
	p, box := t.s.Printer, kit.VStack(12)
	now, read := facts.(logo)
	has := read && now.picture != nil
	if has {
		img := canvas.NewImageFromImage(now.picture)
		img.FillMode = canvas.ImageFillContain
		white := canvas.NewRectangle(image.White.C) // logos are made for paper
		white.CornerRadius = kit.U(8)
		box.Add(kit.Sized(0, 120, kit.Stack(kit.NewBox(kit.BoxStyle{Stroke: kit.TokenLine, Radius: 8}), kit.Pad(kit.Even(1), kit.Stack(white, kit.Pad(kit.Even(12), img))))))
	} else {
		box.Add(muted(p.T("project.no_logo")))
	}
	if t.s.readOnly() || t.Pane().Fresh() {
		return box
	}
	pick := kit.NewButton(kit.ButtonSecondary, p.T("project.pick_logo"), func() { t.pick(rec.Head().ID) })
	row := kit.HStack(12, pick)
	if has {
		row.Add(kit.NewLink(p.T("project.remove_logo"), func() { t.remove(rec.Head().ID) }).SetToken(kit.TokenError).SetTextSize(kit.TextMedium))
	}
	box.Add(row)
	box.Add(muted(p.T("project.logo_hint")))
	return box
}

func (t *partners) pick(id string) {
	t.s.Shell.AskOpen(screen.Opening{Title: t.s.Printer.T("project.pick_logo"), Endings: logoFormats, Done: func(path string) { t.take(id, path) }})
}

func (t *partners) take(id, path string) {
	var done app.Done
	t.s.run(func(ctx context.Context) (err error) {
		done, err = t.s.Workspace.Projects.SetLogo(ctx, id, path)
		return err
	}, func() { t.s.undoable(t.s.Printer.T("project.logo_taken"), done.Batch) })
}

func (t *partners) remove(id string) {
	var done app.Done
	t.s.run(func(ctx context.Context) (err error) {
		done, err = t.s.Workspace.Projects.RemoveLogo(ctx, id)
		return err
	}, func() { t.s.undoable(t.s.Printer.T("project.logo_removed"), done.Batch) })
}

// Drop implements screen.Dropper: a picture becomes the logo of the partner that is shown.
func (t *partners) Drop(paths []string, _ fyne.Position) {
	if id := t.Pane().ID(); id != "" && !t.Pane().Fresh() && len(paths) > 0 {
		t.Pane().SetTab(tabLogo)
		t.take(id, paths[0])
	}
}

// Reveal implements screen.Revealer.
func (t *partners) Reveal(entity, id, field string) {
	t.Desk.Reveal(entity, id, field)
	if field == "logo" {
		t.Pane().SetTab(tabLogo)
	}
}
