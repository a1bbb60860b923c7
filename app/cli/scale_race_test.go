//go:build race

package cli_test

// The race detector makes everything about ten times slower; the full numbers run without it.
const (
	manyRecords       = 1_000
	generatedProjects = 10
	hostileEvents     = 40
)
