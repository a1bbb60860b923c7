package cli

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"primadesk/app"
	"primadesk/data"
)

type earlierCmd struct {
	Entity   string `arg:"" placeholder:"ENTITY" help:"${entity}"`
	ID       string `arg:"" placeholder:"ID" help:"${id}"`
	Field    string `arg:"" placeholder:"FIELD" help:"${earlier_field}"`
	Language string `arg:"" placeholder:"LANG" help:"${earlier_language}"`
}

// Run prints the original that a translation was made from, as far as the history knows it.
func (c *earlierCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		e, err := entityArg(c.Entity)
		if err != nil {
			return err
		}
		rec, err := w.Records.Get(s.ctx, e, c.ID)
		if err != nil {
			return err
		}
		col, ok := e.Column(c.Field)
		if !ok {
			return data.Fail("query.field", "Field", c.Field)
		}
		texts, ok := col.At(rec).(*data.Texts)
		if !ok {
			return data.Fail("query.field", "Field", c.Field)
		}
		if texts.In[c.Language] == "" || c.Language == texts.Original {
			return data.Fail("cli.translation", "Value", c.Language)
		}
		old, err := w.Records.Earlier(s.ctx, e, c.ID, c.Field, texts.Of[c.Language])
		if err != nil {
			return err
		}
		out := struct {
			Language string     `json:"language"`
			Text     string     `json:"text"`
			Known    bool       `json:"known"`
			Since    *time.Time `json:"since,omitempty"` // when the original was changed
		}{texts.Original, old.Text, old.Known, nil}
		if !old.Since.IsZero() {
			out.Since = &old.Since
		}
		return s.result(out, func(to io.Writer) {
			if !old.Known {
				fmt.Fprintln(to, s.p.T("cli.earlier.unknown"))
				return
			}
			fmt.Fprintln(to, old.Text)
			if out.Since != nil {
				fmt.Fprintln(to, s.p.T("cli.earlier.since", "At", s.when(old.Since)))
			}
		})
	})
}

type writtenCmd struct {
	Forget string `placeholder:"ID" help:"${written_forget}"`
}

// writtenOut is a report that was written, as programs read it.
type writtenOut struct {
	app.Written
	State   string `json:"state"` // kept, altered or missing
	Changes int    `json:"changes"`
}

// Run lists the reports that were written here, or takes one off the list.
//
//i18n:prefix cli.written.
func (c *writtenCmd) Run(s *session) error {
	open := s.reading
	if c.Forget != "" {
		open = s.writing
	}
	return open(func(w *app.Workspace) error {
		list, err := w.Reports.Written(s.ctx)
		if err != nil {
			return err
		}
		if c.Forget != "" {
			if !slices.ContainsFunc(list, func(x app.Written) bool { return x.ID == c.Forget }) {
				return data.Fail("record.unknown", "ID", c.Forget)
			}
			if err := w.Reports.Forget(c.Forget); err != nil {
				return err
			}
			return s.result(map[string]any{"id": c.Forget}, s.say("cli.written.forgotten"))
		}
		out := make([]writtenOut, 0, len(list))
		for _, x := range list {
			state := string(x.File)
			if x.File == app.FileKept {
				state = "kept"
			}
			out = append(out, writtenOut{x, state, x.Changes})
		}
		return s.result(out, func(to io.Writer) {
			for _, x := range out {
				words := slices.DeleteFunc([]string{s.when(x.At), writtenName(x.Written), x.Lang, s.p.T("cli.written." + x.State)}, func(w string) bool { return w == "" })
				if x.Draft {
					words = append(words, s.p.T("report.draft"))
				}
				words = append(words, s.p.T("cli.written.changes", "N", s.p.Number(x.Changes)))
				fmt.Fprintf(to, "%s  %s\n  %s\n", x.ID, strings.Join(words, " · "), x.Path)
			}
			if len(out) == 0 {
				fmt.Fprintln(to, s.p.T("cli.written.none"))
			}
		})
	})
}

// writtenName is what a file was asked for as: the report, the issue of the newsletter, the entity that was exported.
func writtenName(w app.Written) string {
	switch {
	case w.Options.Issue != 0:
		return w.Report + " " + strconv.Itoa(w.Options.Issue)
	case w.Options.Entity != "":
		return w.Report + " " + w.Options.Entity
	}
	return w.Report
}

type draftsCmd struct {
	Entity string `placeholder:"E" help:"${search_entity}"`
	Drop   string `placeholder:"ID" help:"${drafts_drop}"`
}

// Run lists what was typed into forms and not saved, or drops the draft of one record.
func (c *draftsCmd) Run(s *session) error {
	open := s.reading
	if c.Drop != "" {
		open = s.writing
	}
	return open(func(w *app.Workspace) error {
		entity := ""
		if c.Entity != "" {
			e, err := entityArg(c.Entity)
			if err != nil {
				return err
			}
			entity = e.Name
		}
		list, err := w.Drafts.List(entity)
		if err != nil {
			return err
		}
		if c.Drop != "" {
			return c.drop(s, w, list)
		}
		return s.result(append([]app.Draft{}, list...), func(to io.Writer) {
			for _, d := range list {
				var fields []string
				for _, path := range slices.Sorted(maps.Keys(d.Values)) {
					fields = append(fields, app.FieldLabel(s.p, d.Entity, path))
				}
				fmt.Fprintf(to, "%s  %s  %s\n  %s\n", d.Record, s.when(d.At), s.p.Entity(d.Entity), strings.Join(slices.Compact(fields), ", "))
			}
			if len(list) == 0 {
				fmt.Fprintln(to, s.p.T("cli.drafts.none"))
			}
		})
	})
}

func (c *draftsCmd) drop(s *session, w *app.Workspace, list []app.Draft) error {
	dropped := 0
	for _, d := range list {
		if d.Record != c.Drop {
			continue
		}
		if err := w.Drafts.Drop(d.Entity, d.Record); err != nil {
			return err
		}
		dropped++
	}
	if dropped == 0 {
		return data.Fail("record.unknown", "ID", c.Drop)
	}
	return s.result(map[string]any{"dropped": dropped}, s.say("cli.drafts.dropped"))
}
