// Package screen says what a screen is to the shell, and what the shell is to a screen: interfaces only.
//
// Screens do not know each other, nor the shell; the shell knows screens by these interfaces. The package imports Fyne
// and nothing of ours, so that it does not depend on the catalogues, on app or on the widgets.
package screen
