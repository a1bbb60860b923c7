package shell

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// binding is a shortcut of the window: the canvas, the menus and the list of shortcuts all take it from here.
type binding struct {
	id   string // what it does: shell.key.<id> has the words
	on   []fyne.Shortcut
	do   func()
	list string // the keys as the list shows them, where it is not each of on
}

// Ids of bindings that menus refer to.
const (
	keyAnywhere = "anywhere"
	keyFind     = "find"
	keyNew      = "new"
	keySave     = "save"
	keyUndo     = "undo"
	keyRedo     = "redo"
)

// bindings are the shortcuts of the window. They rest while a dialog is open.
func (s *Shell) bindings() []binding {
	list := []binding{
		{id: keyAnywhere, on: []fyne.Shortcut{ctrl(fyne.KeyK)}, do: func() { s.goAnywhere("") }},
		{id: keyFind, on: []fyne.Shortcut{ctrl(fyne.KeyF)}, do: s.find},
		{id: keyNew, on: []fyne.Shortcut{ctrl(fyne.KeyN)}, do: s.newRecord},
		{id: keySave, on: []fyne.Shortcut{ctrl(fyne.KeyS)}, do: s.saveRecord},
		{id: keyUndo, on: []fyne.Shortcut{&fyne.ShortcutUndo{}}, do: s.undoHere},
		{id: keyRedo, on: []fyne.Shortcut{
			&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}, &fyne.ShortcutRedo{},
		}, do: s.redoHere},
	}
	for i := range mostKeys {
		b := binding{id: "screens", on: []fyne.Shortcut{screenKey(i)}, do: func() {
			if s.nav != nil && i < len(s.nav.screens) {
				s.Go(s.nav.screens[i].ID(), "")
			}
		}}
		if i > 0 {
			b.id = "" // one line of the list stands for all
		} else {
			b.list = "Ctrl+1 … " + string(rune('0'+s.screenKeys()))
		}
		list = append(list, b)
	}
	for i, b := range list {
		list[i].do = func() {
			if !s.asking() {
				b.do()
			}
		}
	}
	return list
}

const mostKeys = 9 // screens that have a key

func (s *Shell) screenKeys() int {
	if s.nav == nil {
		return mostKeys
	}
	return min(mostKeys, len(s.nav.screens))
}

// bound finds a binding, for a menu.
func (s *Shell) bound(id string) binding {
	for _, b := range s.bindings() {
		if b.id == id {
			return b
		}
	}
	return binding{}
}

// addShortcuts gives the canvas what the menus have too: a field that has the focus hands its shortcuts on to the
// canvas, and some have no place in a menu.
func (s *Shell) addShortcuts() {
	c := s.win.Canvas()
	for _, b := range s.bindings() {
		for _, on := range b.on {
			c.AddShortcut(on, func(fyne.Shortcut) { b.do() })
		}
	}
	c.SetOnTypedKey(s.typed)
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// screenKey is Ctrl+1 for the first screen, and so on to 9.
func screenKey(i int) fyne.Shortcut { return ctrl(fyne.KeyName(rune('1' + i))) }

// keysOf writes a shortcut as keyboards have it.
func keysOf(on fyne.Shortcut) string {
	k, ok := on.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	var parts []string
	for _, m := range []struct {
		bit  fyne.KeyModifier
		word string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "Cmd"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if k.Mod()&m.bit != 0 {
			parts = append(parts, m.word)
		}
	}
	return strings.Join(append(parts, string(k.Key())), "+")
}

// shortcut is a line of the list of shortcuts.
type shortcut struct{ keys, text string }

// shortcutGroup is a part of the list.
type shortcutGroup struct {
	title string
	lines []shortcut
}

// fixedKeys are those that widgets and the window answer to by themselves: their names where a keyboard has them in its
// own language, and the id of their words.
var fixedKeys = []struct{ group, keys, id string }{
	{"window", "F1", "help"}, {"window", "Alt", "menu"}, {"window", "Esc", "back"},
	{"list", "enter", "enter"}, {"list", "delete", "delete"}, {"list", "space", "space"}, {"list", "Shift+↑ ↓", "extend"}, {"list", "Ctrl+A", "all"},
	{"list", "Ctrl+← ↑ → ↓", "move"},
	{"form", "Tab, Shift+Tab", "tab"}, {"form", "↓", "choices"}, {"form", "Alt+↑ ↓", "order"},
}

// shortcutGroups is the list of shortcuts, made from what is bound so that it cannot say anything else.
//
//i18n:prefix shell.key. shell.keyname. shell.keys.
func (s *Shell) shortcutGroups() []shortcutGroup {
	groups := map[string][]shortcut{}
	for _, b := range s.bindings() {
		if b.id == "" {
			continue
		}
		keys := b.list
		if keys == "" {
			var all []string
			for _, on := range b.on {
				all = append(all, keysOf(on))
			}
			keys = strings.Join(all, ", ")
		}
		groups["window"] = append(groups["window"], shortcut{keys, s.T("shell.key." + b.id)})
	}
	for _, f := range fixedKeys {
		keys := f.keys
		if s.words.Has("shell.keyname." + keys) {
			keys = s.T("shell.keyname." + keys)
		}
		keys = strings.NewReplacer("← ↑ → ↓", s.T("shell.keyname.arrows"), "↑ ↓", s.T("shell.keyname.updown"), "↓", s.T("shell.keyname.down")).Replace(keys)
		groups[f.group] = append(groups[f.group], shortcut{keys, s.T("shell.key." + f.id)})
	}
	var out []shortcutGroup
	for _, g := range []string{"window", "list", "form"} {
		out = append(out, shortcutGroup{s.T("shell.keys." + g), groups[g]})
	}
	return out
}
