// Package kit holds Primadesk's own widgets and theme.
//
// It knows nothing of the domain, of the application or of the catalogues: every word that it shows comes in as a
// string or a func, every value goes in and out as a string (a code, an ISO date, digits), and work off the user
// interface's goroutine runs through an Exec that the caller gives. It may import Fyne and golang.org/x/text only.
//
// Measures are given at scale 1 and grow with the theme's scale; colours are tokens that are looked up again on each
// refresh. So a change of theme or scale needs no new widgets: Fyne refreshes the tree, and each widget follows.
package kit
