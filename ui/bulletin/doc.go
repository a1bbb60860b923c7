// Package bulletin is the screen of the newsletter: the issues, one of them in its form, and beside it how it reads in a
// language while it is typed, what it lacks there, and who may get it. From here it is written.
//
// It knows app's services, data, ui/record, ui/listing, ui/fields, the widgets of ui/kit and the interfaces of ui/screen. It
// knows neither the shell nor another screen, and nothing of how an issue is put together.
package bulletin
