package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// drag follows the pointer from where it was pressed to where it is let go. Fyne tells where a drag has come to, but not
// where it began: that is known from the press, where there was one.
type drag struct {
	start, at   fyne.Position
	pressed, on bool
}

func (d *drag) down(ev *desktop.MouseEvent) {
	d.start, d.at, d.pressed = ev.Position, ev.Position, true
}

// moved gives where the pointer is, and whether the drag has just begun.
func (d *drag) moved(ev *fyne.DragEvent) (began bool) {
	if !d.on {
		began, d.on = true, true
		if !d.pressed {
			d.start = ev.Position
		}
		d.at = d.start
	}
	d.at = d.at.AddXY(ev.Dragged.DX, ev.Dragged.DY)
	return began
}

func (d *drag) end() { d.pressed, d.on = false, false }

// heldKeys tells which of Shift, Ctrl and Alt are held; none where the driver cannot tell.
func heldKeys() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// withKey tells which key a shortcut is with exactly this modifier, empty where it is another.
func withKey(s fyne.Shortcut, modifier fyne.KeyModifier) fyne.KeyName {
	if custom, ok := s.(*desktop.CustomShortcut); ok && custom.Modifier == modifier {
		return custom.KeyName
	}
	return ""
}
