// Package reports turns the domain's rows into the documents that a project hands in: the
// deliverable workbook for the granting authority, and the check file that says what it still
// lacks. A report is one list of sheets, each in a file of its own, declared as columns over rows.
//
// Rows reach it through the interfaces that it declares (see Source); it knows neither where
// records are kept nor the screen, and takes every word from the catalogues of assets/i18n.
// What may leave the workspace is decided by the privacy marks of data's columns.
package reports
