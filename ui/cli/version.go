package cli

import "runtime/debug"

// Set by the Makefile with -ldflags "-X ..."; a plain "go build" leaves them
// empty, and then the build itself knows.
var version, commit, date string

// Version returns the version with commit and date, as far as known:
// "0.1.0 (1234567890, 2026-01-02)".
func Version() string {
	v, c, d := version, commit, date
	if info, ok := debug.ReadBuildInfo(); ok && v == "" {
		v = info.Main.Version
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				c = s.Value[:min(10, len(s.Value))]
			case "vcs.time":
				d = s.Value[:min(len("2006-01-02"), len(s.Value))]
			}
		}
	}
	if v == "" || v == "(devel)" {
		v = "development"
	}
	switch {
	case c != "" && d != "":
		return v + " (" + c + ", " + d + ")"
	case c != "":
		return v + " (" + c + ")"
	}
	return v
}
