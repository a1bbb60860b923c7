package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// view sets what must be known before the first row: gridlines, panes, the tab.
func (s *sheet) view() error {
	no, yes, height := false, true, lineHeight
	if err := s.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no}); err != nil {
		return err
	}
	props := &excelize.SheetPropsOptions{FitToPage: &yes, DefaultRowHeight: &height}
	if s.plan.Tab != "" {
		tab := "FF" + s.plan.Tab
		props.TabColorRGB = &tab
	}
	return s.file.SetSheetProps(s.name, props)
}

// freeze keeps the title and the header of a register in view. Its rows are counted from the declaration: panes go first.
func (s *sheet) freeze() error {
	if s.plan.Layout != Register {
		return nil
	}
	header := s.titleRows() + 1
	columns := min(max(s.plan.Freeze, 0), len(s.widths)-1)
	panes := &excelize.Panes{Freeze: true, XSplit: columns, YSplit: header, TopLeftCell: cellName(columns, header+1), ActivePane: "bottomLeft"}
	if columns > 0 {
		panes.ActivePane = "bottomRight"
	}
	panes.Selection = []excelize.Selection{{SQRef: panes.TopLeftCell, ActiveCell: panes.TopLeftCell, Pane: panes.ActivePane}}
	return s.stream.SetPanes(panes)
}

// titleRows is how many rows the title takes: one for each line that is there, and the gold rule.
func (s *sheet) titleRows() int {
	rows := 0
	for _, text := range []string{s.plan.Back.Text, s.plan.Title, s.plan.Caption} {
		if oneLine(text) != "" {
			rows++
		}
	}
	if rows > 0 && s.plan.Layout == Register {
		return rows + 1
	}
	return rows
}

// title writes the sheet's title, caption and rule. In a Register they stand unmerged and run over the empty cells beside them.
func (s *sheet) title() error {
	lines := []struct {
		text string
		look look
	}{
		{oneLine(s.plan.Title), look{size: 17, bold: true, colour: colourHeader}},
		{oneLine(s.plan.Caption), look{colour: colourMuted}},
	}
	if err := s.back(); err != nil {
		return err
	}
	for _, line := range lines {
		if line.text == "" {
			continue
		}
		if s.plan.Layout != Register {
			if err := s.text(line.text, line.text, line.look, 0, s.last(), 4); err != nil {
				return err
			}
			continue
		}
		if err := s.put(line.look.font().height(1)+3, span{value: line.text, look: line.look}); err != nil {
			return err
		}
	}
	switch {
	case s.titleRows() == 0:
		return nil
	case s.plan.Layout == Register:
		return s.put(10, span{look: look{above: colourGold, aboveKind: 5}})
	case s.plan.Layout == Stack:
		return goldRule(s, 0)
	default:
		return goldRule(s, s.last()/6)
	}
}

// back writes the way back, in a line of its own.
func (s *sheet) back() error {
	text := oneLine(s.plan.Back.Text)
	if text == "" {
		return nil
	}
	if err := s.link(cellName(0, s.row+1), Text(text).LinkTo(s.plan.Back.Sheet)); err != nil {
		return err
	}
	return s.put(lineHeight+2, span{value: text, look: look{colour: colourAccent}})
}

const paperA4 = 9

// page sets up how the sheet prints; its rows and widths are known.
func (s *sheet) page() error {
	size, wide, tall, orientation := paperA4, 1, 0, "portrait"
	if s.lies() {
		orientation = "landscape"
	}
	if s.onePage {
		tall = 1
	}
	if err := s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall,
	}); err != nil {
		return err
	}
	side, top, bottom, foot, centred := s.sideMargin(), topMargin, footMargin, 0.35, s.plan.Layout != Register
	if err := s.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &foot, Footer: &foot, Horizontally: &centred,
	}); err != nil {
		return err
	}
	if footer := s.footer.code(); footer != "" {
		if err := s.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: footer}); err != nil {
			return err
		}
	}
	for _, row := range s.breaks {
		if err := s.stream.InsertPageBreak(cellName(0, row)); err != nil {
			return err
		}
	}
	return s.printNames()
}

func (s *sheet) printNames() error {
	sheet := quoteSheet(s.name)
	names := []excelize.DefinedName{{
		Name: "_xlnm.Print_Area", Scope: s.name, RefersTo: sheet + "!" + area(0, 1, s.last(), max(s.row, 1)),
	}}
	if s.headerRow > 0 {
		_, rows, _ := strings.Cut(area(0, s.headerRow, 0, s.headerRow), "$A")
		first, _, _ := strings.Cut(rows, ":")
		names = append(names, excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: sheet + "!" + first + ":" + first,
		})
	}
	for _, name := range names {
		if err := s.defineName(name); err != nil {
			return err
		}
	}
	return nil
}

// defineName gives the sheet a name of its own. excelize lists all sheets for each name that there is already, to see that no two are alike,
// which with hundreds of sheets is most of the work of a workbook; these can't be alike, so only the first goes through it.
func (s *sheet) defineName(name excelize.DefinedName) error {
	there := s.file.WorkBook != nil && s.file.WorkBook.DefinedNames != nil && len(s.file.WorkBook.DefinedNames.DefinedName) > 0
	index, err := s.file.GetSheetIndex(s.name)
	if err != nil || !there {
		return s.file.SetDefinedName(&name)
	}
	names := s.file.WorkBook.DefinedNames
	one := names.DefinedName[0]
	one.Name, one.Data, one.Comment, one.LocalSheetID = name.Name, name.RefersTo, "", &index
	names.DefinedName = append(names.DefinedName, one)
	return nil
}

// maxFooter is what Excel takes for all three parts of a footer, in characters, codes included.
const maxFooter = 255

// code writes the footer in Excel's codes (ECMA-376 part 1, 18.3.1.46). The font, size and colour come first in each part, so that
// a text which begins with a digit is not read as a size.
func (f Footer) code() string {
	style := `&"` + fontName + `,Regular"&8&K` + colourMuted
	page := strings.NewReplacer("{page}", "&P", "{pages}", "&N").Replace(footerText(f.Page, 60))
	centre := "&A"
	if draft := footerText(f.Draft, 30); draft != "" {
		centre = `&"` + fontName + `,Bold"&K` + colourOnAmber + draft + ` · ` + `&"` + fontName + `,Regular"&K` + colourMuted + "&A"
	}
	right := ""
	if page != "" {
		right = "&R" + style + page
	}
	tail := "&C" + style + centre + right
	left := "&L" + style
	return left + footerText(f.Left, maxFooter-units(left+tail)) + tail
}

// footerText doubles ampersands and keeps within a length.
func footerText(text string, limit int) string {
	text = strings.ReplaceAll(oneLine(text), "&", "&&")
	short := head(text, max(limit, 0))
	if strings.Count(short, "&")%2 == 1 {
		short = strings.TrimSuffix(short, "&")
	}
	return short
}
