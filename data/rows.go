package data

import (
	"cmp"
	"database/sql/driver"
	"encoding/json"
	"slices"
)

// Element is what every member of a list inside a record has: an identity of its
// own, so that lists edited apart join by element, and a place in the order.
type Element struct {
	ID    string `json:"id"`
	Order string `json:"order,omitempty"` // a fractional key, see Between
}

// Elem returns the element itself, so that embedding Element is enough.
func (e *Element) Elem() *Element { return e }

// Row is a pointer to a list's member.
type Row interface{ Elem() *Element }

// Rows is a list inside a record, kept in the order of (Order, ID).
type Rows[T any] []T

// List is a Rows of any type, as the register and JSON codecs see it.
type List interface {
	Len() int
	Row(i int) Row              // a pointer to the i-th member
	Add(id string) Row          // appends a member with this id
	Find(id string) (Row, bool) // by identity
	Keep(func(id string) bool)  // takes out all others
	Arrange()                   // puts the members in order
	Reset()
}

// Len is the number of members.
func (r *Rows[T]) Len() int { return len(*r) }

// Row is a pointer to the i-th member.
func (r *Rows[T]) Row(i int) Row { return any(&(*r)[i]).(Row) }

// Add appends a member with this id.
func (r *Rows[T]) Add(id string) Row {
	var v T
	*r = append(*r, v)
	row := r.Row(len(*r) - 1)
	row.Elem().ID = id
	return row
}

// Find gives the member with this id.
func (r *Rows[T]) Find(id string) (Row, bool) {
	for i := range *r {
		if row := r.Row(i); row.Elem().ID == id {
			return row, true
		}
	}
	return nil, false
}

// Keep takes out every member for which keep is false.
func (r *Rows[T]) Keep(keep func(id string) bool) {
	*r = slices.DeleteFunc(*r, func(v T) bool { return !keep(any(&v).(Row).Elem().ID) })
}

// Reset takes out all members.
func (r *Rows[T]) Reset() { *r = nil }

// Arrange sorts by order key, then id.
func (r *Rows[T]) Arrange() {
	slices.SortFunc(*r, func(a, b T) int {
		x, y := any(&a).(Row).Elem(), any(&b).(Row).Elem()
		return cmp.Or(cmp.Compare(x.Order, y.Order), cmp.Compare(x.ID, y.ID))
	})
}

// Value keeps the list as JSON in one database column.
func (r Rows[T]) Value() (driver.Value, error) {
	if len(r) == 0 {
		return "", nil
	}
	return marshal([]T(r))
}

// Scan reads what Value wrote.
func (r *Rows[T]) Scan(src any) error {
	var list []T
	if err := scanJSON(src, &list); err != nil {
		return err
	}
	*r = list
	return nil
}

// UnmarshalJSON reads an array; the record codec goes member by member instead,
// to name the one that is wrong.
func (r *Rows[T]) UnmarshalJSON(b []byte) error {
	var list []T
	if err := json.Unmarshal(b, &list); err != nil {
		return err
	}
	*r = list
	return nil
}

const rankDigits = "0123456789abcdefghijklmnopqrstuvwxyz"

// Between gives an order key that sorts after a and before b (bytewise). Empty a
// is the start, empty b the end. Keys have no trailing zeros, so that there is
// always room. It needs a < b.
func Between(a, b string) string {
	key := []byte{}
	for i := 0; ; i++ {
		lo, hi := 0, len(rankDigits)
		if i < len(a) {
			lo = digitOf(a[i])
		}
		if b != "" && i < len(b) {
			hi = digitOf(b[i])
		}
		if hi-lo > 1 {
			return string(append(key, rankDigits[(lo+hi)/2]))
		}
		key = append(key, rankDigits[lo])
		if hi > lo { // the rest of b no longer binds
			b = ""
		}
	}
}

func digitOf(c byte) int {
	if c >= 'a' {
		return min(int(c-'a')+10, len(rankDigits)-1)
	}
	return max(int(c)-'0', 0)
}

// Ranks gives n order keys in ascending order, all of the same length.
func Ranks(n int) []string {
	width, room := 2, len(rankDigits)*len(rankDigits)
	for room <= n+1 {
		width, room = width+1, room*len(rankDigits)
	}
	keys := make([]string, n)
	for i := range keys {
		v := (i + 1) * room / (n + 1)
		b := make([]byte, width)
		for j := width - 1; j >= 0; j-- {
			b[j], v = rankDigits[v%len(rankDigits)], v/len(rankDigits)
		}
		if b[width-1] == '0' {
			b = append(b, rankDigits[len(rankDigits)/2])
		}
		keys[i] = string(b)
	}
	return keys
}
