package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"wirediff/diff/report"
	"wirediff/diff/text"
	"wirediff/ui/board"
)

// command is one thing that the program does. The main menu, the tool bar,
// the list of keys and the dispatch of keys are all made from the one table
// of commands, so a command cannot have a key that nothing prints, or a menu
// item that no key reaches.
type command struct {
	id    string // names the command in code and tests; "" draws a line in the menu
	menu  string // "View", or "View/Filter" for an entry of a submenu
	title string
	keys  []chord                        // the first is printed in the menu
	on    func(State) bool               // whether it can be done now; nil: always
	set   func(State) bool               // whether it is the choice that holds; nil: no choice
	each  func(*Window) []*fyne.MenuItem // stands for several entries; nil: for one
	run   func(*Window)
}

// enabled reports whether c can be done in s.
func (c command) enabled(s State) bool { return c.on == nil || c.on(s) }

// chosen reports whether c is the choice that holds in s.
func (c command) chosen(s State) bool { return c.set != nil && c.set(s) }

// keysOf reads chords from one string, "N, Alt+Down".
func keysOf(list string) []chord {
	var ks []chord
	for _, k := range strings.Split(list, ", ") {
		if k != "" {
			ks = append(ks, chordOf(k))
		}
	}
	return ks
}

// line is a line between groups of a menu.
func line(menu string) command { return command{menu: menu} }

// do is a command that can be done while on says so.
func do(id, menu, title, keys string, on func(State) bool, run func(*Window)) command {
	return command{id: id, menu: menu, title: title, keys: keysOf(keys), on: on, run: run}
}

// choose is one of several choices, of which set says which one holds.
func choose(id, menu, title, keys string, on, set func(State) bool, to func(State) State) command {
	return command{id: id, menu: menu, title: title, keys: keysOf(keys), on: on, set: set,
		run: func(w *Window) { w.apply(to) }}
}

// nextChoice goes through the choices of a submenu, one key for all of them.
func nextChoice(id, menu, title, keys string) command {
	return do(id, menu, title, keys, nil, func(w *Window) {
		var choices []command
		at := 0
		for _, c := range w.commands {
			if c.menu == menu && c.set != nil {
				if c.chosen(w.state) {
					at = len(choices)
				}
				choices = append(choices, c)
			}
		}
		w.do(choices[(at+1)%len(choices)])
	})
}

// commands returns the table, in the order of the menus.
func commands() []command {
	var all []command
	for _, part := range [][]command{fileCommands(), editCommands(), viewCommands(), newsCommands(), goCommands(), compareCommands(), helpCommands()} {
		all = append(all, part...)
	}
	return all
}

// When a command can be done.
func started(s State) bool    { return len(s.Versions) > 0 }
func compared(s State) bool   { return s.Result != nil && len(s.view().Order) > 0 }
func several(s State) bool    { return compared(s) && len(s.read()) > 1 }
func failed(s State) bool     { return s.count(Failed) > 0 }
func busy(s State) bool       { return s.Busy }
func revertible(s State) bool { return s.File.Path != "" && s.unsaved() }
func hidden(s State) bool {
	for _, v := range s.Versions {
		if v.Hidden {
			return true
		}
	}
	return false
}

func fileCommands() []command {
	const m = "File"
	return []command{
		do("new", m, "New", "Ctrl+N", started, (*Window).closeAll),
		do("open", m, "Open files …", "Ctrl+O", nil, (*Window).openFiles),
		do("folder", m, "Open folder …", "Ctrl+Shift+O", nil, (*Window).openFolder),
		do("address", m, "Open address …", "Ctrl+U", nil, (*Window).askAddress),
		do("paste", m, "Paste as a version …", "Ctrl+Shift+V", nil, (*Window).paste),
		do("example", m, "Open the example", "Ctrl+Alt+E", nil, (*Window).openExample),
		{id: "recent", menu: "File/Recent", title: "Recent", each: (*Window).recentItems},
		line(m),
		do("save", m, "Save", "Ctrl+S", compared, func(w *Window) { w.save(func() {}) }),
		do("saveas", m, "Save as …", "Ctrl+Shift+S", compared, func(w *Window) { w.saveAs(func() {}) }),
		do("revert", m, "Revert to the saved file", "Ctrl+Alt+Z", revertible, (*Window).revert),
		do("duplicate", m, "Duplicate", "Ctrl+Shift+D", compared, (*Window).duplicate),
		do("unsaved", m, "Unsaved work from before …", "Ctrl+Alt+U", nil, (*Window).showLeft),
		line(m),
		do("report", m, "Write a report …", "Ctrl+E", compared, (*Window).export),
		do("reload", m, "Reload", "Ctrl+R, F5", started, (*Window).reload),
		do("cancel", m, "Cancel the comparison", "Ctrl+.", busy, (*Window).cancelJob),
		do("close", m, "Close the comparison", "Ctrl+W", started, (*Window).closeAll),
		line(m),
		do("quit", m, "Quit", "Ctrl+Q", nil, (*Window).quit),
	}
}

