package workbook

import (
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

var (
	valueAxis = regexp.MustCompile(`(?s)<valAx>.*?</valAx>`)
	// What only an axis of categories may have (ECMA-376 part 1, 21.2.2.25); excelize gives it to a scatter chart's axes of values, too.
	categoryOnly = regexp.MustCompile(`<(?:auto|lblAlgn|lblOffset|noMultiLvlLbl) [^>]*>(?:</(?:auto|lblAlgn|lblOffset|noMultiLvlLbl)>)?`)
)

// validAxes takes from axes of values what the schema gives to axes of categories alone.
func validAxes(file *excelize.File) {
	file.Pkg.Range(func(key, value any) bool {
		name, _ := key.(string)
		if part, ok := value.([]byte); ok && strings.HasPrefix(name, "xl/charts/chart") {
			file.Pkg.Store(name, valueAxis.ReplaceAllFunc(part, func(axis []byte) []byte { return categoryOnly.ReplaceAll(axis, nil) }))
		}
		return true
	})
}
