package docx

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // the two formats in which pictures are taken
	_ "image/png"
	"strconv"
)

// media is a picture's file in the package. The same bytes are kept once.
type media struct {
	bytes []byte
	kind  string // png or jpeg
}

func (m media) file(i int) string { return fmt.Sprintf("image%d.%s", i+1, m.kind) }

func mediaID(i int) string { return fmt.Sprintf("rIdImage%d", i+1) }

// perMillimetre is a millimetre in English metric units.
const perMillimetre = 36000

func (ps Pictures) write(b *body) {
	if len(ps) == 0 {
		return
	}
	b.paragraph("Pictures", nil)
	for i, p := range ps {
		if i > 0 {
			b.run(Run{Text: "    "}, "")
		}
		b.picture(p)
	}
	b.end()
}

func (s Beside) write(b *body) {
	b.paragraph("Pictures", nil)
	b.picture(s.Picture)
	b.raised = strconv.Itoa(int(s.Picture.Height * 2)) // the text stands at the middle of the picture
	b.run(Run{Text: "    "}, "")
	for _, r := range s.Runs {
		r.Bold = true
		b.run(r, "")
	}
	b.raised = ""
	b.end()
}

// picture draws one in the line. What is no PNG or JPEG is a fault of the caller.
func (b *body) picture(p Picture) {
	config, kind, err := image.DecodeConfig(bytes.NewReader(p.Bytes))
	if err == nil && (kind != "png" && kind != "jpeg" || config.Width == 0 || config.Height == 0) {
		err = image.ErrFormat
	}
	if err != nil {
		b.failed = fmt.Errorf("picture %q: %w", p.Alt, err)
		return
	}
	at := b.keep(media{p.Bytes, kind})
	b.pictures++
	height := p.Height * perMillimetre
	width := height * float64(config.Width) / float64(config.Height)
	if widest := float64(textWidth) * 635; width > widest { // a twentieth of a point is 635 units
		width, height = widest, height*widest/width
	}
	cx, cy, id := strconv.Itoa(int(width)), strconv.Itoa(int(height)), strconv.Itoa(b.pictures)
	b.start("w:r")
	b.start("w:drawing")
	b.start("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0")
	b.empty("wp:extent", "cx", cx, "cy", cy)
	b.empty("wp:docPr", "id", id, "name", "Picture "+id, "descr", p.Alt)
	b.start("a:graphic")
	b.start("a:graphicData", "uri", pictureNamespace)
	b.start("pic:pic")
	b.start("pic:nvPicPr")
	b.empty("pic:cNvPr", "id", id, "name", b.media[at].file(at), "descr", p.Alt)
	b.empty("pic:cNvPicPr")
	b.end()
	b.start("pic:blipFill")
	b.empty("a:blip", "r:embed", mediaID(at))
	b.start("a:stretch")
	b.empty("a:fillRect")
	b.end()
	b.end()
	b.start("pic:spPr")
	b.start("a:xfrm")
	b.empty("a:off", "x", "0", "y", "0")
	b.empty("a:ext", "cx", cx, "cy", cy)
	b.end()
	b.start("a:prstGeom", "prst", "rect")
	b.empty("a:avLst")
	for range 8 { // from prstGeom up to the run
		b.end()
	}
}

func (b *body) keep(m media) int {
	for i, known := range b.media {
		if bytes.Equal(known.bytes, m.bytes) {
			return i
		}
	}
	b.media = append(b.media, m)
	return len(b.media) - 1
}
