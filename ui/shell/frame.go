package shell

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// frame is what stands around the screens: rail, banners, status bar.
type frame struct {
	rail    *kit.Rail
	banners *fyne.Container
	status  *kit.StatusBar
	backup  backupState
	project *data.Project
}

// backupState is what the status bar says of backups.
type backupState struct{ last time.Time }

// below are the screens that stand at the foot of the rail: they are not about the project's records.
var below = []string{"history", settingsID, "help"}

// build makes the window's content for an open workspace, in the language in force, and shows its first screen.
func (s *Shell) build(o opened) {
	s.nav = &navigation{holder: kit.Stack(), wasShown: map[string]bool{}}
	s.nav.screens = append(s.params.Screens(o.work, s, s.words), newSettingsScreen(s, o.work), s.newHelp())
	s.restore(o.work.Folder)
	f := &frame{banners: kit.VStack(0), status: kit.NewStatusBar(), backup: o.backup, project: o.project}
	var items, bottom []kit.RailItem
	for i, sc := range s.nav.screens {
		item := kit.RailItem{ID: sc.ID(), Text: sc.Title(), Icon: sc.Icon()}
		if i < mostKeys {
			item.Hint = "Ctrl+" + strconv.Itoa(i+1)
		}
		if slices.Contains(below, sc.ID()) {
			bottom = append(bottom, item)
			continue
		}
		items = append(items, item)
	}
	f.rail = kit.NewRail(kit.RailParams{
		Mark: "P", Name: "Primadesk", Items: items, Bottom: bottom, Project: s.projectLines(o.work, o.project),
		Chosen: func(id string) { s.Go(id, "") },
	})
	f.status.SetRight(s.T("shell.help_hint"))
	s.frame = f
	s.setBanners(o.work, o.project)
	s.saved()
	s.show(kit.Framed(kit.Borders{Left: f.rail},
		kit.Framed(kit.Borders{Bottom: f.status},
			container.New(underBanners{}, f.banners,
				kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenGround}), s.nav.holder)))))
	s.setMenu()
	first := s.nav.screens[0]
	if at := s.nav.named(s.settings.View(o.work.Folder, "")); at != nil {
		first = at
	}
	s.nav.show(first)
	f.rail.Choose(s.nav.now.ID())
	s.begin()
	s.trace.Info("screen shown", "id", s.nav.now.ID())
	s.trace.Info("shell ready", "language", s.Language(), "sample", o.work.Folder == app.SampleFolder())
}

// projectLines are the project's acronym, grant number and current period.
func (s *Shell) projectLines(work *app.Workspace, p *data.Project) [3]string {
	lines := [3]string{p.Acronym, p.GrantNumber, ""}
	period := app.CurrentPeriod(p, work.Today())
	if period == nil || period.Number == nil {
		return lines
	}
	if lines[2] = s.T("shell.period", "N", *period.Number); period.To != "" {
		lines[2] = s.T("shell.period_to", "N", *period.Number, "Date", s.words.MediumDate(string(period.To)))
	}
	return lines
}

// setBanners shows what has to be known of the workspace as long as it is open.
func (s *Shell) setBanners(work *app.Workspace, p *data.Project) {
	s.frame.banners.RemoveAll()
	if text := p.Notice.Show(s.Language()); text != "" {
		var link string
		var back func()
		if work.Folder == app.SampleFolder() {
			link, back = s.T("shell.back_to_mine"), func() { s.leave(func() { s.open(s.folder()) }) }
		}
		s.frame.banners.Add(banner(kit.TonePostponed, text, link, back))
	}
	if readOnly, holder := work.ReadOnly(); readOnly {
		text := s.T("shell.read_only")
		if holder.Host != "" {
			text = s.T("shell.read_only_by", "Host", holder.Host, "Since", s.moment(work, holder.Started))
		}
		s.frame.banners.Add(banner(kit.TonePlanned, text, s.T("shell.try_again"), func() { s.open(work.Folder) }))
	}
}

// banner is a line over the screen, or as many as its text takes: what says that people are invented must not be cut.
func banner(tone kit.Tone, text, link string, action func()) fyne.CanvasObject {
	row := kit.HStack(20, kit.Grow(kit.NewText(text, kit.TextStyle{Size: kit.TextMedium, Token: tone.Text(), Wrap: true})))
	if action != nil {
		row.Add(kit.NewLink(link, action).SetTextSize(kit.TextMedium).SetToken(tone.Text()))
	}
	return kit.Stack(kit.NewBox(kit.BoxStyle{Fill: tone.Ground()}), kit.Pad(kit.Sides(6, kit.PageMargin), row))
}

// underBanners puts the screen under the banners, whose height is known once they have their width.
type underBanners struct{}

func (underBanners) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[1].MinSize() }

func (underBanners) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	banners, rest := objs[0], objs[1]
	banners.Move(fyne.Position{})
	banners.Resize(fyne.NewSize(size.Width, banners.MinSize().Height))
	h := banners.MinSize().Height
	banners.Resize(fyne.NewSize(size.Width, h))
	rest.Move(fyne.NewPos(0, h))
	rest.Resize(fyne.NewSize(size.Width, size.Height-h))
}

// changed is told of every commit.
func (s *Shell) changed(work *app.Workspace, c app.Changed) {
	for entity, ids := range c.Records {
		s.trace.Info("saved", "entity", entity, "records", len(ids))
	}
	if s.work != work || s.frame == nil {
		return
	}
	s.saved()
	if !c.Touches("project") {
		return
	}
	s.exec.Go(func() {
		p, err := currentProject(s.context(), work)
		s.exec.Apply(func() {
			if err != nil || p == nil || s.work != work || s.frame == nil {
				return // the screens say what is wrong with the workspace
			}
			s.frame.project = p
			s.frame.rail.SetProject(s.projectLines(work, p))
			s.setBanners(work, p)
		})
	})
}

// saved has the status bar say that nothing is pending, and when the last backup was made.
func (s *Shell) saved() {
	if readOnly, _ := s.work.ReadOnly(); readOnly {
		s.frame.status.Set(kit.TokenAmber, s.T("shell.status_read_only"))
		return
	}
	text := s.T("shell.status_no_backup")
	if last := s.frame.backup.last; !last.IsZero() {
		text = s.T("shell.status", "When", s.moment(s.work, last))
	}
	s.frame.status.Set(kit.TokenOk, text)
}

// moment writes a time as people say it: "today 08:12", "yesterday 17:40", a date.
func (s *Shell) moment(work *app.Workspace, t time.Time) string {
	now := work.Now()
	t = t.In(now.Location())
	clock := t.Format("15:04")
	switch data.DateOf(t) {
	case data.DateOf(now):
		return s.T("shell.today_at", "Time", clock)
	case data.DateOf(now).AddDays(-1):
		return s.T("shell.yesterday_at", "Time", clock)
	}
	return s.words.MediumDate(string(data.DateOf(t)))
}
