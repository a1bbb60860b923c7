package cli_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"primadesk/app/cli"
)

// childMode is the variable that makes this test binary the program itself, to be killed.
const childMode = "PRIMADESK_TEST_CHILD"

// The program under test is this test binary: scripts call it as "primadesk".
func TestMain(m *testing.M) {
	if os.Getenv(childMode) != "" {
		os.Exit(cli.Run(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, "test"))
	}
	testscript.Main(m, map[string]func(){
		"primadesk": func() {
			os.Exit(cli.Run(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, "test"))
		},
	})
}

func TestScripts(t *testing.T) {
	docs, err := filepath.Abs("../../docs")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("PRIMADESK_CONFIG", filepath.Join(env.WorkDir, ".config"))
			env.Setenv("PRIMADESK_WORKSPACE", filepath.Join(env.WorkDir, "ws"))
			env.Setenv("LANG", "C.UTF-8")
			env.Setenv("DOCS", docs)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":  status,
			"same":    same,
			"hold":    hold,
			"refused": refused,
			"apart":   apart,
		},
	})
}
