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

// Starter is a screen on which the keyboard has a place to begin.
type Starter interface {
	// First is what gets the keyboard when the screen comes into view: its list as a rule, so that the arrow keys work at
	// once. It is nil as long as that was not read; the screen then gives it the keyboard itself, unless something has it.
	First() fyne.Focusable
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

// Beginner is a Saver that can show a new record. Ctrl+S saves that also where nobody typed anything into it, such as one that was
// filled in beforehand; to leave it asks for nothing.
type Beginner interface {
	Saver
	// Fresh tells whether the record that is shown was never saved.
	Fresh() bool
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

// Revealer is a screen that shows records of some entities.
type Revealer interface {
	// Shows are the names of the entities that the screen has a place for: contact, engagement.
	Shows() []string
	// Reveal shows one record, with the keyboard in a field of it where field is not empty. Field is a column's id, or a
	// register's path ("emails/ID/address"). It is called after Shown.
	Reveal(entity, recordID, field string)
}

// Rememberer is a screen that comes back as it was left: filters, order, columns, what is open, what is folded open. A
// state is the screen's own text (JSON as a rule), without anything that is personal data: no search text, no names.
// The shell keeps it by workspace and screen.
type Rememberer interface {
	State() string
	// SetState is called once, before the screen is first shown. What no longer makes sense is passed over.
	SetState(string)
}

// Dropper is a screen that takes files that are dropped on it.
type Dropper interface {
	// Drop takes files by their paths, dropped at a place of the window.
	Drop(paths []string, at fyne.Position)
}

// Command is something that a screen can do, as Go anywhere (Ctrl+K) lists it.
type Command struct {
	Text string // "Write the deliverable workbook"
	Do   func() // called once the screen is shown
}

// Commander is a screen with commands beyond making a new record, which every Creator offers by itself.
type Commander interface {
	Commands() []Command
}

// Chaptered is a screen of which F1 shows another chapter of the manual than that named after the screen, such as the
// one on the part that is shown: "event-people".
type Chaptered interface {
	Chapter() string
}
