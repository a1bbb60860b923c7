package workbook

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"
	"time"
)

// visit is a row of the sample: the toolkit itself knows no rows.
type visit struct {
	number, title, country string
	day                    time.Time
	women, men, others     int
	unknown                bool
	share                  float64
	account                string
	link                   string
}

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}

func sampleVisits() []visit {
	long := strings.Repeat("Les participants ont décrit les obstacles rencontrés sur le terrain et les partenariats à construire. ", 4)
	return []visit{
		{number: "E1", title: "Premier événement de réseautage, Nicosie", country: "Chypre", day: day(2025, 3, 31), women: 24, men: 18, share: 1.05, account: "Court.", link: "https://example.org/e1"},
		{number: "E2", title: "Table ronde 1, Sicile", country: "Italie", day: day(2025, 5, 22), women: 19, men: 13, others: 1, share: 0.83, account: long},
		{number: "E3", title: "=HYPERLINK(\"http://example.org\")", country: "Italie", day: day(2025, 5, 23), women: 15, men: 14, share: 0.73},
		{number: "E4", title: "Événement de réseautage, Bruxelles", country: "Belgique", day: day(2025, 5, 28), women: 14, men: 11, share: 0.63},
		{number: "E5", title: "Εκδήλωση δικτύωσης, Τρίπολη", country: "Grèce", day: day(2025, 6, 2), women: 20, men: 17, others: 1, share: 0.95},
		{number: "E6", title: "Événement de réseautage", country: "Espagne", unknown: true},
	}
}

func visitColumns() []Column[visit] {
	count := func(n func(visit) int) func(visit) Cell {
		return func(v visit) Cell {
			if v.unknown {
				return Empty()
			}
			return Int(n(v))
		}
	}
	return []Column[visit]{
		{ID: "number", Header: "N°", Value: func(v visit) Cell { return Text(v.number) }},
		{ID: "title", Header: "Événement", Width: 44, Value: func(v visit) Cell { return Text(v.title).LinkOut(v.link) }, Total: Label("Total")},
		{ID: "country", Header: "Pays", Value: func(v visit) Cell { return Text(v.country) }, Total: Label("4 pays")},
		{ID: "date", Header: "Date", Kind: KindDate, Value: func(v visit) Cell {
			if v.day.IsZero() {
				return Missing("à compléter")
			}
			return Date(v.day)
		}},
		{ID: "women", Header: "F", Kind: KindInt, Value: count(func(v visit) int { return v.women }), Total: Sum()},
		{ID: "men", Header: "H", Kind: KindInt, Value: count(func(v visit) int { return v.men }), Total: Sum()},
		{ID: "others", Header: "Non binaire", Kind: KindInt, Value: count(func(v visit) int { return v.others }), Total: Sum()},
		{ID: "all", Header: "Total", Kind: KindInt, Value: func(v visit) Cell {
			if v.unknown {
				return Empty()
			}
			return Formula("SUM({women}:{others})", float64(v.women+v.men+v.others)).Strong()
		}, Total: Sum()},
		{ID: "share", Header: "Part de la cible", Kind: KindPercent, Bar: true, Value: func(v visit) Cell {
			if v.unknown {
				return Empty()
			}
			return Number(v.share)
		}, Total: TotalFormula("{women}/{all}", func() float64 { return 92.0 / 167 })},
		{ID: "account", Header: "Compte rendu", Kind: KindWrapped, Value: func(v visit) Cell { return Text(v.account) }},
	}
}

