//go:build race

package cli_test

// The race detector makes everything about ten times slower; the full numbers run without it.
const (
	manyRecords       = 1_000
	generatedProjects = 6
	hostileEvents     = 40
)
