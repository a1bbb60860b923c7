// Package cli is the command line: each command a thin call into app. It knows no
// store, no SQL and no screen, and every word that it prints comes from the
// catalogues.
package cli
