// Package kittest looks at a window as it is drawn, for tests: whether all words can be read on what they stand on, and
// whether they have the room that they need. It knows Fyne alone.
package kittest
