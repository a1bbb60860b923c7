package cli

import (
	"fmt"
	"io"
	"os"

	"github.com/mattn/go-isatty"

	"primadesk/app"
	"primadesk/data"
)

type exportCmd struct {
	Entity string   `arg:"" placeholder:"ENTITY" help:"${export_entity}"`
	Format string   `default:"jsonl" enum:"jsonl,csv,xlsx" placeholder:"FORMAT" help:"${export_format}"`
	Output string   `short:"o" placeholder:"FILE" help:"${output}"`
	Where  []string `sep:"none" placeholder:"FIELD=VALUE" help:"${where}"`
	Search string   `placeholder:"TEXT" help:"${list_search}"`
}

// Run writes records out: to a file, or to standard output.
func (c *exportCmd) Run(s *session) error {
	open := s.reading
	if c.Output != "" {
		open = s.noting
	}
	return open(func(w *app.Workspace) error {
		name := c.Entity
		if name != "all" {
			e, err := entityArg(name)
			if err != nil {
				return err
			}
			name = e.Name
		}
		where, err := conditions(c.Where)
		if err != nil {
			return err
		}
		err = w.Records.Export(s.ctx, app.ExportParams{
			Entity: name, Format: c.Format, File: c.Output, Out: s.streams.Out, Lang: s.p.Lang(), Where: where, Search: c.Search,
		})
		if err != nil || c.Output == "" {
			return err
		}
		return s.result(map[string]any{"file": c.Output}, s.say("cli.written", "File", c.Output))
	})
}

type readinessCmd struct {
	Period int `placeholder:"N" help:"${period}"`
}

// Run lists what an officer or an auditor would still ask for.
func (c *readinessCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		found, err := w.Reports.Findings(s.ctx, s.p.Lang(), c.Period)
		if err != nil {
			return err
		}
		type finding struct {
			Severity data.Severity `json:"severity"`
			Code     string        `json:"code"`
			Message  string        `json:"message"`
			Remedy   string        `json:"remedy"`
			Entity   string        `json:"entity"`
			ID       string        `json:"id"`
			Field    string        `json:"field"`
		}
		out := make([]finding, 0, len(found))
		for _, f := range found {
			what, remedy := app.TellFinding(s.p, f)
			out = append(out, finding{f.Severity, f.Code, what, remedy, f.Entity, f.Record, f.Field})
		}
		return s.result(out, func(w io.Writer) {
			if len(out) == 0 {
				fmt.Fprintln(w, s.p.T("cli.readiness.none"))
			}
			for _, f := range out {
				fmt.Fprintf(w, "%s\n  %s\n", s.pair(s.p.Enum("severity", string(f.Severity)), f.Message), f.Remedy)
			}
		})
	})
}

type reportsCmd struct{}

// Run lists the reports and what each is for.
func (c *reportsCmd) Run(s *session) error {
	type report struct {
		Name    string             `json:"name"`
		Title   string             `json:"title"`
		Purpose string             `json:"purpose"`
		Options []app.ReportOption `json:"options"`
	}
	var out []report
	for _, r := range app.ReportList() {
		out = append(out, report{r.Name, s.p.T(r.Label), s.p.T(r.Purpose), r.Takes})
	}
	return s.result(out, func(w io.Writer) {
		for _, r := range out {
			fmt.Fprintf(w, "%s\n  %s. %s\n", r.Name, r.Title, r.Purpose)
		}
	})
}

type reportCmd struct {
	Name         string   `arg:"" placeholder:"NAME" help:"${report_name}"`
	Output       string   `short:"o" required:"" xor:"to" placeholder:"FILE" help:"${output}"`
	Preview      int      `required:"" xor:"to" placeholder:"N" help:"${report_preview}"`
	Period       int      `placeholder:"N" help:"${period}"`
	From         string   `placeholder:"D" help:"${report_from}"`
	To           string   `placeholder:"D" help:"${report_to}"`
	Partner      string   `placeholder:"P" help:"${report_partner}"`
	Country      string   `placeholder:"C" help:"${report_country}"`
	Type         string   `placeholder:"T" help:"${report_type}"`
	WorkPackage  string   `placeholder:"W" help:"${report_work_package}"`
	Deliverable  string   `placeholder:"D" help:"${report_deliverable}"`
	Event        []string `placeholder:"ID" help:"${report_event}"`
	Template     string   `placeholder:"FILE" help:"${report_template}"`
	Languages    []string `placeholder:"L" help:"${report_languages}"`
	Separator    string   `placeholder:"S" help:"${report_separator}"`
	Public       bool     `help:"${report_public}"`
	Final        bool     `help:"${report_final}"`
	PersonalData bool     `name:"with-personal-data" help:"${report_personal}"`
	Incomplete   bool     `help:"${report_incomplete}"`
}