// emblem is any small picture.
func emblem(t testing.TB) []byte {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, 180, 120))
	for y := range 120 {
		for x := range 180 {
			picture.Set(x, y, color.RGBA{0x00, 0x33, 0x99, 0xFF})
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

type group struct {
	name       string
	people, to int
}

func groupTable(id, heading, name string, groups ...group) Table[group] {
	return Table[group]{ID: id, Heading: heading, Rows: Of(groups...), Columns: []Column[group]{
		{ID: "name", Header: name, Value: func(g group) Cell { return Text(g.name) }, Total: Label("Total")},
		{ID: "people", Header: "Participations", Kind: KindInt, Value: func(g group) Cell { return Int(g.people) }, Total: Sum()},
		{ID: "target", Header: "Cible", Kind: KindInt, Value: func(g group) Cell { return Int(g.to) }, Total: Sum()},
		{ID: "share", Header: "Part", Kind: KindPercent, Bar: true, Value: func(g group) Cell {
			return Formula("{people}/{target}", float64(g.people)/float64(g.to))
		}},
	}}
}

var greekAccount = strings.Repeat("Η εκδήλωση δικτύωσης συγκέντρωσε τοπικές αρχές, συνεταιρισμούς, εργοδότες του πρωτογενούς τομέα και "+
	"οργανώσεις της κοινωνίας των πολιτών, που συζήτησαν τα εμπόδια στην αγορά εργασίας. ", 14)

func sampleWorkbook(t testing.TB) Workbook {
	t.Helper()
	return Workbook{
		Properties: Properties{Title: "Événements de réseautage", Subject: "Livrable D2.1", Creator: "Région", Language: "fr",
			Keywords: "D2.1; échantillon", Application: "Sample", Status: "Draft", Created: time.Date(2025, 9, 18, 10, 42, 0, 0, time.UTC)},
		Formats: Formats{Date: "dd/mm/yyyy", Percent: `0" "%`},
		Footer:  Footer{Left: "PRIMA & CO · 101140836", Page: "page {page} / {pages}", Draft: "BROUILLON"},
		Sheets:  []Sheet{coverSheet(t), registerSheet(), stackSheet(), formSheet()},
		Names:   []Name{{Name: "participations", Refers: "{events!all}", Comment: "total"}},
	}
}

func coverSheet(t testing.TB) Sheet {
	return Sheet{ID: "cover", Name: "Couverture", Layout: Form, Late: true, Blocks: []Block{
		Picture{PNG: emblem(t), Height: 36, Alt: "Emblème", Beside: "Cofinancé par\nl’Union européenne"},
		Gap(30),
		Banner{Title: "Événements de réseautage", Below: "Livrable D2.1 · PRIMACENTERS"},
		Paragraph{Text: "BROUILLON : les nombres ne concordent pas", Tone: Warning, Bold: true},
		Pairs{Pairs: []Pair{
			{Label: "Convention de subvention", Value: Text("101140836")},
			{Label: "Appel", Value: Text("AMIF-2023-TF2-AG-CALL-04-LABOUR")},
			{Label: "Coordinateur", Value: Text("Région du Péloponnèse")},
			{Label: "Données arrêtées au", Value: DateTime(time.Date(2025, 9, 18, 10, 42, 0, 0, time.UTC))},
			{Label: "Date de fin", Value: Missing("à compléter")},
			{Label: "Participations", Value: TotalOf("events", "all")},
		}},
		Gap(10),
		Links{Links: []Link{
			{Text: "Événements", Sheet: "events", Value: CountOf("events")},
			{Text: "Participants", Sheet: "people", Value: TotalOf("countries", "people")},
			{Text: "Fiche d’événement", Sheet: "E5", Value: Int(1)},
			{Text: "example.org", Address: "https://example.org/"},
		}},
		Gap(40),
		Paragraph{Tone: Small, Text: "Financé par l’Union européenne. Les points de vue et avis exprimés n’engagent toutefois que leur(s) auteur(s) et ne reflètent pas nécessairement ceux de l’Union européenne ou de la Commission européenne. Ni l’Union européenne ni l’autorité chargée de l’octroi ne peuvent en être tenues pour responsables."},
	}}
}

func registerSheet() Sheet {
	return Sheet{ID: "events", Name: "Événements", Title: "Événements", Caption: "6 événements · 5 tenus · 167 participations", Freeze: 1, Tab: colourAccent,
		Blocks: []Block{
			Table[visit]{ID: "events", Columns: visitColumns(), Rows: Of(sampleVisits()...), Expected: 6},
			Chart{Title: "Participations par événement", Table: "events", Category: "number", Series: []string{"women", "men"}},
		}}
}

func stackSheet() Sheet {
	return Sheet{ID: "people", Name: "Participants", Title: "Participants", Caption: "Toutes les participations comptées", Layout: Stack, Blocks: []Block{
		groupTable("countries", "Par pays", "Pays", group{"Chypre", 42, 40}, group{"Italie", 62, 80}, group{"Belgique", 25, 40}, group{"Grèce", 38, 40}),
		groupTable("genders", "Par genre", "Genre", group{"Femmes", 92, 80}, group{"Hommes", 73, 80}, group{"Non binaire", 2, 2}),
		Paragraph{Text: "Une personne venue à deux événements compte deux fois.", Tone: Muted},
		Chart{Kind: BarChart, Table: "countries", Category: "name", Series: []string{"people", "target"}},
	}}
}

func formSheet() Sheet {
	return Sheet{ID: "E5", Name: "EL-03 2025-06-02", Title: "Εκδήλωση δικτύωσης, Τρίπολη", Caption: "Fiche d’événement", Layout: Form, Blocks: []Block{
		Pairs{Lined: true, Pairs: []Pair{
			{Label: "Participant", Value: Text("Περιφέρεια Πελοποννήσου")},
			{Label: "Date", Value: Date(day(2025, 6, 2))},
			{Label: "Heure", Value: Text("10:30")},
			{Label: "Participants des pays, tous ensemble et avec un libellé très long qui prend deux lignes", Value: Int(38)},
			{Label: "Site", Value: Text("https://example.org/el-03").LinkOut("https://example.org/el-03")},
			{Label: "Description", Value: Text(greekAccount)},
		}},
		Heading{Text: "Historique", Level: 2},
		Table[visit]{Columns: []Column[visit]{
			{ID: "v", Header: "Version", Width: 8, Value: func(v visit) Cell { return Text(v.number) }},
			{ID: "d", Header: "Date", Kind: KindDate, Width: 12, Value: func(v visit) Cell { return Date(v.day) }},
			{ID: "w", Header: "Ce qui a changé", Width: 40, Value: func(v visit) Cell { return Text(v.title + ". " + v.account) }},
			{ID: "n", Header: "Nombre", Kind: KindInt, Width: 8, Value: func(v visit) Cell { return Int(v.women) }, Total: Sum()},
		}, Rows: Of(sampleVisits()[:2]...)},
	}}
}
