package cli

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

// order is a field to sort by, with a minus before it for the other direction. It reads itself: to the grammar a word with a
// minus would be an option.
type order string

// Decode takes the next word of the command line.
func (o *order) Decode(ctx *kong.DecodeContext) error {
	word := ctx.Scan.Pop()
	text, ok := word.Value.(string)
	if !ok || word.IsEOL() || strings.HasPrefix(text, "--") {
		return fmt.Errorf("no field to sort by: %v", word.Value)
	}
	*o = order(text)
	return nil
}
