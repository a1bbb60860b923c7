package screen

import (
	"time"

	"fyne.io/fyne/v2"
)

// Texts gives words in the language of the window.
type Texts interface {
	// T gives the text with a message id. Args are pairs of a placeholder's name and its value.
	T(id string, args ...any) string
	// N gives the text in the plural form for n, which is also the placeholder Count.
	N(id string, n int, args ...any) string
}

// Action is a word of a toast that does something.
type Action struct {
	Text string
	Do   func()
}

// Toast says what was done and what can be done about it (Undo, Open, Show in folder).
type Toast struct {
	Text    string
	Actions []Action
	Stay    time.Duration // zero: as long as suits its length
}

// Question asks before something that cannot be undone.
type Question struct {
	Title, Text string
	Yes, No     string
	Danger      bool
	OnYes       func()
}

// Saving asks where a file is to be written. The shell proposes the folder that was used last, asks before it
// replaces a file, and remembers the folder.
type Saving struct {
	Title string
	Name  string // proposed, with its ending: "PRIMACENTERS contacts 2025-06-12.xlsx"
	Other string // another ending that may be typed instead: ".csv"; empty: none
	Done  func(path string)
}

// Opening asks for files to be read.
type Opening struct {
	Title   string
	Endings []string // ".png", ".pdf"; empty: all
	Done    func(path string)
}

// Shell is the main window as a screen sees it. All methods are called on the UI's goroutine.
type Shell interface {
	Texts
	// Language is the window's language code: en, fr, el, es, it or nl.
	Language() string
	// Window is the main window, for Fyne's dialogs.
	Window() fyne.Window
	// Go shows another screen, at one of its records when recordID is not empty.
	Go(screenID, recordID string)
	// Reveal shows a record of any entity on the screen that has a place for it, with the keyboard in a field where field
	// is not empty. It tells whether there is such a screen.
	Reveal(entity, recordID, field string) bool
	// Toast shows a toast.
	Toast(Toast)
	// ShowError tells the user what happened, to which record, and what to do. The shell puts domain errors into words
	// and logs the cause.
	ShowError(error)
	// Ask asks a question in a dialog.
	Ask(Question)
	// Status changes what the status bar says.
	Status(text string)
	// OpenFile opens a file with the program that the desktop has for it.
	OpenFile(path string)
	// OpenLink opens an address (mailto:, https:) with the program that the desktop has for it.
	OpenLink(address string)
	// ShowInFolder opens the folder that holds a file.
	ShowInFolder(path string)
	// Copy puts a text on the clipboard.
	Copy(text string)
	// AskSave asks where to write a file. Nothing is written yet.
	AskSave(Saving)
	// AskOpen asks for a file to read.
	AskOpen(Opening)
	// Undo takes back a batch of changes (a batch's id, as the services give it) and shows what came of it.
	Undo(batch string)
}

// NewRecord, in place of a record's id, asks Go for the form of a new record.
const NewRecord = "new"

// Narrowed, before a choice of the filter by a field, asks Reveal for the list narrowed so, in place of a record:
// Reveal("contact", Narrowed+"past", "next_contact").
const Narrowed = "="
