// Package fields edits what data declares: for each kind of column the control that suits it, how its value goes into a
// form and back, and the words to choose from. So a field that data declares needs a place in a screen's form, and nothing
// else.
//
// Screens share it. It knows data's columns, the catalogues, the widgets of ui/kit, and of app what tells how a text came to
// be; it knows no screen.
package fields
