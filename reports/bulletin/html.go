package bulletin

import (
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"sync"

	"primadesk/assets"
	"primadesk/assets/i18n"
)

//go:embed letter.html.tmpl
var letterTemplate string

// layout is read when the first issue is written. Everything that goes into it is escaped for the place where it stands.
var layout = sync.OnceValues(func() (*template.Template, error) {
	return template.New("letter").Funcs(template.FuncMap{"picture": picture}).Parse(letterTemplate)
})

// emblemWide is the width of the emblem's picture, twice as many pixels as it is shown with.
const emblemWide = 240

var emblem = sync.OnceValues(func() ([]byte, error) { return assets.EmblemPNG(emblemWide) })

// picture is a picture inside the file. Only PNG and JPEG come here, so the address is safe.
func picture(content []byte) template.URL {
	return template.URL(dataURI(content))
}

func dataURI(content []byte) string {
	return "data:" + http.DetectContentType(content) + ";base64," + base64.StdEncoding.EncodeToString(content)
}

// HTML is the issue as one file in a language, with its pictures inside: for mail programs, whose styles stand at each element,
// and for the window's preview. What the language lacks is marked; Gaps lists it.
func HTML(i Issue, p *i18n.Printer) (string, error) {
	t, err := layout()
	if err != nil {
		return "", fmt.Errorf("letter: %w", err)
	}
	drawn, err := emblem()
	if err != nil {
		return "", fmt.Errorf("emblem: %w", err)
	}
	var out strings.Builder
	err = t.Execute(&out, struct {
		*letter
		EmblemPicture []byte
	}{compose(i, p), drawn})
	return out.String(), err
}
