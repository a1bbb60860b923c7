package shell

import (
	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/ui/bulletin"
	"primadesk/ui/contacts"
	"primadesk/ui/events"
	"primadesk/ui/history"
	"primadesk/ui/home"
	"primadesk/ui/kit"
	"primadesk/ui/organisations"
	"primadesk/ui/project"
	"primadesk/ui/reports"
	"primadesk/ui/screen"
	"primadesk/ui/takeaways"
)

// Screens makes the places of the rail, in its order; they read through exec. A new screen is a line here.
func Screens(exec kit.Exec) func(*app.Workspace, screen.Shell, *i18n.Printer) []screen.Screen {
	return func(w *app.Workspace, s screen.Shell, p *i18n.Printer) []screen.Screen {
		return []screen.Screen{
			home.New(home.Params{Workspace: w, Shell: s, Printer: p, Exec: exec, Sample: sampleOf(s)}),
			contacts.New(contacts.Params{Workspace: w, Shell: s, Printer: p, Exec: exec}),
			organisations.New(organisations.Params{Workspace: w, Shell: s, Printer: p, Exec: exec}),
			events.New(events.Params{Workspace: w, Shell: s, Printer: p, Exec: exec}),
			takeaways.New(takeaways.Params{Workspace: w, Shell: s, Printer: p, Exec: exec}),
			project.New(project.Params{Workspace: w, Shell: s, Printer: p, Exec: exec}),
			reports.New(reports.Params{Workspace: w, Shell: s, Printer: p, Exec: exec}),
			bulletin.New(bulletin.Params{Workspace: w, Shell: s, Printer: p, Exec: exec}),
			history.New(history.Params{Workspace: w, Shell: s, Printer: p, Exec: exec}),
		}
	}
}

// sampleOf is what opens the sample; nil for a shell that cannot, as in tests of screens alone.
func sampleOf(s screen.Shell) func() {
	if x, ok := s.(interface{ LookAtSample() }); ok {
		return x.LookAtSample
	}
	return nil
}
