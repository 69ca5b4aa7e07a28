package ui

import "wirediff/ui/board"

// panel is what stands right of the page, one at a time.
type panel uint8

const (
	noPanel panel = iota
	changesPanel
	quotesPanel
	factsPanel
	watchPanel
	outletsPanel
	housePanel // decisions on house style; see house.go
	notesPanel // what the reader wrote; see notes.go
)

// panelTab is a panel among the tabs of the second frame; the change list has
// a frame of its own.
type panelTab struct {
	tab       panel
	id, title string // of its command
}

func panelTabs() []panelTab {
	return []panelTab{{quotesPanel, "quotes", "Quotes"}, {factsPanel, "facts", "Facts"}, {watchPanel, "watch", "Watch"},
		{outletsPanel, "outlets", "Outlets"}, {housePanel, "house", "Style"}, {notesPanel, "notes", "Notes"}}
}

// key names a panel in the preferences and in session files: the id of its
// command, "" for none.
func (p panel) key() string {
	if p == changesPanel {
		return "changes"
	}
	for _, t := range panelTabs() {
		if t.tab == p {
			return t.id
		}
	}
	return ""
}

// panelOf returns the panel of a key, noPanel for one that is not known.
func panelOf(key string) panel {
	for p := noPanel; p <= notesPanel; p++ {
		if p.key() == key {
			return p
		}
	}
	return noPanel
}

// turned opens a panel, or shuts it if it is open.
func (s State) turned(p panel) State {
	if s.Panel == p {
		p = noPanel
	}
	s.Panel = p
	return s
}

// turnPanel opens a panel by its command, or shuts the one that is open.
func (w *Window) turnPanel(p panel) {
	for _, t := range panelTabs() {
		if t.tab == p {
			w.do(w.command(t.id))
		}
	}
}

// panelCommand is the command that opens and shuts a panel.
func panelCommand(id, menu, title, key string, p panel) command {
	return choose(id, menu, title, key, compared,
		func(s State) bool { return s.Panel == p },
		func(s State) State { return s.turned(p) })
}

// showPlaceIn marks the entry of the cell in focus in the open panel.
func (g *stage) showPlaceIn(w *Window) {
	g.changes.follow(w)
	g.news.follow(w)
}

// plainShut returns the press that closes the open panel.
func (w *Window) plainShut() *press {
	shut := newPress(facePlain, tr("Close"), func() { w.apply(func(s State) State { s.Panel = noPanel; return s }) })
	shut.ink = board.ColorMuted
	return shut
}
