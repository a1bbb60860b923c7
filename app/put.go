package app

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"unicode/utf8"

	"primadesk/data"
	"primadesk/data/store"
)

// Bounds of what one put reads and says.
const (
	maxLine     = 16 << 20 // bytes of one JSON line
	maxProblems = 100      // problems that are named before reading stops
)

// PutParams is JSON Lines to be put into the workspace.
type PutParams struct {
	In   io.Reader
	File string // its name, for messages
	// Project is given to new records of a project that name none.
	Project string
	// only names the entities that the input may hold; empty: all.
	only []string
}

// PutResult says what a put did.
type PutResult struct {
	Batch     string `json:"batch"`
	Created   int    `json:"created"`
	Updated   int    `json:"updated"`
	Unchanged int    `json:"unchanged"`
}

// putter puts lines into one transaction.
type putter struct {
	PutParams
	tx       *Tx
	words    *vocabulary
	problems data.Problems
	seen     map[string]bool // records put, by id
}

// result counts what became of the records put.
func (p *putter) result(done Done) PutResult {
	result := PutResult{Batch: done.Batch}
	for _, c := range done.Changes {
		switch {
		case !p.seen[c.Record]: // the author's own
		case c.How == store.Created:
			result.Created++
		default:
			result.Updated++
		}
	}
	result.Unchanged = len(p.seen) - result.Created - result.Updated
	return result
}

// lines reads every line and puts its record; it ends early only when there are too
// many problems to be worth reading on.
func (p *putter) lines(ctx context.Context) error {
	r := bufio.NewReaderSize(p.In, 1<<16)
	for row := 1; ; row++ {
		line, err := readLine(r)
		if row == 1 {
			line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
		}
		if errors.Is(err, errLong) {
			p.refuse(row, "", "line.long", "Limit", maxLine>>20)
			break
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return data.Fail("file.read", "File", p.File).Because(err)
		}
		if len(bytes.TrimSpace(line)) > 0 {
			if err := p.line(row, line); err != nil {
				return err
			}
		}
		if err != nil || len(p.problems) >= maxProblems {
			break
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	if refused := p.problems.Refused(); len(refused) > 0 {
		return &data.Error{Code: "put.refused", Args: []any{"File", p.File, "N", len(refused)}, Details: refused}
	}
	return nil
}

var errLong = errors.New("line too long")

// readLine reads to the next line feed, however the reader's buffer cuts it.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > maxLine {
			return nil, errLong
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}

func (p *putter) refuse(row int, field, code string, args ...any) {
	p.problems = append(p.problems, data.Problem{File: p.File, Row: row, Field: field, Code: code, Args: args, Refuse: true})
}

// line puts one record. What is wrong with it is collected; only a failure of the
// workspace itself is an error.
func (p *putter) line(row int, line []byte) error {
	if !utf8.Valid(line) {
		p.refuse(row, "", "line.encoding")
		return nil
	}
	object, broken := jsonObject(line)
	if object == nil {
		p.refuse(row, "", "line.json", "At", broken)
		return nil
	}
	name := jsonText(object["entity"])
	entity, ok := data.EntityNamed(name)
	if !ok || len(p.only) > 0 && !slices.Contains(p.only, entity.Name) {
		p.refuse(row, "entity", "entity.unknown", "Value", name)
		return nil
	}
	id := jsonText(object["id"])
	if raw, given := object["id"]; given && !goodID(id) {
		p.refuse(row, "id", "id.form", "Value", string(raw))
		return nil
	}
	rec, isNew, err := p.record(entity, id)
	if err != nil {
		return err
	}
	found := data.ReadJSON(rec, object, newID)
	if len(found) == 0 {
		found, err = p.save(entity, rec, isNew)
		if err != nil {
			return err
		}
	}
	for _, problem := range found {
		problem.File, problem.Row = p.File, row
		p.problems = append(p.problems, problem)
	}
	return nil
}

// jsonObject reads a line that is one JSON object; else it is nil, and the text broke at
// this byte, counted from 1.
func jsonObject(line []byte) (object map[string]json.RawMessage, broken int64) {
	err := json.Unmarshal(line, &object)
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		return nil, syntax.Offset
	}
	if err != nil {
		return nil, 1
	}
	return object, 1
}

// jsonText is a JSON string's text; of anything else nothing.
func jsonText(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return s
}

// goodID tells whether an id can be kept: short, and no path.
func goodID(id string) bool {
	for _, r := range id {
		if r <= ' ' || r == '/' || r == 0x7f {
			return false
		}
	}
	return id != "" && len(id) <= 64
}

func (p *putter) record(entity *data.Entity, id string) (rec data.Record, isNew bool, err error) {
	if id != "" {
		rec, err := p.tx.Get(entity, id)
		if err == nil {
			return rec, false, nil
		}
		if !data.HasCode(err, "record.missing") {
			return nil, false, err
		}
	} else {
		id = newID()
	}
	rec = entity.New()
	rec.Head().ID = id
	return rec, true, nil
}

func (p *putter) save(entity *data.Entity, rec data.Record, isNew bool) (data.Problems, error) {
	if c, ok := entity.Column("project"); ok && entity.Project && isNew {
		if project := c.At(rec).(*string); *project == "" {
			*project = p.Project
		}
	}
	if unknown := p.words.unknown(entity, rec); len(unknown) > 0 {
		return unknown, nil
	}
	err := p.tx.Save(rec)
	if refused, ok := errors.AsType[*data.Error](err); ok && refused.Code == "invalid" {
		return refused.Details, nil
	}
	p.words.learn(rec)
	p.seen[rec.Head().ID] = true
	return nil, err
}

// vocabulary knows the words of the editable vocabularies: shipped, and recorded.
type vocabulary struct{ known map[string]bool } // kind + "/" + code

func newVocabulary(recorded []*data.Vocabulary) *vocabulary {
	v := &vocabulary{known: map[string]bool{}}
	for _, kind := range data.VocabularyKind.Words {
		for _, code := range data.Shipped(kind) {
			v.known[kind+"/"+code] = true
		}
	}
	for _, r := range recorded {
		v.learn(r)
	}
	return v
}

func (v *vocabulary) learn(rec data.Record) {
	if r, ok := rec.(*data.Vocabulary); ok {
		v.known[r.Kind+"/"+r.Code] = true
	}
}

// unknown finds words of a record that no vocabulary has.
func (v *vocabulary) unknown(entity *data.Entity, rec data.Record) data.Problems {
	var ps data.Problems
	for i := range entity.Columns {
		c := &entity.Columns[i]
		if c.Kind != data.KindWord {
			continue
		}
		if s := *c.At(rec).(*string); s != "" && !v.known[c.Vocabulary+"/"+s] {
			ps = append(ps, data.Problem{
				Entity: entity.Name, Record: rec.Head().ID, Field: c.ID,
				Code: "vocabulary.unknown", Args: []any{"Value", s}, Refuse: true,
			})
		}
	}
	return ps
}
