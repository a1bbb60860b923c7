package workbook

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func writeSample(t *testing.T, w Workbook) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.xlsx")
	if err := WriteFile(t.Context(), path, w, Options{}); err != nil {
		t.Fatal(err)
	}
	// To be looked at by hand and put through a validator.
	if keep := os.Getenv("WORKBOOK_KEEP"); keep != "" {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(keep, filepath.Base(t.Name())+".xlsx"), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func TestSampleIsTheSameBytesEveryTime(t *testing.T) {
	var first []byte
	for range 8 {
		var out bytes.Buffer
		if err := Write(t.Context(), &out, sampleWorkbook(t), Options{Scratch: t.TempDir()}); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = out.Bytes()
		}
		if !bytes.Equal(first, out.Bytes()) {
			t.Fatal("two runs gave different bytes")
		}
	}
	path := writeSample(t, sampleWorkbook(t))
	if text, err := os.ReadFile(path); err != nil || !bytes.Equal(text, first) {
		t.Fatalf("the file is not what Write gives: %v", err)
	}
}

var _ = errors.Is
var _ = context.Canceled
