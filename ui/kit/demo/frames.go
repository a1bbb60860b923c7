package main

import (
	"image"
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
)

// textsPage is texts: cut, wrapped, compared, found.
func textsPage(d *demo) fyne.CanvasObject {
	before := d.p.T("fields.wrong_date") + " " + d.p.T("fields.wrong_number")
	after := d.p.T("fields.wrong_time") + " " + d.p.T("fields.wrong_number")
	finder := kit.NewFinder(kit.FinderParams{Placeholder: d.p.Entities("contact"), Rows: 6, OnChosen: func(i int) { d.tell("OnChosen", i) }})
	var rows []kit.FinderRow
	for _, code := range countries() {
		rows = append(rows, kit.FinderRow{Icon: kit.IconFlag(), Text: d.p.Country(code), Note: code})
	}
	finder.SetRows(rows, true)
	return kit.NewScroll(kit.Pad(kit.Even(kit.PageMargin), kit.VStack(16,
		kit.NewTitledCard("DiffText", nil, kit.NewDiffText(before, after)),
		kit.NewTitledCard("Text", nil, kit.VStack(8, kit.NewText(before+" "+after, kit.TextStyle{Wrap: true}), kit.Sized(160, 0, kit.NewText(before, kit.TextStyle{Cut: true})),
			kit.NewText(before, kit.TextStyle{Caps: true, Bold: true, Size: kit.TextSmall, Cut: true}))),
		kit.NewTitledCard("Reader", nil, kit.Sized(0, 80, kit.NewReader("Reader", kit.NewText(strings.Repeat(before+" "+after+"\n", 5), kit.TextStyle{Wrap: true})))),
		kit.NewTitledCard("Finder", nil, kit.Sized(0, 260, finder)),
	)))
}

// figuresPage is numbers and small pictures.
func figuresPage(d *demo) fyne.CanvasObject {
	var panel *kit.ProgressPanel
	panel = kit.NewProgressPanel(d.p.T("shell.cancel"), func() { panel.Set("", 0) })
	panel.Set(d.p.Entity("deliverable"), 0.6)
	photo := kit.NewThumb(kit.ThumbImage, "JPG", 96, 72)
	photo.SetImage(gradient())
	bars := kit.VStack(10, kit.NewBar(0.3, kit.TokenGold))
	for i, code := range countries() {
		bars.Add(kit.NewBarRow(d.p.Country(code), d.p.Number(10*i), float64(i)/5, kit.TokenAccent))
	}
	return kit.NewScroll(kit.Pad(kit.Even(kit.PageMargin), kit.VStack(16,
		kit.Share(10, nil, kit.NewTile(d.p.Entities("contact"), d.p.Number(1208), false), kit.NewTile(d.p.Entities("event"), d.p.Number(14), false), kit.NewTile(d.p.Entities("takeaway"), d.p.Number(38), true)),
		kit.NewTarget(d.p.Entities("event"), "6 / 10", 0.6, kit.TokenAccent), bars, panel,
		kit.HStack(10, kit.NewButton(kit.ButtonSecondary, "Later", func() { d.later(panel) }), kit.NewAvatar(d.p.Country("CY"))),
		kit.HStack(10, photo, kit.NewThumb(kit.ThumbImage, "PNG", 96, 72), kit.NewThumb(kit.ThumbDocument, "PDF", 96, 72), kit.NewThumb(kit.ThumbSheet, "XLSX", 96, 72), kit.NewThumb(kit.ThumbFile, "ICS", 96, 72)),
	)))
}

func gradient() image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, 90, 66))
	for y := range 66 {
		for x := range 90 {
			img.Set(x, y, color.NRGBA{R: uint8(2 * x), G: uint8(3 * y), B: 0xA0, A: 0xFF})
		}
	}
	return img
}

// framesPage is what stands around other things.
func framesPage(d *demo) fyne.CanvasObject {
	header := kit.NewHeader(kit.HeaderParams{Title: d.p.Entities("event"), Subtitle: d.p.Count("event", 14), Search: d.p.Entities("event"), SearchHint: "Ctrl F",
		Action: "+ " + d.p.Entity("event"), OnAction: func() { d.tell("action") }, OnBack: func() { d.tell("back") }})
	banner := kit.NewBanner(kit.TonePostponed, d.p.T("fields.wrong_date"), d.p.T("shell.cancel"), func() { d.tell("banner") })
	ask := func() {
		kit.ShowDialog(d.Canvas(), kit.DialogParams{Title: d.p.T("shell.undo") + "?", Text: d.p.T("fields.wrong_date"), Yes: d.p.T("shell.undo"), No: d.p.T("shell.cancel"), Danger: true,
			OnYes: func() { d.tell("yes") }, OnNo: func() { d.tell("no") }})
	}
	parts := kit.NewParts(kit.PartsParams{
		Parts: []kit.Part{{ID: "a", Text: d.p.Entities("contact")}, {ID: "b", Text: d.p.Entities("event")}, {ID: "c", Text: d.p.Entities("takeaway"), More: true}},
		More:  d.p.T("record.more"), Chosen: func(id string) { d.tell("part", id) },
	})
	stepped, _ := kit.NewStepCard(kit.NewText(d.p.Country("CY"), kit.TextStyle{}), false, func() { d.tell("card") }, func(by int) { d.tell("step", strconv.Itoa(by)) })
	cards := kit.VStack(12,
		kit.NewTitledCard(d.p.Entities("event"), kit.NewStatusChip(d.p.Enum("event_status", "held"), kit.ToneHeld), kit.VStack(0,
			kit.NewListRow(kit.NewDot(kit.TokenError), kit.NewText(d.p.Country("EL"), kit.TextStyle{Cut: true}), kit.NewLink(d.p.T("shell.undo"), func() { d.tell("link") }), false),
			kit.NewListRow(kit.NewDot(kit.TokenOk), kit.NewText(d.p.Country("BE"), kit.TextStyle{Cut: true}), nil, true))),
		kit.NewTapCard(kit.NewText(d.p.Country("IT"), kit.TextStyle{}), true, func() { d.tell("card") }), stepped,
		kit.NewIndexRow(d.p.Entity("event"), d.p.T("fields.wrong_date"), false, func() { d.tell("index") }),
		kit.NewChoiceRow(d.p.Entity("deliverable"), d.p.T("fields.wrong_date"), true, func() { d.tell("choice") }),
		kit.HStack(10, kit.NewButton(kit.ButtonSecondary, "Dialog", ask), kit.NewButton(kit.ButtonSecondary, "Toast", func() {
			d.toasts.Push(kit.Toast{Text: d.p.Enum("follow_up_status", "done"), Links: []kit.Link{{Text: d.p.T("shell.undo"), Do: func() { d.tell("undo") }}}})
		}), kit.NewSpace(10, 10), kit.Sized(0, 30, kit.NewUpright()), kit.NewSpring()),
		kit.NewEmpty(kit.IconBulb(), d.p.T("fields.wrong_date"), "+ "+d.p.Entity("takeaway"), func() { d.tell("first step") }),
	)
	return kit.Framed(kit.Borders{Top: kit.VStack(0, header, banner), Left: kit.Sized(kit.PartsWidth, 0, parts)}, kit.NewScroll(kit.Pad(kit.Even(kit.PageMargin), cards)))
}
