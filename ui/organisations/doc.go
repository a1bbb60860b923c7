// Package organisations is the screen of the stakeholders: a table, or the stakeholder grid under the same filters, and the
// record beside it with its people, its log, its events and its history.
//
// It knows app's services, data's columns, ui/record, ui/listing, ui/engagements, ui/kit and ui/screen; it knows neither
// the shell nor another screen.
package organisations
