// Command write draws the pictures that package assets embeds, into the folder that it is
// started in.
package main

import (
	"log"
	"os"

	"primadesk/assets"
	"primadesk/assets/drawn"
)

func main() {
	log.SetFlags(0)
	if err := write(); err != nil {
		log.Fatal(err)
	}
}

func write() error {
	icon, err := drawn.IconPNG(assets.IconSize)
	if err != nil {
		return err
	}
	for name, content := range map[string][]byte{
		"emblem.svg": drawn.EmblemSVG(), "icon.svg": drawn.IconSVG(), "icon.png": icon,
	} {
		if err := os.WriteFile(name, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
