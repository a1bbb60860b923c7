// Package engagements shows the log of contacts made, as a tab beside a person or an organisation: what was said when, by
// which channel, and what follows from it. A new entry takes two keystrokes: one opens it, one saves it.
//
// Screens share it. It knows app's services, data's columns, ui/fields, ui/record and ui/kit; it knows no screen.
package engagements
