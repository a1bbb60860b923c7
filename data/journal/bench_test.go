package journal

import (
	"fmt"
	"testing"
)

// aRecord has the registers of an ordinary contact, and further entries that change two of them each.
func aRecord(b *testing.B, entries int) []Entry {
	b.Helper()
	wanted := map[Path]Value{}
	for _, field := range []string{"honorific", "given_name", "family_name", "latin", "role", "organisation", "country", "town", "language", "source"} {
		wanted[field] = `"Παπαδόπουλος"`
	}
	wanted["emails/0197-1"], wanted["emails/0197-1/address"], wanted["tags/harbour"] = Present, `"a@example.org"`, Present
	list := []Entry{{ID: testID(0), Changes: Create(nil, wanted)}}
	for i := 1; i < entries; i++ {
		list = append(list, Entry{ID: testID(uint32(i)), Changes: Edit(Fold(list, nil), map[Path]Value{"role": fmt.Sprintf(`"r%d"`, i), "town": fmt.Sprintf(`"t%d"`, i)})})
	}
	return list
}

func BenchmarkFold(b *testing.B) {
	for _, n := range []int{1, 3, 5, 100} {
		entries := aRecord(b, n)
		b.Run(fmt.Sprintf("entries=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Fold(entries, nil)
			}
		})
	}
}

func BenchmarkCreate(b *testing.B) {
	wanted := Fold(aRecord(b, 1), nil).Values()
	b.ReportAllocs()
	for b.Loop() {
		Create(nil, wanted)
	}
}

func BenchmarkEdit(b *testing.B) {
	state := Fold(aRecord(b, 3), nil)
	wanted := state.Values()
	wanted["role"] = `"new"`
	b.ReportAllocs()
	for b.Loop() {
		Edit(state, wanted)
	}
}

func BenchmarkUndoCreation(b *testing.B) {
	state := Fold(aRecord(b, 1), nil)
	target := map[ID]bool{testID(0): true}
	b.ReportAllocs()
	for b.Loop() {
		Undo(state, target)
	}
}

func BenchmarkEncode(b *testing.B) {
	changes := aRecord(b, 1)[0].Changes
	buffer := make([]byte, 0, 1024)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Append(buffer, changes); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	text, err := Encode(aRecord(b, 1)[0].Changes)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(text); err != nil {
			b.Fatal(err)
		}
	}
}
