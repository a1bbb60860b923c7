package kit

// NewCross makes a small cross that takes something away: a row, a picture. Name is what is taken, for tests and screen
// readers.
func NewCross(name string, tapped func()) *Button {
	b := newIconButton(iconCross(), tapped)
	b.SetName(name)
	return b
}
