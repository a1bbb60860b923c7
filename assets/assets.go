// Package assets holds the pictures that are part of the program: the icon and the emblem
// of the European Union. The catalogues are in the package i18n below it. It knows nothing
// of who shows them.
package assets

import (
	_ "embed"

	"primadesk/assets/drawn"
)

//go:generate go run ./drawn/write

// IconSize is the width and height of IconPNG, in pixels.
const IconSize = 512

//go:embed icon.png
var iconPNG []byte

// IconPNG is the program's icon. The bytes are not to be changed.
func IconPNG() []byte { return iconPNG }

// EmblemPNG is the emblem as PNG, so many pixels wide (3 to 6000) and two thirds of that
// high. It is not to be changed, and to be at least as large as any other logo beside it
// (grant agreement, article 17).
func EmblemPNG(width int) ([]byte, error) { return drawn.EmblemPNG(width) }
