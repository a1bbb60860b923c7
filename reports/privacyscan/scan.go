package privacyscan

import (
	"context"
	"errors"
	"io"
	"path"
	"strings"
)

// Kind is what a finding is.
type Kind string

// The kinds.
const (
	Name     Kind = "name"
	Email    Kind = "email"
	Phone    Kind = "phone"
	IBAN     Kind = "iban"
	Passport Kind = "passport" // a passport's or identity card's number
)

// Kinds are all of them.
var Kinds = []Kind{Name, Email, Phone, IBAN, Passport}

// Place is where in a part something stands; what does not apply is empty. Numbers count from 1.
type Place struct {
	Entry     string `json:"entry,omitempty"` // inside a document: "docProps/core.xml"
	Sheet     string `json:"sheet,omitempty"`
	Cell      string `json:"cell,omitempty"` // A1
	Page      int    `json:"page,omitempty"`
	Line      int    `json:"line,omitempty"`
	Paragraph int    `json:"paragraph,omitempty"`
}

// Finding is one piece of personal data.
type Finding struct {
	Part string `json:"part"` // the file, or the path inside an archive: "pack.zip/annex.docx"
	Place
	Kind  Kind   `json:"kind"`
	Known bool   `json:"known"` // of somebody among the known people, not only of that form
	Text  string `json:"text"`  // masked: "a***@example.org"
}

// Reason says why a part was not read.
type Reason string

// The reasons.
const (
	Encrypted Reason = "encrypted"
	Damaged   Reason = "damaged"
	TooLarge  Reason = "too_large"
	TooDeep   Reason = "too_deep" // archives in archives
	Unknown   Reason = "unknown"  // a format that is not read
	Picture   Reason = "picture"  // of what may be writing: a photograph, a scanned page
	Glyphs    Reason = "glyphs"   // a PDF's letters that cannot be told from their drawings
)

// Reasons are all of them.
var Reasons = []Reason{Encrypted, Damaged, TooLarge, TooDeep, Unknown, Picture, Glyphs}

// Unread is a part, or a page of one, that was not read or not to its end.
type Unread struct {
	Part   string `json:"part"`
	Page   int    `json:"page,omitempty"`
	Reason Reason `json:"reason"`
}

// Result is what a scan found.
type Result struct {
	Findings []Finding `json:"findings"`
	More     int       `json:"more"` // findings beyond Limits.Findings, which are only counted
	Unread   []Unread  `json:"unread"`
	Parts    int       `json:"parts"`    // files that were looked into
	Pictures int       `json:"pictures"` // inside documents: not looked into
}

// Clean tells whether everything was read and nothing found. Pictures inside documents do not count.
func (r *Result) Clean() bool { return len(r.Findings) == 0 && len(r.Unread) == 0 }

// Limits keep a hostile file from taking all memory and time. What exceeds them is unread.
type Limits struct {
	Unpacked int64 // bytes read out of all archives and streams together
	Memory   int64 // bytes of one part that has to be held whole
	Entries  int   // of all archives together
	Depth    int   // archives in archives
	Findings int   // that are listed
}

// DefaultLimits are generous for what a project writes.
var DefaultLimits = Limits{Unpacked: 1 << 30, Memory: 128 << 20, Entries: 20_000, Depth: 5, Findings: 2_000}

var (
	errTooLarge = errors.New("too large")
	errCrypt    = errors.New("encrypted")
	errDamaged  = errors.New("damaged")
)

// scan is one run.
type scan struct {
	ctx    context.Context
	known  *Known
	limits Limits
	result Result
	words  []word // reused from text to text
}

// Scan looks into a file. name says what it is called, and helps to tell texts apart; size is its length in bytes. Findings
// stand in the order of the file. Errors are of the context and of reading r alone: what is wrong with the file is in the result.
func (k *Known) Scan(ctx context.Context, name string, r io.ReaderAt, size int64, limits Limits) (Result, error) {
	s := &scan{ctx: ctx, known: k, limits: limits}
	source := &faithful{r: r}
	err := s.part(path.Base(strings.ReplaceAll(name, `\`, "/")), source, size, 0)
	if source.err != nil {
		err = source.err
	}
	return s.result, err
}

// faithful remembers an error of the file itself, which must not pass for a damaged format.
type faithful struct {
	r   io.ReaderAt
	err error
}

func (f *faithful) ReadAt(b []byte, at int64) (int, error) {
	if at < 0 { // which an archive can ask for that lies
		return 0, errDamaged
	}
	n, err := f.r.ReadAt(b, at)
	if err != nil && !errors.Is(err, io.EOF) {
		f.err = err
	}
	return n, err
}

func (s *scan) add(f Finding) {
	if len(s.result.Findings) >= s.limits.Findings {
		s.result.More++
		return
	}
	s.result.Findings = append(s.result.Findings, f)
}

func (s *scan) unread(part string, page int, why Reason) {
	if n := len(s.result.Unread); n > 0 && s.result.Unread[n-1] == (Unread{part, page, why}) {
		return
	}
	if len(s.result.Unread) < s.limits.Findings {
		s.result.Unread = append(s.result.Unread, Unread{part, page, why})
	}
}

// failed notes why a part could not be read; only the end of the context ends the scan.
func (s *scan) failed(part string, err error) error {
	switch {
	case err == nil:
	case s.ctx.Err() != nil:
		return s.ctx.Err()
	case errors.Is(err, errTooLarge):
		s.unread(part, 0, TooLarge)
	case errors.Is(err, errCrypt):
		s.unread(part, 0, Encrypted)
	default:
		s.unread(part, 0, Damaged)
	}
	return nil
}

// measured gives out what is unpacked, and takes it off what may still be.
type measured struct {
	s *scan
	r io.Reader
}

func (m measured) Read(b []byte) (int, error) {
	if err := m.s.ctx.Err(); err != nil {
		return 0, err
	}
	if m.s.limits.Unpacked <= 0 {
		return 0, errTooLarge
	}
	n, err := m.r.Read(b)
	m.s.limits.Unpacked -= int64(n)
	return n, err
}

// whole reads all of r into memory.
func (s *scan) whole(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(measured{s, r}, s.limits.Memory+1))
	if int64(len(b)) > s.limits.Memory {
		return nil, errTooLarge
	}
	return b, err
}
