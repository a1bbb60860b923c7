package cli

import (
	"cmp"
	"io"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
)

type wordsCmd struct {
	Kind   string `arg:"" placeholder:"KIND" enum:"event_type,theme,tag" help:"${merge_word_kind}"`
	Add    string `placeholder:"LABEL" xor:"what" help:"${words_add}"`
	Rename string `placeholder:"CODE" xor:"what" help:"${words_rename}"`
	To     string `placeholder:"LABEL" help:"${words_to}"`
	Delete string `placeholder:"CODE" xor:"what" help:"${words_delete}"`
}

// wordOut is a word of a vocabulary as programs read it.
type wordOut struct {
	Code    string `json:"code"`
	Label   string `json:"label"`
	Shipped bool   `json:"shipped"`
	Uses    int    `json:"uses"`
}

// Run lists the words of a vocabulary, or adds, renames or deletes one.
func (c *wordsCmd) Run(s *session) error {
	if (c.Rename == "") != (c.To == "") {
		return data.Fail("cli.rename")
	}
	if c.Add == "" && c.Rename == "" && c.Delete == "" {
		return s.reading(func(w *app.Workspace) error { return c.list(s, w) })
	}
	return s.writing(func(w *app.Workspace) error {
		done, code, err := c.change(s, w)
		if err != nil {
			return err
		}
		return s.result(map[string]any{"batch": done.Batch, "code": code}, s.say("cli.words.done", "Code", code))
	})
}

func (c *wordsCmd) change(s *session, w *app.Workspace) (app.Done, string, error) {
	if c.Add != "" {
		made, done, err := w.Vocabularies.Add(s.ctx, c.Kind, data.TextIn(s.p.Lang(), c.Add))
		if err != nil {
			return done, "", err
		}
		return done, made.Code, nil
	}
	code := c.Rename + c.Delete
	word, err := wordOf(s, w, c.Kind, code)
	if err != nil {
		return app.Done{}, code, err
	}
	if c.Delete != "" {
		if word.Record == "" {
			return app.Done{}, code, data.Fail("word.unknown", "Value", code)
		}
		done, err := w.Vocabularies.Delete(s.ctx, word)
		return done, code, err
	}
	label, err := labels(s, w, word)
	if err != nil {
		return app.Done{}, code, err
	}
	label.Set(s.p.Lang(), c.To)
	done, err := w.Vocabularies.Rename(s.ctx, word, label)
	return done, code, err
}

// labels are a word's labels in all languages; a tag that is only used has none.
func labels(s *session, w *app.Workspace, word app.Word) (data.Texts, error) {
	var label data.Texts
	switch {
	case word.Record != "":
		rec, err := w.Records.Get(s.ctx, data.EntityOf((*data.Vocabulary)(nil)), word.Record)
		if err != nil {
			return label, err
		}
		label = rec.(*data.Vocabulary).Label.Clone()
	case word.Shipped:
		for _, lang := range data.Languages {
			if text, ok := i18n.For(lang).Word(word.Kind, word.Code); ok {
				label.Set(lang, text)
			}
		}
	}
	return label, nil
}

func wordOf(s *session, w *app.Workspace, kind, code string) (app.Word, error) {
	words, err := w.Vocabularies.List(s.ctx, kind)
	if err != nil {
		return app.Word{}, err
	}
	for _, word := range words {
		if word.Code == code {
			return word, nil
		}
	}
	return app.Word{}, data.Fail("word.unknown", "Value", code)
}

func (c *wordsCmd) list(s *session, w *app.Workspace) error {
	words, err := w.Vocabularies.List(s.ctx, c.Kind)
	if err != nil {
		return err
	}
	out := make([]wordOut, 0, len(words))
	for _, word := range words {
		label, err := labels(s, w, word)
		if err != nil {
			return err
		}
		out = append(out, wordOut{word.Code, cmp.Or(label.Show(s.p.Lang()), word.Code), word.Shipped, word.Uses})
	}
	return s.result(out, func(to io.Writer) {
		var rows [][]string
		for _, x := range out {
			rows = append(rows, []string{x.Code, x.Label, s.p.Number(x.Uses)})
		}
		table(to, nil, rows)
	})
}
