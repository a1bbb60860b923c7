package kit

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

func mockMonth(text string) *Month {
	m := NewMonth(MonthParams{Words: words(), Day: "2025-05-22", Today: func() time.Time { return time.Date(2025, 5, 20, 0, 0, 0, 0, time.UTC) },
		OnMove: func(string, string, string) {}})
	m.SetEntries([]MonthEntry{
		{ID: "a", Text: "Invitations", First: "2025-05-08", Tone: ToneIdea}, {ID: "b", Text: "Focus group", First: "2025-05-15", Tone: TonePostponed},
		{ID: "c", Text: "First round table", First: "2025-05-22", Tone: ToneHeld}, {ID: "d", Text: text, First: "2025-05-22", Tone: ToneHeld},
		{ID: "e", Text: "Third", First: "2025-05-22", Tone: TonePlanned}, {ID: "f", Text: "Fourth", First: "2025-05-22", Tone: ToneLate},
		{ID: "g", Text: "Study visit of several days", First: "2025-05-02", Last: "2025-05-06", Tone: ToneConfirmed},
		{ID: "h", Text: "Networking", First: "2025-05-28", Tone: ToneReported}, {ID: "i", Text: "Week", First: "2025-05-26", Last: "2025-06-03", Tone: TonePlanned},
	})
	return m
}

func TestGalleryMonth(t *testing.T) {
	for name, size := range map[string]struct {
		scale float32
		w, h  float32
	}{"month": {1, 1170, 540}, "month-large": {1.5, 900, 600}} {
		picture(t, name, size.scale, fyne.NewSize(size.w, size.h), func() (fyne.CanvasObject, func(fyne.Canvas)) {
			m := mockMonth("Στρογγυλή τράπεζα με τους παραγωγούς")
			return Pad(Even(20), Framed(Borders{Top: Pad(Inset{Bottom: 10}, HStack(8, m.Nav()))}, m)), func(c fyne.Canvas) { c.Focus(m) }
		})
	}
}
