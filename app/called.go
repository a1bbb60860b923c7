package app

import (
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Called is what a record is called on a screen and in a sentence: by its title, and where it has none by its entity's word, so
// that no link is empty and no sentence begins with a colon. Only an author stays without a name: who changed something is told
// in other words then.
func Called(p *i18n.Printer, rec data.Record) string {
	return called(p, data.EntityOf(rec), rec.Title(p.Lang()))
}

func called(p *i18n.Printer, e *data.Entity, title string) string {
	if strings.TrimSpace(title) != "" || e == nil || e.Name == "author" {
		return title
	}
	return p.Entity(e.Name)
}
