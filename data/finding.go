package data

// Severity orders findings: what an officer would refuse, what an auditor would ask
// for, what is good to know.
type Severity string

const (
	Severe  Severity = "error"
	Warning Severity = "warning"
	Notice  Severity = "notice"
)

// Finding is something that a report still lacks, with the record and the field that
// lack it. Its message id is "finding." + Code, what to do about it "remedy." + Code.
type Finding struct {
	Severity Severity
	Code     string
	Args     []any
	Entity   string
	Record   string
	Title    string // what the record is called, in the language that was asked for
	Field    string
}
