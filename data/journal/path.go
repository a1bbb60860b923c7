package journal

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// Path names a register within its record: segments parted by a slash, made from the field ids of data.
type Path = string

// Record is the path of the record itself, whose register says whether it is live, in the trash or undone.
const Record Path = ""

// Parent is the path one segment up; false for the record itself, which has none.
func Parent(path Path) (Path, bool) {
	if path == Record {
		return Record, false
	}
	return path[:max(strings.LastIndexByte(path, '/'), 0)], true
}

// Ancestors yields every path above path, the nearest first, the record itself last.
func Ancestors(path Path) iter.Seq[Path] {
	return func(yield func(Path) bool) {
		for up, ok := Parent(path); ok; up, ok = Parent(up) {
			if !yield(up) {
				return
			}
		}
	}
}

// IsBelow says whether path lies under above. Nothing lies under itself.
func IsBelow(path, above Path) bool {
	if above == Record {
		return path != Record
	}
	return len(path) > len(above) && path[len(above)] == '/' && path[:len(above)] == above
}

// IsRemoval says whether that value, written at that path, takes away what is below: a record that is not live, or null.
func IsRemoval(path Path, value Value) bool {
	if path == Record {
		return value != Live
	}
	return value == Null
}

// ValidPath says whether a path is well formed: UTF-8, no empty segment, or the record itself.
func ValidPath(path Path) bool {
	if path == Record {
		return true
	}
	return path[0] != '/' && path[len(path)-1] != '/' && !strings.Contains(path, "//") && utf8.ValidString(path)
}

// present is what an edit below a path says of that path: that it is still wanted.
func present(path Path) Value {
	if path == Record {
		return Live
	}
	return Present
}
