// Package data is the domain: what a project, a contact, an event or a
// takeaway is, which fields it has, and which values make sense.
//
// Every field is declared once, as a Column: tables, forms, sheets, CSV, the
// command line, the journal and the privacy rules all read that declaration.
// The package imports nothing of ours and does no input or output; keeping
// records (data/store), the rule of change (data/journal) and words in six
// languages (assets/i18n) are elsewhere.
package data
