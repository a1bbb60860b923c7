// Package help is the screen of the manual: its chapters offline, a search in them, and pages that the shell adds, such as
// the shortcuts. It knows the manual and the widgets.
package help
