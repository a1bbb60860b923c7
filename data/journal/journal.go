// Package journal is the rule of change: what a record is after many people on many laptops have changed it.
//
// A record is a flat set of registers (docs/decisions/0001). Each change of a record is one Entry, and says of every
// register that it writes which earlier entries it supersedes, that is: which its author had seen there. From the entries
// alone Fold says what the record is now, what is in conflict, and what is shown meanwhile; Edit and Undo say what the next
// entry has to hold; History tells people what happened. Replicas that hold the same entries compute the same, in whatever
// order the entries came and however wrong the clocks were.
//
// The package may not know the domain, a database, files, the network or the time: entries and instants are handed in. It
// imports nothing of ours.
package journal

import (
	"slices"

	"github.com/google/uuid"
)

// ID is the text of a UUIDv7: of an entry, a batch, a record, an author, or a device's incarnation.
type ID = string

// Beginning stands in Change.Restores for "as it was before any entry wrote here". No entry has this id.
const Beginning ID = "-"

// NewID makes an id. Ids made by one process ascend.
func NewID() (ID, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return "", err
	}
	return id.String(), nil
}

// ValidID says whether an id is a UUID as this program writes them: 36 characters, lower case.
func ValidID(id ID) bool {
	parsed, err := uuid.Parse(id)
	return err == nil && len(id) == 36 && parsed.String() == id
}

// Change is what one entry says of one register.
type Change struct {
	// Value is what the register holds from now on: canonical JSON, Null for nothing.
	Value Value
	// Supersedes are the entries that the author saw standing here. A removal also names the entries that stand in any
	// register below it, and a change below something removed names the removal, as the entry's id, "^" and the number
	// of segments of the removed path: so that what was made in knowledge of each other is told from what was made apart.
	// Sorted, without repeats. Ids that nobody holds do no harm.
	Supersedes []ID
	// Restores is set by Undo alone: the entries whose state this change brings back, or Beginning. It lets an undo
	// look through an earlier one, so that edits can be undone one after another, and leaves the choice among them open where
	// they differ. It decides nothing else.
	Restores []ID
}

// Entry is one change of one record. An entry never changes once it is written; its ID is what makes it the same entry elsewhere.
type Entry struct {
	ID      ID
	Batch   ID     // what was done in one go, such as one import
	Device  ID     // incarnation of the device that wrote it
	Seq     int64  // counts the entries of that incarnation from 1, without gaps
	Clock   Clock  // orders what people see; decides nothing
	Author  ID     // record of the person who did it
	Entity  string // kind of the record
	Record  ID
	Schema  int // version of the field ids, from 1
	Changes map[Path]Change
}

// Check says whether an entry that came from elsewhere is well formed. The error wraps ErrMalformed or ErrValue.
func (e *Entry) Check() error {
	for name, id := range map[string]ID{"id": e.ID, "batch": e.Batch, "device": e.Device, "record": e.Record} {
		if !ValidID(id) {
			return malformed("%s %q is no id", name, id)
		}
	}
	switch {
	case e.Author != "" && !ValidID(e.Author):
		return malformed("author %q is no id", e.Author)
	case e.Entity == "":
		return malformed("no entity")
	case e.Seq < 1 || e.Schema < 1 || e.Clock < 0:
		return malformed("sequence %d, schema %d or clock %d", e.Seq, e.Schema, e.Clock)
	case len(e.Changes) == 0:
		return malformed("no changes")
	}
	for path, change := range e.Changes {
		if err := checkChange(path, change); err != nil {
			return err
		}
		if slices.Contains(change.Supersedes, e.ID) {
			return malformed("%q supersedes its own entry", path)
		}
	}
	return nil
}

func checkChange(path Path, c Change) error {
	switch {
	case !ValidPath(path):
		return malformed("path %q", path)
	case !IsCanonical(c.Value):
		return notCanonical(path)
	case path == Record && c.Value != Live && c.Value != Trash && c.Value != Undone:
		return malformed("a record cannot be %s", c.Value)
	}
	return nil
}
