package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"wirediff/ui/cli"
)

// completers ask a shell what it offers for a line being typed, the script of
// "wirediff completion" loaded; LINE, the words and the script are set.
var completers = map[string]string{
	"bash": `. /usr/share/bash-completion/bash_completion; . "$SCRIPT"; read -ra COMP_WORDS <<<"$LINE"
case $LINE in *' ') COMP_WORDS+=('');; esac
COMP_CWORD=$((${#COMP_WORDS[@]}-1)) COMP_LINE=$LINE COMP_POINT=${#LINE}; __start_wirediff; printf '%s\n' "${COMPREPLY[@]}"`,
	"fish": `source $SCRIPT; complete -C "$LINE"`,
	"zsh": `compdef() { : }; _describe() { print -l $completions }; . "$SCRIPT"
words=(${(z)LINE}); case $LINE in *' ') words+=('');; esac; CURRENT=$#words; _wirediff`,
}

// TestCompletions has the shells themselves complete, those that are here.
func TestCompletions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("shells of Unix")
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(program, filepath.Join(dir, "wirediff")); err != nil {
		t.Fatal(err)
	}
	for shell, ask := range completers {
		t.Run(shell, func(t *testing.T) {
			if _, err := exec.LookPath(shell); err != nil {
				t.Skip("not installed")
			}
			if _, err := os.Stat("/usr/share/bash-completion/bash_completion"); shell == "bash" && err != nil {
				t.Skip("bash has no completion package")
			}
			code, script, errs := run(cli.Env{}, "completion", shell)
			if code != 0 || script == "" {
				t.Fatal(code, errs)
			}
			file := filepath.Join(dir, "script."+shell)
			if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
				t.Fatal(err)
			}
			for line, want := range map[string][]string{
				"wirediff se":                    {"sentences", "session"},
				"wirediff compare --palette ":    {"blue-orange", "high-contrast", "standard"},
				"wirediff session --format mark": nil,
				"wirediff compare --base n":      {"none"},
				"wirediff --color a":             {"always", "auto"},
			} {
				cmd := exec.Command(shell, "-c", ask)
				cmd.Dir = t.TempDir()
				cmd.Env = append(os.Environ(), asWirediff+"=1", "HOME="+dir, "PATH="+dir+":"+os.Getenv("PATH"), "SCRIPT="+file, "LINE="+line)
				out, err := cmd.Output()
				if got := offered(string(out), line); err != nil || !slices.Equal(got, want) {
					t.Errorf("%q: offers %q, want %q (%v)\n%s", line, got, want, err, out)
				}
			}
		})
	}
}

// offered are the words that a shell prints for a line, without what it says
// of them; zsh leaves it to its own completion to drop those that do not fit.
func offered(out, line string) (words []string) {
	typed := line[strings.LastIndexByte(line, ' ')+1:]
	for _, l := range strings.Split(out, "\n") {
		word, _, _ := strings.Cut(strings.TrimSpace(l), "\t")
		if word, _, _ = strings.Cut(word, ":"); word != "" && strings.HasPrefix(word, typed) {
			words = append(words, strings.TrimSpace(word))
		}
	}
	slices.Sort(words)
	return words
}