// Run writes a report.
func (c *reportCmd) Run(s *session) error {
	for _, d := range []string{c.From, c.To} {
		if !data.Date(d).Valid() {
			return data.Fail("cli.date", "Value", d)
		}
	}
	params := app.ReportParams{
		Name: c.Name, File: c.Output, Lang: s.p.Lang(), Progress: s.progress(),
		Options: app.ReportOptions{
			Period: c.Period, From: data.Date(c.From), To: data.Date(c.To), Partner: c.Partner, Country: c.Country, Type: c.Type,
			WorkPackage: c.WorkPackage, Deliverable: c.Deliverable, Events: c.Event, Template: c.Template, Languages: c.Languages, Separator: c.Separator,
			Public:           c.Public,
			Final:            c.Final,
			WithPersonalData: c.PersonalData, Incomplete: c.Incomplete,
		},
	}
	if c.Output == "" {
		return s.reading(func(w *app.Workspace) error { return c.preview(s, w, params) })
	}
	return s.noting(func(w *app.Workspace) error {
		result, err := w.Reports.Write(s.ctx, params)
		if err != nil {
			return err
		}
		return s.result(result, func(out io.Writer) {
			id := "cli.report.done"
			if result.Draft {
				id = "cli.report.draft"
			}
			fmt.Fprintln(out, s.p.T(id, "File", result.Path))
			for _, problem := range result.Problems {
				d := app.TellProblem(s.p, problem)
				fmt.Fprintln(out, "  "+d.Message)
			}
		})
	})
}

// preview prints the first rows of each sheet as they would be written.
func (c *reportCmd) preview(s *session, w *app.Workspace, params app.ReportParams) error {
	sheets, err := w.Reports.Preview(s.ctx, params, max(c.Preview, 1))
	if err != nil {
		return err
	}
	type sheet struct {
		Name   string     `json:"name"`
		Header []string   `json:"header"`
		Rows   [][]string `json:"rows"`
		More   bool       `json:"more"`
	}
	out := make([]sheet, 0, len(sheets))
	for _, x := range sheets {
		out = append(out, sheet{x.Name, x.Header, x.Rows, x.More})
	}
	return s.result(out, func(to io.Writer) {
		for _, x := range out {
			fmt.Fprintln(to, x.Name)
			rows := x.Rows
			if len(x.Header) > 0 {
				rows = append([][]string{x.Header}, rows...)
			}
			table(to, nil, rows)
			if x.More {
				fmt.Fprintln(to, "…")
			}
			fmt.Fprintln(to)
		}
	})
}

// progress writes how far a report is, on a terminal only.
func (s *session) progress() app.ReportProgress {
	f, ok := s.streams.Err.(*os.File)
	if !ok || s.words.Quiet || !isatty.IsTerminal(f.Fd()) {
		return nil
	}
	last := -1
	return func(done, total int, sheet string) {
		if percent := 100 * done / max(total, 1); percent != last {
			last = percent
			fmt.Fprintf(f, "\r\x1b[K%3d %%  %s", percent, sheet)
			if done >= total {
				fmt.Fprint(f, "\r\x1b[K")
			}
		}
	}
}

type projectCmd struct {
	Save saveProjectCmd `cmd:"" help:"${project_save}"`
	Open openProjectCmd `cmd:"" help:"${project_open}"`

	Proposals proposalsCmd `cmd:"" help:"${proposals}"`
	Logo      logoCmd      `cmd:"" help:"${logo}"`
	MergeWord mergeWordCmd `cmd:"" help:"${merge_word}"`
	Words     wordsCmd     `cmd:"" help:"${words}"`
}

type saveProjectCmd struct {
	Output string `short:"o" required:"" placeholder:"FILE" help:"${output}"`
}

// Run writes the project file for coordinators.
func (c *saveProjectCmd) Run(s *session) error {
	return s.noting(func(w *app.Workspace) error {
		if err := w.Projects.Save(s.ctx, c.Output); err != nil {
			return err
		}
		return s.result(map[string]any{"file": c.Output}, s.say("cli.written", "File", c.Output))
	})
}

type openProjectCmd struct {
	File string `arg:"" placeholder:"FILE" help:"${project_file}"`
}

// Run puts a project file into the workspace, which is made if it is missing.
func (c *openProjectCmd) Run(s *session) error {
	open := s.open
	if !app.Exists(s.folder()) {
		open = func() (*app.Workspace, error) { return app.Create(s.ctx, s.params(false)) }
	}
	w, err := open()
	if err != nil {
		return err
	}
	done, err := w.Projects.OpenFile(s.ctx, c.File)
	if closing := w.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return s.result(done, s.say("cli.put.done", "Created", s.p.Number(done.Created), "Updated", s.p.Number(done.Updated), "Unchanged", s.p.Number(done.Unchanged)))
}
