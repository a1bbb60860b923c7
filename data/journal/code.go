package journal

import (
	"slices"
	"strings"
)

// The changes of an entry are kept, and sent, as one JSON object: path → array of the value, then the superseded ids, then,
// where an undo restores something, an array of the restored ids:
//
//	{"given_name":["Ελένη"],"role":["cook","0197…"],"town":[null,"0197…",["-"]]}
//
// Paths and ids ascend by bytes, and nothing is optional, so that the same changes have the same bytes.

// Encode gives the one encoding of changes. The error wraps ErrValue or ErrMalformed.
func Encode(changes map[Path]Change) ([]byte, error) {
	size := 2
	for path, change := range changes {
		size += len(path) + len(change.Value) + 7 + 39*(len(change.Supersedes)+len(change.Restores))
	}
	return Append(make([]byte, 0, size), changes)
}

// Append appends the encoding of changes to b.
func Append(b []byte, changes map[Path]Change) ([]byte, error) {
	var room [32]Path
	paths := room[:0]
	for path := range changes {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	var err error
	b = append(b, '{')
	for i, path := range paths {
		if i > 0 {
			b = append(b, ',')
		}
		if !ValidPath(path) {
			return b, malformed("path %q", path)
		}
		change := changes[path]
		if !IsCanonical(change.Value) {
			return b, notCanonical(path)
		}
		if b, err = appendString(b, path); err != nil {
			return b, err
		}
		b = append(append(b, ":["...), change.Value...)
		if b, err = appendIDs(b, change.Supersedes, true); err != nil {
			return b, err
		}
		if len(change.Restores) > 0 {
			b = append(b, ",["...)
			if b, err = appendIDs(b, change.Restores, false); err != nil {
				return b, err
			}
			b = append(b, ']')
		}
		b = append(b, ']')
	}
	return append(b, '}'), nil
}

func appendIDs(b []byte, ids []ID, comma bool) ([]byte, error) {
	if !ascending(ids) {
		ids = sorted(slices.Clone(ids))
	}
	for _, id := range ids {
		if !plainID(id) {
			return b, malformed("id %q", id)
		}
		if comma {
			b = append(b, ',')
		}
		comma = true
		b = append(append(append(b, '"'), id...), '"')
	}
	return b, nil
}

// Decode reads what Encode wrote, and nothing else: what it accepts, Encode gives back byte for byte. Strings of the result
// share one copy of the text. The error wraps ErrMalformed, and says where.
func Decode(encoded []byte) (map[Path]Change, error) {
	s := scanner{text: string(encoded)}
	changes := make(map[Path]Change, strings.Count(s.text, ":["))
	if !s.byte('{') {
		return nil, s.fault("no object")
	}
	last := ""
	for !s.byte('}') {
		if len(changes) > 0 && !s.byte(',') {
			return nil, s.fault("no comma")
		}
		path, ok := s.key()
		if !ok || !ValidPath(path) || len(changes) > 0 && path <= last {
			return nil, s.fault("no path, or out of order")
		}
		last = path
		change, ok := s.change()
		if !ok {
			return nil, s.fault("no change")
		}
		changes[path] = change
	}
	if s.at != len(s.text) {
		return nil, s.fault("text after the end")
	}
	return changes, nil
}

func (s *scanner) fault(what string) error { return malformed("changes, byte %d: %s", s.at, what) }

func (s *scanner) change() (Change, bool) {
	var c Change
	if !s.byte(':') || !s.byte('[') {
		return c, false
	}
	from := s.at
	if !s.value(0) {
		return c, false
	}
	c.Value = s.text[from:s.at]
	for !s.byte(']') {
		if !s.byte(',') {
			return c, false
		}
		if s.byte('[') {
			var ok bool
			if c.Restores, ok = s.ids(); !ok {
				return c, false
			}
			return c, s.byte(']')
		}
		id, ok := s.id()
		if !ok || len(c.Supersedes) > 0 && id <= c.Supersedes[len(c.Supersedes)-1] {
			return c, false
		}
		c.Supersedes = append(c.Supersedes, id)
	}
	return c, true
}

// ids reads one or more ids up to the end of their array.
func (s *scanner) ids() ([]ID, bool) {
	var ids []ID
	for {
		id, ok := s.id()
		if !ok || len(ids) > 0 && id <= ids[len(ids)-1] {
			return nil, false
		}
		ids = append(ids, id)
		if s.byte(']') {
			return ids, true
		}
		if !s.byte(',') {
			return nil, false
		}
	}
}

func (s *scanner) id() (ID, bool) {
	if !s.byte('"') {
		return "", false
	}
	end := strings.IndexByte(s.text[s.at:], '"')
	if end < 0 {
		return "", false
	}
	id := s.text[s.at : s.at+end]
	s.at += end + 1
	return id, plainID(id)
}

// plainID says whether an id can stand between quotes as it is.
func plainID(id ID) bool {
	if id == "" || len(id) > 64 {
		return false
	}
	for i := range len(id) {
		if c := id[i]; c < '!' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

func ascending(ids []ID) bool {
	for i := 1; i < len(ids); i++ {
		if ids[i] <= ids[i-1] {
			return false
		}
	}
	return true
}

// sorted puts ids in their order, each once, in place.
func sorted(ids []ID) []ID {
	slices.Sort(ids)
	return slices.Compact(ids)
}
