package screen

import "fyne.io/fyne/v2"

// Screen is one place of the rail. The shell builds it once, shows and hides it, and asks for what the user can do
// through the capabilities below, which a screen has or has not. All methods run on the UI's goroutine.
type Screen interface {
	// ID is the screen's name in links and settings: home, contacts, events.
	ID() string
	// Title is the screen's name in the language in force, as the rail shows it.
	Title() string
	// Icon is what the rail shows before the title.
	Icon() fyne.Resource
	// Content is the whole screen with its header; the same object each time.
	Content() fyne.CanvasObject
	// Shown is called when the screen comes into view; it subscribes to signals and loads what it shows.
	Shown()
	// Hidden is called when it goes out of view; it unsubscribes and cancels what it fetches.
	Hidden()
}

// Opener is a screen that can show one record. An empty id shows the list alone.
type Opener interface {
	Open(recordID string)
}

// Searcher is a screen with a search field.
type Searcher interface {
	// FocusSearch puts the keyboard into the field (Ctrl+F).
	FocusSearch()
	// Search searches as if the text had been typed.
	Search(text string)
}

// Creator is a screen that can make a new record (Ctrl+N).
type Creator interface {
	New()
}

// Saver is a screen with a form.
type Saver interface {
	// Dirty tells whether there is something to save.
	Dirty() bool
	// Save saves it (Ctrl+S), and tells whether that succeeded; if not, the screen shows why.
	Save() bool
	// Discard takes the changes back.
	Discard()
}

// Writer is a screen whose main action writes a file (Ctrl+S, where there is no form to be saved).
type Writer interface {
	// Write asks where to, and writes it.
	Write()
}

// Deleter is a screen whose selected record can be deleted (Delete, with Undo offered).
type Deleter interface {
	Delete()
}

// Backer is a screen on which Esc leads back: from a form to the table, from an event to the list.
type Backer interface {
	// Back goes one step back, and tells whether there was one.
	Back() bool
}

// Closer is a screen that holds something until the window closes.
type Closer interface {
	Close()
}
