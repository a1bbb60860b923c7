package record

import (
	"context"
	"slices"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// book is what a form chooses from: records that are few (partners, work packages), words of vocabularies, tags in use.
type book struct {
	viewer  *app.Viewer
	project string // the current one's id; empty where there is none
	options map[string][]kit.Option
}

// many are the entities of which there are too many to choose from a list; they are found by typing.
var many = []string{"organisation", "contact", "event", "attendance", "engagement", "takeaway", "evidence"}

// key is under what the choices of a column stand in the book; empty where it has none.
func key(e *data.Entity, col *data.Column) string {
	switch {
	case col.Vocabulary != "":
		return "word " + col.Vocabulary
	case col.Ref != "" && (col.Kind == data.KindSet || !slices.Contains(many, col.Ref)):
		return "entity " + col.Ref
	case isFree(col):
		return "set " + e.Name + " " + col.ID
	}
	return ""
}

// isFree tells whether a set takes any word, as tags do.
func isFree(col *data.Column) bool {
	return col.Kind == data.KindSet && col.Item == data.KindText && col.ID != "languages"
}

// readBook reads the choices of columns, off the UI's goroutine.
func readBook(ctx context.Context, w *app.Workspace, lang string, e *data.Entity, cols []*data.Column) (*book, error) {
	b := &book{options: map[string][]kit.Option{}}
	var err error
	if b.viewer, err = w.Viewer(ctx, lang); err != nil {
		return nil, err
	}
	project, err := w.Projects.Current(ctx)
	switch {
	case err == nil:
		b.project = project.ID
	case !data.HasCode(err, "project.none"):
		return nil, err
	}
	for _, col := range cols {
		k := key(e, col)
		if k == "" || b.options[k] != nil {
			continue
		}
		if b.options[k], err = b.read(ctx, w, lang, e, col); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func (b *book) read(ctx context.Context, w *app.Workspace, lang string, e *data.Entity, col *data.Column) ([]kit.Option, error) {
	p := w.Printer(lang)
	switch {
	case col.Vocabulary != "":
		return b.words(ctx, w, col.Vocabulary)
	case col.Ref != "":
		return b.records(ctx, w, p, col.Ref)
	}
	codes, err := w.Records.Values(ctx, e, col.ID)
	var out []kit.Option
	for _, code := range codes {
		if code != "" {
			out = append(out, kit.Option{Value: code, Text: Tag(b.viewer, code)})
		}
	}
	fields.SortOptions(p, out)
	return out, err
}

func (b *book) words(ctx context.Context, w *app.Workspace, kind string) ([]kit.Option, error) {
	page, err := w.Records.List(ctx, app.Query{
		Entity: "vocabulary", Where: []app.Cond{app.Where("kind", "=", kind)}, Sort: "order", Limit: maxChoices,
	})
	var codes []string
	for _, rec := range page.Records {
		codes = append(codes, rec.(*data.Vocabulary).Code)
	}
	return fields.Words(kind, codes, b.viewer.Words), err
}

// maxChoices is how many records a list of choices has at most.
const maxChoices = 1000

// records are the records that can be referred to, those of the current project only; the plan's in the order of numbers.
func (b *book) records(ctx context.Context, w *app.Workspace, p *i18n.Printer, entity string) ([]kit.Option, error) {
	e, ok := data.EntityNamed(entity)
	if !ok {
		return nil, data.Fail("query.entity", "Entity", entity)
	}
	q := app.Query{Entity: entity, Limit: maxChoices, Lang: p.Lang(), Labels: p}
	if e.Project && b.project != "" {
		q.Where = []app.Cond{app.Where("project", "=", b.project)}
	}
	_, numbered := e.Column("number")
	if numbered {
		q.Sort = "number"
	}
	page, err := w.Records.List(ctx, q)
	out := make([]kit.Option, 0, len(page.Records))
	for _, rec := range page.Records {
		out = append(out, kit.Option{Value: rec.Head().ID, Text: app.Called(p, rec)})
	}
	if !numbered {
		fields.SortOptions(p, out)
	}
	return out, err
}

// choices are those of a column; none before the book was read.
func (b *book) choices(e *data.Entity, col *data.Column) []kit.Option {
	if b == nil {
		return nil
	}
	return b.options[key(e, col)]
}

// Tag is a tag as people read it: the label of the vocabulary's word, or what somebody typed.
func Tag(v *app.Viewer, code string) string {
	if v != nil && v.Words != nil {
		if label := v.Words("tag", code); label != "" {
			return label
		}
	}
	return code
}
