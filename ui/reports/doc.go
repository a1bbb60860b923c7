// Package reports is the screen on which documents are written: the kinds of report, what each is asked for, a preview of
// what will stand in it, and the writing itself, with its progress and Cancel.
//
// It knows app's services, data, the widgets of ui/kit and the interfaces of ui/screen; it knows neither the shell nor
// another screen, and nothing of how a workbook is made.
package reports