func editCommands() []command {
	const m = "Edit"
	find := func(id, title, key string, on func(*board.Query) *bool) command {
		return choose(id, "Edit/Find how", title, key, compared,
			func(s State) bool { return *on(&s.Query) },
			func(s State) State { f := on(&s.Query); *f = !*f; return s })
	}
	return []command{
		do("undo", m, "Undo", "Ctrl+Z", nil, (*Window).undo),
		do("redo", m, "Redo", "Ctrl+Shift+Z", nil, (*Window).redo),
		line(m),
		do("note", m, "Note on this sentence …", "T", compared, (*Window).noteHere),
		line(m),
		do("copy", m, "Copy", "Ctrl+C", nil, (*Window).copySelection),
		do("copywith", m, "Copy with outlet and date", "Ctrl+Shift+C", compared, (*Window).copyWithOutlet),
		do("copytable", m, "Copy the matrix as a table", "Ctrl+Alt+C", compared, (*Window).copyTable),
		do("copyrow", m, "Copy the row as a table", "Ctrl+Alt+R", compared, (*Window).copyRow),
		do("selectcolumn", m, "Select column", "Ctrl+Alt+A", compared, (*Window).selectColumn),
		line(m),
		do("find", m, "Find …", "Ctrl+F", compared, (*Window).startFind),
		do("nexthit", m, "Next hit", "F3", compared, func(w *Window) { w.walkHits(+1) }),
		do("prevhit", m, "Previous hit", "Shift+F3", compared, func(w *Window) { w.walkHits(-1) }),
		line(m),
		do("settings", m, "Settings …", "Ctrl+,", nil, (*Window).showSettings),
		find("findcase", "Capitals matter", "Alt+C", func(q *board.Query) *bool { return &q.Case }),
		find("findword", "Whole words", "Alt+W", func(q *board.Query) *bool { return &q.Word }),
		find("findregexp", "Regular expression", "Alt+R", func(q *board.Query) *bool { return &q.Regexp }),
	}
}

func viewCommands() []command {
	all := append(modeCommands(), panelCommand("changelist", "View", "Change list", "Ctrl+L", changesPanel))
	all = append(all, filterCommands()...)
	all = append(all, styleCommands()...)
	all = append(all,
		command{id: "moves", menu: "View", title: "Moves shown where they stand", keys: keysOf("J"), on: compared,
			set: func(s State) bool { return !s.MovesHome },
			run: func(w *Window) { w.apply(func(s State) State { s.MovesHome = !s.MovesHome; return s }) }},
		command{id: "pack", menu: "View", title: "Own sentences packed", keys: keysOf("K"), on: compared,
			set: func(s State) bool { return s.Pack },
			run: func(w *Window) { w.apply(func(s State) State { s.Pack = !s.Pack; return s }) }},
		line("View"),
	)
	return append(all, lookCommands()...)
}

func filterCommands() []command {
	filter := func(id, title, keys string, f report.Filter) command {
		return choose(id, "View/Filter", title, keys, compared,
			func(s State) bool { return sameFilter(s.Filter, f) },
			func(s State) State { s.Filter = f; return s })
	}
	return []command{
		filter("all", "All sentences", "A", report.Filter{}),
		filter("changes", "Changes only", "C", report.Filter{Changes: true}),
		filter("onlyone", "Only in one", "1", report.Filter{OnlyOne: true}),
		filter("missone", "Missing in one", "0", report.Filter{MissOne: true}),
		filter("inall", "In all", "Shift+A", report.Filter{InAll: true}),
		filter("notinbase", "Not in the base", "Shift+N", report.Filter{NotInBase: true}),
		filter("moved", "Moved", "R", report.Filter{Moved: true}),
		filter("unsure", "Unsure", "Q", report.Filter{Unsure: true}),
		filter("flagged", "With findings to look at", "Shift+G", report.Filter{Flagged: true}),
	}
}

