package store

import (
	"fmt"
	"testing"

	"primadesk/data"
)

// TestTitleOfWhatIsNotYetInserted has a contact refer to an organisation of the same transaction whose title is no longer
// remembered, as happens once in 50,000 records: looking it up inserts what was gathered, in the midst of a row.
func TestTitleOfWhatIsNotYetInserted(t *testing.T) {
	s := openLang(t, "en")
	o := &data.Organisation{Name: "Cooperative"}
	_, err := s.Write(t.Context(), Batch{Kind: "put"}, func(tx *Tx) error {
		if err := tx.Save(o); err != nil {
			return err
		}
		for i := range 5 {
			if i == 3 {
				clear(tx.titles)
			}
			if err := tx.Save(&data.Contact{FamilyName: fmt.Sprint("Contact ", i), Organisation: o.ID}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	n, err := s.Count(t.Context(), Query{Entity: "contact", Search: "cooperative", Where: []Cond{Where("organisation", Equal, o.ID)}})
	if err != nil || n != 5 {
		t.Errorf("%d contacts, %v", n, err)
	}
}
