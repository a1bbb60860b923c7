package contacts

import (
	"fmt"
	"testing"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/record"
	"primadesk/ui/screen/screentest"
)

func inviteOf(event string, ids []string) app.InviteParams {
	return app.InviteParams{Event: event, Contacts: ids, Lang: "en"}
}

// crowd fills a workspace with made-up people in a few organisations.
func crowd(t testing.TB, w *app.Workspace, n int) {
	t.Helper()
	var recs []data.Record
	var organisations []string
	for i := range 40 {
		o := &data.Organisation{Name: fmt.Sprintf("Οργανισμός %02d", i), Country: "GR", Group: data.Group.Words[1+i%9]}
		o.ID = record.NewID()
		recs, organisations = append(recs, o), append(organisations, o.ID)
	}
	family := []string{"Παπαδόπουλος", "Lefèvre", "Rossi", "De Vries", "García", "Παπαδάκης", "Georgiou", "Νικολάου"}
	given := []string{"Ελένη", "Claire", "Giulia", "Joris", "Lucía", "Γιώργος", "Andreas", "Μαρία", "Σοφία"}
	countries := []string{"GR", "BE", "IT", "NL", "ES", "CY"}
	for i := range n {
		recs = append(recs, &data.Contact{
			GivenName: given[i%len(given)], FamilyName: fmt.Sprintf("%s %05d", family[i%len(family)], i),
			Organisation: organisations[i%len(organisations)], Country: countries[i%len(countries)], Tags: data.SetOf(fmt.Sprintf("tag %d", i%7)),
		})
	}
	screentest.Keep(t, w, recs...)
}
