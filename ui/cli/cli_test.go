package cli_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/tools/txtar"

	"wirediff/ui/cli"
)

var update = flag.Bool("update", false, "rewrite the wanted transcripts in testdata")

// TestTranscripts runs the command lines of each case ("$ wirediff ...", in
// the comment) in a folder with the case's files and compares what they
// print with the file "want". The file "stdin" is standard input.
func TestTranscripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases in testdata", err)
	}
	for _, file := range files {
		path, err := filepath.Abs(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := transcript(t, a)
			for i := range a.Files {
				if a.Files[i].Name != "want" {
					continue
				}
				if *update {
					a.Files[i].Data = []byte(got)
					if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
						t.Fatal(err)
					}
				} else if got != string(a.Files[i].Data) {
					t.Errorf("got\n%s", got)
				}
			}
		})
	}
}

// transcript runs a case: each command line, standard output as it is,
// standard error with "! " in front, the exit status.
func transcript(t *testing.T, a *txtar.Archive) string {
	t.Chdir(t.TempDir())
	stdin := ""
	for _, f := range a.Files {
		switch f.Name {
		case "stdin":
			stdin = string(f.Data)
		case "want":
		default:
			if err := os.MkdirAll(filepath.Dir(f.Name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(f.Name, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b strings.Builder
	for _, line := range strings.Split(string(a.Comment), "\n") {
		words := strings.Fields(line)
		if len(words) < 2 || words[0] != "$" {
			continue
		}
		if words[1] == "cat" {
			data, err := os.ReadFile(words[2])
			fmt.Fprintf(&b, "%s\n%s", line, data)
			if err != nil {
				fmt.Fprintln(&b, "! no such file")
			}
			continue
		}
		var out, errs bytes.Buffer
		code := cli.Run(context.Background(), words[2:], cli.Env{Stdin: strings.NewReader(stdin), Stdout: &out, Stderr: &errs, OS: "linux"})
		fmt.Fprintf(&b, "%s\n%s", line, out.String())
		for _, e := range strings.Split(strings.TrimRight(errs.String(), "\n"), "\n") {
			if e != "" {
				fmt.Fprintln(&b, "! "+e)
			}
		}
		fmt.Fprintf(&b, "exit %d\n", code)
	}
	return scores.ReplaceAllString(b.String(), `${1}0._`)
}

// scores are those of links that are not certain: package align's to tune.
var scores = regexp.MustCompile(`("score":|,true,|,false,)0\.\d+`)

// run runs one command line with buffers.
func run(env cli.Env, args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	env.Stdout, env.Stderr, env.OS = &o, &e, runtime.GOOS
	if env.Stdin == nil {
		env.Stdin = strings.NewReader("")
	}
	code = cli.Run(context.Background(), args, env)
	return code, o.String(), e.String()
}

func write(t *testing.T, name, body string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const (
	storyA = "The pilots of Carrow ended their walkout on Sunday after nine days.\n\nTheir union said 214 members had voted for the offer.\n"
	storyB = "The pilots of Carrow ended their walkout on Sunday after nine days.\n\nTheir union said 214 members had voted against the offer.\n"
)

func TestWindow(t *testing.T) {
	var opened []string
	env := cli.Env{
		Window: func(paths []string) int { opened = paths; return 7 },
		Getenv: func(name string) string { return map[string]string{"DISPLAY": ":1"}[name] },
	}
	if code, out, errs := run(env, "a.txt", "b.txt"); code != 7 || out+errs != "" || len(opened) != 2 {
		t.Errorf("exit %d, %v, %q %q", code, opened, out, errs)
	}
	opened = nil
	if code, _, _ := run(env); code != 7 || opened == nil && len(opened) != 0 {
		t.Errorf("without files: exit %d, %v", code, opened)
	}
}

func TestNoDisplayPrintsTheExample(t *testing.T) {
	window := func([]string) int { t.Error("the window was opened"); return 0 }
	for name, env := range map[string]cli.Env{"no display": {Window: window}, "headless build": {}} {
		if runtime.GOOS != "linux" && env.Window != nil {
			continue
		}
		code, out, errs := run(env)
		if code != cli.ExitDifferent || !strings.Contains(out, "Plainsman") {
			t.Errorf("%s: exit %d, printed %.200q", name, code, out)
		}
		if !strings.Contains(errs, "window") || !strings.Contains(errs, "example") {
			t.Errorf("%s: says %q", name, errs)
		}
		if _, _, errs := run(env, "--quiet"); errs != "" {
			t.Errorf("%s: says %q though told to be quiet", name, errs)
		}
	}
}

func TestOutputIsWholeOrOld(t *testing.T) {
	a, b := write(t, "a.txt", storyA), write(t, "b.txt", storyB)
	out := write(t, "report.html", "old")
	if err := os.Chmod(out, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := run(cli.Env{}, "compare", "-o", out, a, b+"nothing"); code != cli.ExitTrouble || errs == "" {
		t.Fatalf("exit %d, %q", code, errs)
	}
	if data, _ := os.ReadFile(out); string(data) != "old" {
		t.Errorf("after trouble the file holds %q", data)
	}
	if code, printed, errs := run(cli.Env{}, "compare", "--format", "html", "-o", out, a, b); code != cli.ExitDifferent || printed+errs != "" {
		t.Fatalf("exit %d, %q, %q", code, printed, errs)
	}
	if data, _ := os.ReadFile(out); !bytes.HasPrefix(data, []byte("<!DOCTYPE html>")) || !bytes.HasSuffix(data, []byte("</html>\n")) {
		t.Errorf("the file holds %.80q", data)
	}
	if info, err := os.Stat(out); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	entries, err := os.ReadDir(filepath.Dir(out))
	if err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
	if code, _, errs := run(cli.Env{}, "compare", "-o", filepath.Join(out, "x"), a, b); code != cli.ExitTrouble || strings.Count(errs, "\n") != 1 {
		t.Errorf("exit %d, %q", code, errs)
	}
	if code, _, _ := run(cli.Env{}, "compare", "-o", os.DevNull, a, b); code != cli.ExitDifferent {
		t.Errorf("to a device: exit %d", code)
	}
}

// TestPatternsOnWindows: its shell does not replace patterns by files, so the
// program does; elsewhere a name is a name.
func TestPatternsOnWindows(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, body := range map[string]string{"b.txt": storyB, "a.txt": storyA, "c[1].txt": storyA, "notes.md": "x"} {
		if err := os.WriteFile(name, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	on := func(system string, args ...string) (int, string, string) {
		var out, errs bytes.Buffer
		code := cli.Run(context.Background(), append([]string{"compare"}, args...), cli.Env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, OS: system})
		return code, out.String(), errs.String()
	}
	_, want, _ := on("linux", "a.txt", "b.txt")
	if code, out, errs := on("windows", "?.txt"); code != cli.ExitDifferent || out != want {
		t.Errorf("?.txt: exit %d, %s\n%s", code, errs, out)
	}
	if code, _, errs := on("windows", "a.txt", "c[1].txt"); code != cli.ExitSame {
		t.Errorf("a file whose name looks like a pattern: exit %d, %s", code, errs)
	}
	for args, reason := range map[string]string{"x*.txt": "x*.txt: no file has such a name", "[a.txt": "[a.txt: not a pattern for file names"} {
		if code, _, errs := on("windows", args); code != cli.ExitTrouble || !strings.Contains(errs, reason) {
			t.Errorf("%s: exit %d, says %q", args, code, errs)
		}
	}
	if code, _, _ := on("linux", "*.txt", "a.txt"); code != cli.ExitTrouble {
		t.Errorf("*.txt elsewhere: exit %d", code)
	}
}

// closedPipe fails like a pipe that nobody reads any more.
type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, fmt.Errorf("write: %w", syscall.EPIPE) }

func TestBrokenPipeIsQuiet(t *testing.T) {
	a, b := write(t, "a.txt", storyA), write(t, "b.txt", storyB)
	var errs bytes.Buffer
	cli.Run(context.Background(), []string{"compare", a, b}, cli.Env{Stdin: strings.NewReader(""), Stdout: closedPipe{}, Stderr: &errs})
	if errs.Len() > 0 {
		t.Errorf("says %q", errs.String())
	}
}

func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, errs bytes.Buffer
	a, b := write(t, "a.txt", storyA), write(t, "b.txt", storyB)
	code := cli.Run(ctx, []string{"compare", a, b}, cli.Env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs})
	if code != cli.ExitTrouble || out.Len() > 0 || errs.String() != "wirediff: interrupted\n" {
		t.Errorf("exit %d, %q, %q", code, out.String(), errs.String())
	}
}

// failing is standard input that cannot be read.
type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("the disk is gone") }

func TestTroubleTellsFileAndReason(t *testing.T) {
	a := write(t, "a.txt", storyA)
	for _, args := range [][]string{{"compare", a, "-"}, {"compare", a, filepath.Join(t.TempDir(), "none.txt")}, {"sentences", t.TempDir()}} {
		code, out, errs := run(cli.Env{Stdin: failing{}}, args...)
		if code != cli.ExitTrouble || out != "" {
			t.Errorf("%v: exit %d, printed %q", args, code, out)
		}
		if !strings.HasPrefix(errs, "wirediff: ") || strings.Contains(strings.ToLower(errs), "error") || strings.Count(errs, ": ") < 2 {
			t.Errorf("%v: says %q", args, errs)
		}
	}
}

var _ io.Reader = failing{}
