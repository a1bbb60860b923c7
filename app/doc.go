// Package app is what a user can do, without a screen: services over the store
// and the reports. The window and the command line are thin callers of it. It
// knows neither Fyne nor flags.
package app
