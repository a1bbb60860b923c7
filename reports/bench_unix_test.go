//go:build unix

package reports

import (
	"context"
	"iter"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"primadesk/data"
	"primadesk/reports/reporttest"
)

// crowded is a source with so many contacts that they must not be in memory together. Each is made when it is asked for.
type crowded struct {
	*memory
	people int
}

func (c crowded) Contacts(context.Context) iter.Seq2[*data.Contact, error] {
	return func(yield func(*data.Contact, error) bool) {
		for n := range c.people {
			if !yield(crowdContact(n), nil) {
				return
			}
		}
	}
}

const crowd = 100_000

func crowdContact(n int) *data.Contact {
	c := &data.Contact{
		FamilyName: "Παπαδόπουλος " + strconv.Itoa(n), GivenName: "Γεώργιος", LatinName: "Georgios Papadopoulos " + strconv.Itoa(n),
		Role: "Υπεύθυνος ανθρώπινου δυναμικού", Organisation: "o" + strconv.Itoa(n%500), Country: "GR",
	}
	c.Emails = data.Rows[data.Email]{{Address: "person" + strconv.Itoa(n) + "@example.org"}}
	c.Phones = data.Rows[data.Phone]{{Number: "+30 2710 " + strconv.Itoa(100000+n)}, {Number: "+30 690 " + strconv.Itoa(1000000+n)}}
	return c
}

func crowdedSource(t testing.TB) crowded {
	m := tidy(t)
	for n := range 500 {
		o := &data.Organisation{Name: "Αγροτικός συνεταιρισμός " + strconv.Itoa(n), Country: "GR", Group: "employers", Power: number(n%5 + 1), Interest: number(n/5%5 + 1)}
		o.ID = "o" + strconv.Itoa(n)
		m.organisations = append(m.organisations, o)
	}
	return crowded{m, crowd}
}

func crowdReport(t testing.TB, path string) error {
	o := options("el")
	o.WithPersonalData = true
	_, err := Write(context.Background(), crowdedSource(t), "stakeholders", o, path, nil)
	return err
}

// crowdBare writes the same cells of the sheet of contacts, with a style, as excelize's documentation does.
func crowdBare(t testing.TB, path string) error {
	source := crowdedSource(t)
	names := map[string]string{}
	for _, o := range source.organisations {
		names[o.ID] = o.Name
	}
	file := excelize.NewFile(excelize.Options{TmpDir: filepath.Dir(path)})
	defer file.Close()
	stream, err := file.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	style, err := file.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true}})
	if err != nil {
		return err
	}
	row := 0
	for c := range source.Contacts(context.Background()) {
		row++
		values := make([]any, 0, 8)
		for _, s := range []string{
			c.FamilyName, c.GivenName, c.LatinName, c.Role, names[c.Organisation], c.Emails[0].Address, c.Phones[0].Number + "\n" + c.Phones[1].Number, "Ελλάδα",
		} {
			values = append(values, excelize.Cell{StyleID: style, Value: s})
		}
		if err := stream.SetRow("A"+strconv.Itoa(row), values); err != nil {
			return err
		}
	}
	if err := stream.Flush(); err != nil {
		return err
	}
	return file.SaveAs(path)
}

// crowdMode names the variable by which the test binary, run again, knows that it is to write one file and tell what it took.
const crowdMode = "REPORTS_BENCH_CHILD"

var crowdWays = reporttest.Ways{"report": crowdReport, "bare": crowdBare}

// TestCrowdChild is the body of the child processes.
func TestCrowdChild(t *testing.T) { crowdWays.Child(t, crowdMode) }

// BenchmarkStakeholders writes the register with 100,000 contacts by name, and compares it with a bare stream of the same cells, each
// in a process of its own, in turns. Limits: 1.5 times the CPU, 200 MB.
func BenchmarkStakeholders(b *testing.B) {
	reporttest.Compare(b, "TestCrowdChild", crowdMode, "report", "bare", reporttest.Limits{CPU: 1.5, Memory: 200})
}
