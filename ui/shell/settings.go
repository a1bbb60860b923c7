package shell

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

const settingsID = "settings"

// settingsScreen is where the user's own settings are: who, how the window looks and writes, where the workspace is, its backups.
// What is chosen from a list is in force at once; the name is saved.
type settingsScreen struct {
	shell   *Shell
	work    *app.Workspace
	form    *kit.Form
	save    *kit.Button
	theme   *kit.Select
	scale   *kit.Select
	dates   *kit.Select
	week    *kit.Select
	csv     *kit.Select
	check   *kit.Button
	backups *fyne.Container
	latest  *kit.Later[[]backupFile]
	content fyne.CanvasObject
}

// backupFile is a copy of the database as the list shows it.
type backupFile struct {
	path, when string
	size       int64
}

var (
	_ screen.Saver = (*settingsScreen)(nil)
)

func newSettingsScreen(s *Shell, work *app.Workspace) *settingsScreen {
	v := &settingsScreen{shell: s, work: work, backups: kit.VStack(0), latest: kit.NewLater[[]backupFile](s.exec)}
	header := kit.NewHeader(kit.HeaderParams{Title: v.Title()})
	left := kit.VStack(16, v.meCard(), v.windowCard(), v.formatsCard())
	right := kit.VStack(16, v.workspaceCard(), v.backupCard())
	body := container.NewVScroll(kit.Pad(kit.Even(kit.PageMargin), kit.Share(16, nil, left, right)))
	v.content = kit.Framed(kit.Borders{Top: header}, body)
	v.refresh()
	return v
}

func (v *settingsScreen) ID() string                 { return settingsID }
func (v *settingsScreen) Title() string              { return v.shell.T("shell.settings") }
func (v *settingsScreen) Icon() fyne.Resource        { return kit.IconGear() }
func (v *settingsScreen) Content() fyne.CanvasObject { return v.content }
func (v *settingsScreen) Shown()                     { v.load() }
func (v *settingsScreen) Hidden()                    { v.latest.Cancel() }

// First implements screen.Starter: the first field.
func (v *settingsScreen) First() fyne.Focusable { return v.form.Control("me").Target() }

// Dirty tells whether the name was changed and not saved.
func (v *settingsScreen) Dirty() bool { return v.form.Dirty() }

// Save keeps name and task.
func (v *settingsScreen) Save() bool {
	if !v.form.Check() {
		return false
	}
	err := v.shell.settings.SetMe(strings.TrimSpace(v.form.Value("me")))
	if err == nil {
		err = v.shell.settings.SetTask(v.form.Value("task"))
	}
	if err != nil {
		v.shell.ShowError(err)
		return false
	}
	v.form.Clean()
	v.shell.Toast(screen.Toast{Text: v.shell.T("shell.settings.saved")})
	return true
}

// Discard takes the name back.
func (v *settingsScreen) Discard() { v.fill() }

func (v *settingsScreen) fill() {
	v.form.Load(map[string]string{"me": v.shell.settings.Me(), "task": v.shell.settings.Task()})
}

func (v *settingsScreen) meCard() fyne.CanvasObject {
	s := v.shell
	options := make([]kit.Option, len(tasks))
	for i, t := range tasks {
		options[i] = kit.Option{Value: t, Text: s.taskName(t)}
	}
	v.save = kit.NewButton(kit.ButtonPrimary, s.T("shell.save"), func() { v.Save() })
	v.form = kit.NewForm(kit.FormParams{
		Required: s.T("shell.required"),
		OnDirty:  func(dirty bool) { enable(v.save, dirty) },
		Sections: []kit.Section{{Rows: [][]kit.Field{
			{{ID: "me", Label: s.T("shell.me"), Hint: s.T("shell.me.hint"), Required: true, Control: kit.NewEntry()}},
			{{ID: "task", Label: s.T("shell.task"), Control: kit.NewSelect(options, "")}},
		}}},
	})
	v.fill()
	enable(v.save, false)
	return kit.NewTitledCard(s.T("shell.settings.me"), nil, kit.VStack(14, v.form, kit.HStack(0, kit.NewSpring(), v.save)))
}