func styleCommands() []command {
	mode := func(id, title string, m report.StyleMode) command {
		return choose(id, "View/House style", title, "", compared,
			func(s State) bool { return s.StyleMode == m },
			func(s State) State { s.StyleMode = m; return s })
	}
	return []command{
		mode("stylequiet", "House style: quiet", report.StyleQuiet),
		mode("stylehidden", "House style: hidden", report.StyleHidden),
		mode("stylechange", "House style: as change", report.StyleAsChange),
		nextChoice("stylenext", "View/House style", "House style: next setting", "Y"),
	}
}

func lookCommands() []command {
	text := func(id, title, keys string, to func(Look) Look) command {
		return do(id, "View", title, keys, nil, func(w *Window) {
			w.apply(func(s State) State { s.Look = to(s.Look); return s })
		})
	}
	all := []command{
		text("larger", "Larger text", "Ctrl+=, Ctrl+Shift+=, Ctrl++", func(l Look) Look { return l.larger(+1) }),
		text("smaller", "Smaller text", "Ctrl+-", func(l Look) Look { return l.larger(-1) }),
		text("usual", "Usual text", "Ctrl+0", func(l Look) Look { l.Text = usualText; return l }),
		line("View"),
	}
	for i, title := range []string{"As the system", "Light", "Dark"} {
		l := Light(i)
		all = append(all, choose("light"+string(rune('0'+i)), "View/Light and dark", title, "", nil,
			func(s State) bool { return s.Look.Light == l },
			func(s State) State { s.Look.Light = l; return s }))
	}
	all = append(all, do("dark", "View/Light and dark", "Change between light and dark", "Ctrl+D", nil, (*Window).turnDark))
	for p := range report.NumScheme {
		all = append(all, choose("palette"+string(rune('0'+p)), "View/Palette", p.String(), "", nil,
			func(s State) bool { return s.Look.Scheme == p },
			func(s State) State { s.Look.Scheme = p; return s }))
	}
	all = append(all, nextChoice("palettenext", "View/Palette", "Next palette", "Ctrl+Alt+P"))
	for i, title := range []string{"Usual", "Tight", "Loose"} {
		all = append(all, choose("spacing"+string(rune('0'+i)), "View/Line spacing", title, "", nil,
			func(s State) bool { return s.Look.Spacing == i },
			func(s State) State { s.Look.Spacing = i; return s }))
	}
	all = append(all, nextChoice("spacingnext", "View/Line spacing", "Next line spacing", "Ctrl+Alt+L"))
	for i, title := range []string{"Serif", "Sans"} {
		f := board.Face(i)
		all = append(all, choose("face"+string(rune('0'+i)), "View/Face", title, "", nil,
			func(s State) bool { return s.Look.Face == f },
			func(s State) State { s.Look.Face = f; return s }))
	}
	all = append(all, nextChoice("facenext", "View/Face", "Other face", "Ctrl+Alt+F"))
	return append(all, line("View"), do("fullscreen", "View", "Full screen", "F11", nil, (*Window).turnFullScreen))
}

func goCommands() []command {
	const m = "Go"
	return []command{
		do("next", m, "Next change", "N, Alt+Down", compared, func(w *Window) { w.walkChanges(+1) }),
		do("previous", m, "Previous change", "P, Alt+Up", compared, func(w *Window) { w.walkChanges(-1) }),
		do("unsurenext", m, "Next unsure match", "Shift+Q", compared, (*Window).nextUnsure),
		line(m),
		do("otherend", m, "Other end of a move", "M", compared, (*Window).otherEnd),
		do("bothends", m, "Show both ends of a move", "Shift+M", compared, (*Window).showEnds),
		do("back", m, "Back", "Alt+Left", compared, (*Window).goBack),
		line(m),
		do("row", m, "Go to row …", "Ctrl+G", compared, (*Window).askRow),
		do("first", m, "First row", "Ctrl+Home", compared, func(w *Window) { w.goToEnd(-1) }),
		do("last", m, "Last row", "Ctrl+End", compared, func(w *Window) { w.goToEnd(+1) }),
		line(m),
		do("region", m, "Next region", "F6", nil, func(w *Window) { w.nextRegion(+1) }),
		do("regionback", m, "Previous region", "Shift+F6", nil, func(w *Window) { w.nextRegion(-1) }),
	}
}

