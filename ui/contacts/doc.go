// Package contacts is the screen of the people that a coordinator works with: a table that searches while one types, and
// the record beside it, with its events and its history.
//
// It knows app's services, data's columns, the widgets of ui/kit and the interfaces of ui/screen; it knows neither the
// shell nor another screen, and no SQL. What it shows of a field (label, words, rules, errors) comes from the field's one
// definition in data.
package contacts
