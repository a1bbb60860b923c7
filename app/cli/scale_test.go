//go:build !race

package cli_test

// How much the large tests take on.
const (
	manyRecords       = 10_000
	generatedProjects = 200
	hostileEvents     = 500
)