func enable(b *kit.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

func (v *settingsScreen) windowCard() fyne.CanvasObject {
	s := v.shell
	var languages, themes, sizes []kit.Option
	for _, l := range i18n.Languages {
		languages = append(languages, kit.Option{Value: l, Text: i18n.Name(l)})
	}
	for _, t := range app.Themes {
		themes = append(themes, kit.Option{Value: t, Text: s.themeName(t)})
	}
	for _, f := range scales {
		sizes = append(sizes, kit.Option{Value: scaleCode(f), Text: s.words.Percent(f)})
	}
	language := kit.NewSelect(languages, "")
	v.theme, v.scale = kit.NewSelect(themes, ""), kit.NewSelect(sizes, "")
	language.SetValue(s.Language())
	form := kit.NewForm(kit.FormParams{Sections: []kit.Section{{Rows: [][]kit.Field{
		{{ID: "language", Label: s.T("shell.language"), Control: language}},
		{{ID: "theme", Label: s.T("shell.theme"), Control: v.theme}, {ID: "scale", Label: s.T("shell.scale"), Control: v.scale}},
	}}}, OnEdited: func(field string) {
		switch field {
		case "language":
			asked := language.Value()
			language.SetValue(s.Language()) // until the window speaks it
			s.setLanguage(asked)
		case "theme":
			s.setTheme(v.theme.Value())
		case "scale":
			if f, err := strconv.ParseFloat(v.scale.Value(), 64); err == nil {
				s.setScale(f)
			}
		}
	}})
	keys := kit.NewLink(s.T("shell.shortcuts"), s.showShortcuts)
	return kit.NewTitledCard(s.T("shell.settings.window"), nil, kit.VStack(12, form, kit.HStack(0, keys, kit.NewSpring())))
}

func scaleCode(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }

// refresh shows what is in force: theme and scale are changed in the menu too.
func (v *settingsScreen) refresh() {
	settings := v.shell.settings
	v.theme.SetValue(settings.Theme())
	v.scale.SetValue(scaleCode(settings.Scale()))
	v.dates.SetValue(settings.Dates())
	v.week.SetValue(settings.Week())
	v.csv.SetValue(settings.CSV())
}

func (v *settingsScreen) backupCard() fyne.CanvasObject {
	s := v.shell
	now := kit.NewButton(kit.ButtonSecondary, s.T("shell.menu.backup"), s.backUp)
	v.check = kit.NewButton(kit.ButtonSecondary, s.T("shell.check"), v.checkNow)
	if readOnly, _ := v.work.ReadOnly(); readOnly {
		now.Disable()
	}
	return kit.NewTitledCard(s.T("shell.settings.backups"), nil, kit.VStack(12,
		kit.NewText(s.T("shell.settings.backups.text"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}),
		v.backups,
		kit.Flow(8, now, v.check)))
}

// mostBackups is how many the list shows; the folder has them all.
const mostBackups = 8

// load reads the list of backups.
func (v *settingsScreen) load() {
	v.latest.Run(context.Background(), func(ctx context.Context) ([]backupFile, error) {
		list, err := v.work.Backups.Backups(ctx)
		files := make([]backupFile, 0, mostBackups)
		for _, b := range list[:min(len(list), mostBackups)] {
			files = append(files, backupFile{path: b.Path, when: v.shell.moment(v.work, b.At), size: b.Size})
		}
		return files, err
	}, func(files []backupFile, err error) {
		if err != nil {
			v.shell.ShowError(err)
			return
		}
		v.list(files)
	})
}

func (v *settingsScreen) list(files []backupFile) {
	s := v.shell
	v.backups.RemoveAll()
	if len(files) == 0 {
		v.backups.Add(kit.NewText(s.T("shell.settings.no_backups"), kit.TextStyle{Wrap: true}))
	}
	for i, f := range files {
		v.backups.Add(kit.NewListRow(nil,
			kit.NewText(f.when+" · "+filepath.Base(f.path), kit.TextStyle{Cut: true}),
			kit.NewText(s.T("shell.megabytes", "Size", s.words.Decimal(float64(f.size)/1e6, 1)), kit.TextStyle{Token: kit.TokenMuted}),
			i == len(files)-1))
	}
	v.content.Refresh()
}
