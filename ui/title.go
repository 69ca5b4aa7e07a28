package ui

// appName is the name of the program.
const appName = "Wirediff"

// title is the name of the window: what is compared.
func title(s State) string {
	vs := s.read()
	if len(vs) == 0 {
		return appName
	}
	name := vs[0].Source.Title.Value
	if name == "" {
		name = vs[0].Name()
	}
	if len(vs) > 1 {
		name += " (" + countWords(len(vs), "version") + ")"
	}
	return name + " – " + appName
}
