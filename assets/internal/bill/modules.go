package main

import (
	"bytes"
	"debug/buildinfo"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// module is one linked module, or Go's own library.
type module struct {
	Path, Version, Sum string
	Dir                string // in the module cache
	Texts              []licence
}

// licence is one licence file of a module.
type licence struct {
	File string // path inside the module
	ID   string // SPDX, "" if the text is not one of the known ones
	Text string
}

// linked returns the modules of the programs, each once, by path, with Go's
// library first.
func linked(programs []string) ([]module, error) {
	mods := map[string]module{}
	for _, program := range programs {
		info, err := buildinfo.ReadFile(program)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", program, err)
		}
		for _, dep := range info.Deps {
			if dep.Replace != nil {
				dep = dep.Replace
			}
			if strings.HasPrefix(dep.Path, ".") {
				continue // a stand-in of our own, part of this repository
			}
			mods[dep.Path] = module{Path: dep.Path, Version: dep.Version, Sum: dep.Sum}
		}
		mods["std"] = module{Path: "std", Version: strings.TrimPrefix(info.GoVersion, "go")}
	}
	var list []module
	for _, m := range mods {
		dir, err := moduleDir(m)
		if err != nil {
			return nil, err
		}
		m.Dir = dir
		list = append(list, m)
	}
	slices.SortFunc(list, func(a, b module) int { return strings.Compare(a.Path, b.Path) })
	return list, nil
}

// embedded reads NAME@VERSION=FILE,FILE: a part and the files that hold its
// licences. An npm package starts with "@".
func embedded(also string) (module, error) {
	part, files, ok := strings.Cut(also, "=")
	at := strings.LastIndex(part, "@")
	if !ok || at < 1 {
		return module{}, fmt.Errorf("%q is not NAME@VERSION=FILES", also)
	}
	m := module{Path: part[:at], Version: part[at+1:]}
	for _, file := range strings.Split(files, ",") {
		b, err := os.ReadFile(file)
		if err != nil {
			return module{}, err
		}
		text := strings.TrimSpace(string(b))
		if text == "" {
			return module{}, fmt.Errorf("%s: no licence in it", file)
		}
		m.Texts = append(m.Texts, licence{File: filepath.Base(file), ID: spdx(text), Text: text})
	}
	return m, nil
}

func moduleDir(m module) (string, error) {
	if m.Path == "std" {
		out, err := exec.Command("go", "env", "GOROOT").Output()
		return strings.TrimSpace(string(out)), err
	}
	out, err := exec.Command("go", "mod", "download", "-json", m.Path+"@"+m.Version).Output()
	if err != nil {
		return "", fmt.Errorf("%s: not in the module cache: %w", m.Path, err)
	}
	_, rest, ok := bytes.Cut(out, []byte(`"Dir": "`))
	dir, _, ok2 := bytes.Cut(rest, []byte(`"`))
	if !ok || !ok2 {
		return "", fmt.Errorf("%s: go mod download gives no folder", m.Path)
	}
	return strings.ReplaceAll(string(dir), `\\`, `\`), nil
}

// notOurs are folders of a module that no program links.
var notOurs = []string{"testdata", "vendor", "cmd", "test", "tests", "examples"}

// licenceTexts finds the licence files of a module: at its top, and beside
// code or fonts that it carries from others. Of Go's own library only the
// top is read. A text that occurs twice is listed once.
func licenceTexts(m module) ([]licence, error) {
	var found []licence
	seen := map[string]bool{}
	err := filepath.WalkDir(m.Dir, func(path string, d os.DirEntry, err error) error {
		switch {
		case err != nil || path == m.Dir:
			return err
		case d.IsDir() && (m.Path == "std" || slices.Contains(notOurs, d.Name())):
			return filepath.SkipDir
		case d.IsDir() || !isLicence(d.Name()):
			return nil
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		text := strings.TrimSpace(strings.ReplaceAll(string(b), "\r\n", "\n"))
		if seen[text] {
			return nil
		}
		seen[text] = true
		rel, err := filepath.Rel(m.Dir, path)
		found = append(found, licence{File: filepath.ToSlash(rel), ID: spdx(text), Text: text})
		return err
	})
	return found, err
}

// isLicence knows licence files by name.
func isLicence(name string) bool {
	upper := strings.ToUpper(name)
	if strings.HasSuffix(upper, ".GO") {
		return false
	}
	for _, start := range []string{"LICENSE", "LICENCE", "COPYING", "NOTICE", "OFL", "PATENTS"} {
		if strings.HasPrefix(upper, start) {
			return true
		}
	}
	return false
}
