package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Segments is a choice of one among chips (By country, By theme), beside each other.
type Segments struct {
	widget.BaseWidget
	row      *fyne.Container
	chips    map[string]*FilterChip
	chosen   string
	onChosen func(id string)
}

// NewSegments makes a choice with the first one chosen. chosen is called when the user changes it.
func NewSegments(choices []Tab, chosen func(id string)) *Segments {
	s := &Segments{row: HStack(8), chips: map[string]*FilterChip{}, onChosen: chosen}
	s.ExtendBaseWidget(s)
	for _, c := range choices {
		chip := NewFilterChip(c.Text, func() { s.pick(c.ID) })
		s.chips[c.ID] = chip
		s.row.Add(chip)
	}
	if len(choices) > 0 {
		s.Choose(choices[0].ID)
	}
	return s
}

// Chosen gives the id that is chosen.
func (s *Segments) Chosen() string { return s.chosen }

// Choose changes the choice without calling back.
func (s *Segments) Choose(id string) {
	s.chosen = id
	for other, chip := range s.chips {
		chip.SetSelected(other == id)
	}
}

// SetText changes the words of one choice, such as its count.
func (s *Segments) SetText(id, text string) {
	if chip := s.chips[id]; chip != nil {
		chip.SetText(text)
	}
}

func (s *Segments) pick(id string) {
	if id == s.chosen {
		return
	}
	s.Choose(id)
	if s.onChosen != nil {
		s.onChosen(id)
	}
}

// Held implements Holder.
func (s *Segments) Held() []fyne.CanvasObject { return []fyne.CanvasObject{s.row} }

// CreateRenderer implements fyne.Widget.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer { return newWrap(s, s.row, nil) }
