package cli_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"wirediff/ui/cli"
)

// asWirediff makes the test binary behave as the program: git has to start one.
const asWirediff = "WIREDIFF_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asWirediff) != "" {
		os.Exit(cli.Run(context.Background(), os.Args[1:], cli.Env{
			Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv,
		}))
	}
	os.Exit(m.Run())
}

// The recipe of the README, with git itself.
func TestDifftoolRecipe(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not here")
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	recipe := regexp.MustCompile("In the terminal: `git config difftool.wirediff.cmd '(.*)'`").FindSubmatch(readme)
	if recipe == nil {
		t.Fatal("the README has no recipe for the terminal")
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	git := func(args ...string) string {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), asWirediff+"=1", "HOME="+dir, "GIT_CONFIG_NOSYSTEM=1")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	write := func(villages string) {
		body := "Rescuers cleared " + villages + " villages by bus and by boat on Monday.\n\nNobody was hurt, the army said.\n"
		if err := os.WriteFile(filepath.Join(dir, "story.txt"), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	git("init", "-q")
	git("config", "difftool.wirediff.cmd", strings.Replace(string(recipe[1]), "wirediff", `"`+filepath.ToSlash(program)+`"`, 1))
	write("nine")
	git("add", "story.txt")
	git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "first")
	write("eight")
	out := git("difftool", "--tool", "wirediff", "--no-prompt", "HEAD", "--", "story.txt")
	if !strings.Contains(out, "1 reworded") || !strings.Contains(out, "{+eight+}") {
		t.Errorf("git difftool printed:\n%s", out)
	}
}
