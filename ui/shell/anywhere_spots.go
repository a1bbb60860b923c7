package shell

import (
	"context"
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/screen"
)

// screenSpots are the places of the rail.
func (s *Shell) screenSpots() []spot {
	var out []spot
	for i, sc := range s.nav.screens {
		sp := spot{text: sc.Title(), icon: sc.Icon(), do: func() { s.Go(sc.ID(), "") }}
		if i < mostKeys {
			sp.note = keysOf(screenKey(i))
		}
		out = append(out, sp)
	}
	return out
}

// commandSpots are what screens can make and do, and what the menus have.
func (s *Shell) commandSpots() []spot {
	var out []spot
	for _, sc := range s.nav.screens {
		if c, ok := sc.(screen.Creator); ok {
			out = append(out, spot{text: s.T("shell.menu.new"), note: sc.Title(), icon: sc.Icon(), do: func() { s.goTo(sc, c.New) }})
		}
		if c, ok := sc.(screen.Commander); ok {
			for _, cmd := range c.Commands() {
				out = append(out, spot{text: cmd.Text, note: sc.Title(), icon: sc.Icon(), do: func() { s.goTo(sc, cmd.Do) }})
			}
		}
	}
	for _, m := range s.win.MainMenu().Items {
		out = append(out, s.menuSpots(m.Label, m.Items)...)
	}
	return out
}

// menuSpots are the items of a menu and of the menus in it, without the screens, which are there already.
func (s *Shell) menuSpots(title string, items []*fyne.MenuItem) []spot {
	var out []spot
	for _, item := range items {
		switch {
		case item.ChildMenu != nil:
			out = append(out, s.menuSpots(item.Label, item.ChildMenu.Items)...)
		case item.IsSeparator, item.Disabled, item.Action == nil, s.nav.titled(item.Label), item.Label == s.T("shell.anywhere"):
		default:
			out = append(out, spot{text: item.Label, note: title, icon: theme.MenuIcon(), do: item.Action})
		}
	}
	return out
}

func (n *navigation) titled(title string) bool {
	return slices.ContainsFunc(n.screens, func(sc screen.Screen) bool { return sc.Title() == title })
}

// entities are those whose records some screen has a place for.
func (n *navigation) entities() []string {
	var out []string
	for _, sc := range n.screens {
		r, ok := sc.(screen.Revealer)
		if !ok {
			continue
		}
		for _, name := range r.Shows() {
			if _, known := data.EntityNamed(name); known {
				out = append(out, name)
			}
		}
	}
	return out
}

// visit is a record that was gone to: its entity and id, never what it is called.
type visit struct {
	Entity string `json:"entity"`
	ID     string `json:"id"`
}

const mostVisits = 12

// visited puts a record first among those gone to last.
func (n *navigation) visited(v visit) {
	n.recent = append([]visit{v}, slices.DeleteFunc(slices.Clone(n.recent), func(o visit) bool { return o == v })...)
	n.recent = n.recent[:min(len(n.recent), mostVisits)]
}

func (n *navigation) visits() string {
	b, err := json.Marshal(n.recent)
	if err != nil {
		return ""
	}
	return string(b)
}

func (n *navigation) setVisits(state string) {
	if json.Unmarshal([]byte(state), &n.recent) != nil {
		n.recent = nil
	}
}

// asking is a search for records, off the UI's goroutine.
type asking struct {
	work       *app.Workspace
	lang, text string
	entities   []string
	recent     []visit
}

func (a asking) fetch(ctx context.Context) ([]app.Hit, error) {
	if len(a.entities) == 0 {
		return nil, nil
	}
	if a.text == "" {
		return a.lately(ctx)
	}
	hits, err := a.work.Records.Search(ctx, app.Find{Text: a.text, Entities: a.entities, Limit: mostFound, Lang: a.lang})
	return hits.Items, err
}

// lately are the records gone to last, then those that were changed last.
func (a asking) lately(ctx context.Context) ([]app.Hit, error) {
	wanted := slices.Clone(a.recent)
	deeds, err := a.work.Home.Lately(ctx, a.lang, 2*mostVisits)
	if err != nil {
		return nil, err
	}
	for _, d := range deeds {
		if v := (visit{d.Entity, d.Record}); d.Record != "" && !slices.Contains(wanted, v) {
			wanted = append(wanted, v)
		}
	}
	ids := map[string][]string{}
	for _, v := range wanted {
		if slices.Contains(a.entities, v.Entity) {
			ids[v.Entity] = append(ids[v.Entity], v.ID)
		}
	}
	titles := map[visit]string{}
	for entity, of := range ids {
		e, _ := data.EntityNamed(entity)
		found, err := a.work.Records.Titles(ctx, e, of, a.lang)
		if err != nil {
			return nil, err
		}
		for id, title := range found {
			titles[visit{entity, id}] = title
		}
	}
	var out []app.Hit
	for _, v := range wanted {
		if titles[v] != "" && len(out) < mostVisits {
			out = append(out, app.Hit{Entity: v.Entity, ID: v.ID, Title: titles[v]})
		}
	}
	return out, nil
}
