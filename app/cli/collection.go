package cli

import (
	"fmt"
	"io"

	"primadesk/app"
	"primadesk/data"
)

type collectionCmd struct {
	Period int    `placeholder:"N" help:"${period}"`
	Ask    bool   `help:"${collection_ask}"`
	Due    string `placeholder:"D" help:"${collection_due}"`
}

// Run shows where each partner stands with a period, or asks those that have not been asked yet.
func (c *collectionCmd) Run(s *session) error {
	if !data.Date(c.Due).Valid() {
		return data.Fail("cli.date", "Value", c.Due)
	}
	if c.Ask {
		return s.writing(func(w *app.Workspace) error {
			done, n, period, err := w.Collections.Ask(s.ctx, s.p.Lang(), c.Period, data.Date(c.Due))
			if err != nil {
				return err
			}
			return s.result(map[string]any{"batch": done.Batch, "asked": n, "period": period}, func(out io.Writer) {
				fmt.Fprintln(out, s.p.N("cli.collection.asked", n))
			})
		})
	}
	return s.reading(func(w *app.Workspace) error {
		list, _, err := w.Collections.Standings(s.ctx, s.p.Lang(), c.Period)
		if err != nil {
			return err
		}
		type line struct {
			Partner string    `json:"partner"`
			Name    string    `json:"name"`
			Period  int       `json:"period"`
			State   string    `json:"state"`
			Asked   data.Date `json:"asked,omitempty"`
			Due     data.Date `json:"due,omitempty"`
			Open    int       `json:"open_queries"`
			Missing int       `json:"missing"`
		}
		out := make([]line, len(list))
		for i, x := range list {
			out[i] = line{Partner: x.Partner.ID, Name: x.Partner.Title(s.p.Lang()), Period: x.Period, State: x.State, Open: x.Open, Missing: x.Missing}
			if x.Collection != nil {
				out[i].Asked, out[i].Due = x.Collection.Asked, x.Collection.Due
			}
		}
		return s.result(out, func(to io.Writer) {
			rows := make([][]string, len(out))
			for i, x := range out {
				rows[i] = []string{x.Name, s.p.Enum(data.CollectionState.Name, x.State), s.p.MediumDate(string(x.Due)), s.p.Number(x.Open), s.p.Number(x.Missing)}
			}
			table(to, []string{
				s.p.Entity("partner"), s.p.T("report.collection.state"), s.p.Field("due"), s.p.T("report.collection.open"), s.p.T("report.collection.missing"),
			}, rows)
		})
	})
}
