package ui

import "wirediff/diff/report"

// appName is the name of the program.
const appName = "Wirediff"

// title is the name of the window: what is compared, and whether it is saved.
func title(s State) string {
	vs := s.read()
	if len(vs) == 0 {
		return appName
	}
	name := report.Clean(sessionTitle(s))
	if len(vs) > 1 {
		name += " (" + countWords(len(vs), "version") + ")"
	}
	if s.unsaved() {
		name += tr(", not saved")
	}
	return name + " – " + appName
}