func compareCommands() []command {
	const m = "Compare"
	return []command{
		do("basethis", m, "Base: this column", "B", compared, (*Window).baseHere),
		{id: "basenone", menu: m, title: "Base: none", keys: keysOf("Shift+B"), on: compared,
			set: func(s State) bool { return s.Base == NoBase },
			run: func(w *Window) { w.setBase(NoBase) }},
		do("swap", m, "Swap sides", "X", two, (*Window).swapSides),
		{id: "beside", menu: "Compare/Beside the base", title: "Beside the base", on: besides, each: (*Window).besideItems},
		{id: "base", menu: "Compare/Base", title: "Base", on: compared, each: (*Window).baseItems},
		line(m),
		do("hide", m, "Hide this column", "H", several, (*Window).hideHere),
		do("showall", m, "Show all columns", "Shift+H", hidden, func(w *Window) { w.apply(State.allShown) }),
		{id: "pin", menu: m, title: "Pin this column at the left", keys: keysOf("Shift+P"), on: several, run: (*Window).pinHere},
		do("left", m, "Column to the left", "Ctrl+Shift+Left", several, func(w *Window) { w.moveHere(-1) }),
		do("right", m, "Column to the right", "Ctrl+Shift+Right", several, func(w *Window) { w.moveHere(+1) }),
		line(m),
		do("narrower", m, "Narrower column", "Alt+-", several, func(w *Window) { w.stage.board.Narrower() }),
		do("wider", m, "Wider column", "Alt+=", several, func(w *Window) { w.stage.board.Wider() }),
		do("equal", m, "Equal widths", "Alt+0", several, func(w *Window) { w.stage.board.EqualWidths() }),
		line(m),
		do("why", m, "Why matched?", "W", compared, (*Window).turnWhy),
		do("link", m, "Link to another cell", "L", several, (*Window).startLink),
		do("unlink", m, "Unlink", "U", several, (*Window).unlinkHere),
		do("split", m, "Split what was taken together", "S", several, (*Window).splitHere),
		do("merge", m, "Merge with the row below", "G", several, (*Window).mergeHere),
		do("never", m, "Never these two", "V", several, (*Window).neverHere),
		do("cellmenu", m, "Menu of this cell", "Shift+F10", compared, (*Window).popCellMenu),
		line(m),
		do("counttext", m, "Count as text", "F7", compared, func(w *Window) { w.turnRole(text.RoleBody) }),
		do("setaside", m, "Set aside as furniture", "Shift+F7", compared, func(w *Window) { w.turnRole(text.RoleFurniture) }),
		line(m),
		do("source", m, "About this text …", "F4", compared, func(w *Window) { w.onColumn(w.showSource) }),
		do("encoding", m, "Text encoding …", "Shift+F4", compared, func(w *Window) { w.onColumn(w.askEncoding) }),
		do("rename", m, "Rename this version …", "F2", compared, (*Window).renameHere),
		do("remove", m, "Remove this version", "Ctrl+Delete", compared, (*Window).removeHere),
		do("retry", m, "Read again what was not read", "Shift+F5", failed, (*Window).retryAll),
	}
}

func helpCommands() []command {
	const m = "Help"
	return []command{
		do("keys", m, "Keys", "F1", nil, (*Window).showKeys),
		do("hints", m, "Hints on this page", "Ctrl+F1", func(s State) bool { return compared(s) && s.mode() == Columns }, func(w *Window) { w.stage.hints.begin() }),
		do("howto", m, "How to read a page", "Shift+F1", nil, (*Window).showHowTo),
		line(m),
		do("about", m, "About Wirediff", "Ctrl+Shift+F1", nil, (*Window).showAbout),
	}
}
