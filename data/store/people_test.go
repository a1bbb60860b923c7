package store

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"primadesk/data"
)

// nation is where made-up people of the benchmarks come from.
type nation struct {
	country, lang        string
	given, family, place []string
	roles                []string
}

func list(s string) []string { return strings.Fields(s) }

var nations = []nation{
	{"GR", "el", list("Ελένη Μαρία Γιώργος Νίκος Κατερίνα Δημήτρης Βασιλική Ιωάννης Αικατερίνη Σπύρος Χριστίνα Παναγιώτης Ευαγγελία Αθανάσιος Ζωή Φώτης Όλγα Ύβόννη Άγγελος Θεοδώρα"),
		list("Παπαδόπουλος Παπαδοπούλου Γεωργίου Οικονόμου Βλάχος Καραγιάννης Νικολαΐδης Αντωνίου Δημητριάδης Μακρής Παππάς Λάμπρου Σαμαράς Ρήγας Τσιρώνης Ξανθόπουλος Ψαρράς Ηλιόπουλος Ωραιόπουλος Ζαφειρίου Χατζής Έλληνας Ίσαρης Μουρίκης Φραγκούλης"),
		list("Αθήνα Τρίπολη Καλαμάτα Σπάρτη Κόρινθος Ναύπλιο Άργος Πάτρα"), list("συντονίστρια γεωπόνος δήμαρχος ερευνητής διευθύντρια αλιέας")},
	{"BE", "fr", list("Amélie Jean Chloé François Léa Étienne Noémie Luc Inès Gérard Hélène Maël Zoé Cédric Océane Baptiste Çelik Anaïs Rémi Solène"),
		list("Dupont Lefèvre Lemaître Dubois Janssens École Œuvrard Bénard Noël Girard Faure Mercier Rousseau Vincent Fournier Garçon Hébert Îlet Quéré Urbain Wauters Yernaux Ündar Müller Saint-Étienne"),
		list("Bruxelles Liège Namur Mons Charleroi Gand Anvers Arlon"), list("coordinatrice éleveur bourgmestre chercheuse directeur maraîcher")},
	{"IT", "it", list("Giulia Marco Chiara Luca Niccolò Sara Giosuè Elena Paolo Irene Salvatore Rosaria"),
		list("Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Gallo Conti D'Angelo Nicolò Pàlermo"),
		list("Palermo Catania Messina Ragusa Siracusa Trapani"), list("coordinatrice agricoltore sindaca ricercatore direttrice pescatore")},
	{"ES", "es", list("Lucía José Carmen Ángel Sofía Íñigo Begoña Raúl Nuria Óscar Pilar Iván"),
		list("García Ñíguez Núñez Fernández Ibáñez López Muñoz Peña Sánchez Zúñiga Nuñes Martín Gómez Llopis Chávez"),
		list("Murcia Almería Huelva Lleida Valencia Córdoba"), list("coordinadora agricultor alcaldesa investigador directora ganadero")},
	{"NL", "nl", list("Anouk Daan Sanne IJsbrand Femke Joris Noa Bram Liesbeth Sjoerd Wouter Zoë"),
		list("Jansen Vries Bakker IJzerman Visser Smit Meijer Mulder Bos Vos Peters Hendriks Brouwer Groot Dijkstra"),
		list("Brussel Antwerpen Gent Leuven Brugge Hasselt"), list("coördinator boer burgemeester onderzoeker directeur visser")},
	{"CY", "en", list("Emma Andreas Sophie Oliver Grace Harry Zara Peter Una Victor Iris Quentin"),
		list("Smith Walker Young Thompson Hughes Evans O'Brien Clarke Adams Quinn Underwood Fletcher Nash Irwin Xylas"),
		list("Nicosia Limassol Larnaca Paphos Kyrenia Polis"), list("coordinator farmer mayor researcher director fisher")},
}

// uuid7 makes the n-th id of a series: ascending, as ids made one after another are.
func uuid7(series, n int) string {
	return fmt.Sprintf("%08x-%04x-7%03x-8000-%012x", 0x01980000+n>>12, n&0xfff, series, n)
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// people makes n contacts, the same for the same seed. They belong to organisations
// that organisation(i) gives, a tenth of them to none.
func people(n int, seed uint64, organisations []string) iter.Seq[*data.Contact] {
	return func(yield func(*data.Contact) bool) {
		r := rand.New(rand.NewPCG(seed, 7))
		for i := range n {
			if !yield(person(r, i, organisations)) {
				return
			}
		}
	}
}

func person(r *rand.Rand, i int, organisations []string) *data.Contact {
	nat := &nations[min(r.IntN(10), len(nations)+1)%len(nations)]
	c := &data.Contact{
		GivenName: pick(r, nat.given), FamilyName: pick(r, nat.family), Role: pick(r, nat.roles),
		Place: pick(r, nat.place), Country: nat.country, PreferredLanguage: nat.lang,
		Languages: data.SetOf(nat.lang, "en"), Tags: data.SetOf("tag-" + fmt.Sprint(r.IntN(40))),
		Notes: strings.Join([]string{pick(r, nat.place), pick(r, nat.family), pick(r, nat.roles)}, " "),
	}
	c.ID = uuid7(1, i)
	if r.IntN(3) > 0 { // two thirds have a second family name, so that names spread
		c.FamilyName += " " + pick(r, nat.family)
	}
	if r.IntN(10) > 0 {
		c.Gender = pick(r, data.Gender.Words)
	}
	if r.IntN(10) > 0 && len(organisations) > 0 {
		c.Organisation = pick(r, organisations)
	}
	mail := data.Email{Element: data.Element{ID: uuid7(2, i), Order: "i"}, Label: "work", Address: fmt.Sprintf("person%d@example.org", i)}
	c.Emails = data.Rows[data.Email]{mail}
	c.Phones = data.Rows[data.Phone]{{Element: data.Element{ID: uuid7(3, i), Order: "i"}, Label: "mobile", Number: fmt.Sprintf("+30 69%08d", r.IntN(1e8))}}
	if r.IntN(2) == 0 {
		c.Consents = data.Rows[data.Consent]{{
			Element: data.Element{ID: uuid7(4, i), Order: "i"}, Purpose: pick(r, data.Purpose.Words),
			Date: data.Date(fmt.Sprintf("2025-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28))), Given: "paper",
		}}
		if r.IntN(4) == 0 {
			c.Consents[0].Withdrawn = c.Consents[0].Date.AddDays(30)
		}
	}
	if r.IntN(3) == 0 {
		c.NextContact = data.Date(fmt.Sprintf("2026-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28)))
	}
	return c
}
