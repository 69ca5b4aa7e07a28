package cli

// Set by the linker (see the Makefile), from FyneApp.toml and the commit;
// empty in a plain go build.
var version, commit, date string

// Version returns one line for people: "0.1.0 (1a2b3c4d5e, 2026-11-21)".
func Version() string {
	if version == "" {
		return "unreleased"
	}
	return version + " (" + commit + ", " + date + ")"
}
