package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"wirediff/diff/report"
	"wirediff/ui/board"
)

// newsPanel shows quotations, facts, the watch, the outlets, house style or
// notes, in the same frame as the change list.
type newsPanel struct {
	root    *fyne.Container
	tabs    map[panel]*press
	title   *label
	aside   *press // "3 dismissed, show"
	list    *walkList
	items   []newsEntry
	setting *setting
	made    madeFrom
	window  *Window
}

// madeFrom is what the entries of a panel depend on.
type madeFrom struct {
	page   *report.Page
	shown  panel
	asides bool
	outlet int
}

func newNewsPanel(w *Window) *newsPanel {
	p := &newsPanel{tabs: map[panel]*press{}, title: newLabel("", board.ColorMuted), window: w, setting: newSetting(w)}
	p.title.size = 12
	tabs := container.New(&inLine{pad: 8})
	for _, t := range panelTabs() {
		b := newPress(facePlain, tr(t.title), func() { w.turnPanel(t.tab) })
		p.tabs[t.tab] = b
		tabs.Add(b)
	}
	p.aside = newPress(facePlain, "", func() { w.do(w.command("showaside")) })
	p.aside.underline, p.aside.ink = true, board.ColorMuted
	count := lineOf(between{left: []fyne.CanvasObject{p.title}, right: []fyne.CanvasObject{p.aside, w.plainShut()}, height: 30, pad: 14, gap: 4})
	p.list = newWalkList(w, p)
	p.list.keys = p.key
	p.root = panelFrame(container.New(tightRows{}, container.New(&fixedHeight{44}, tabs), count), p.list)
	return p
}

// show brings the panel in line with the window.
func (p *newsPanel) show(w *Window) {
	s := w.state
	p.root.Hidden = s.Panel == noPanel || s.Panel == changesPanel
	if p.root.Hidden || w.page == nil {
		return
	}
	for t, b := range p.tabs {
		b.turn(t == s.Panel)
	}
	if made := (madeFrom{w.page, s.Panel, s.ShowAside, w.outletShown()}); p.made != made {
		if p.made.shown != made.shown {
			p.list.at = -1
		}
		p.made = made
		p.fill(w)
	}
	p.follow(w)
}

// fill makes the entries of the panel.
func (p *newsPanel) fill(w *Window) {
	p.items = nil
	words, aside := tr("Looking for findings …"), ""
	if w.findings != nil || w.state.Panel == notesPanel {
		p.items, words = w.newsEntries()
		if n := w.asides(); n > 0 {
			aside = tr("%d dismissed, show", n)
			if w.state.ShowAside {
				aside = tr("%d dismissed, hide", n)
			}
		}
	}
	p.title.say(words)
	p.aside.say(aside)
	p.aside.Hidden = aside == ""
	p.list.fill()
}

// asides counts the dismissed findings of the open panel.
func (w *Window) asides() int {
	switch w.state.Panel {
	case factsPanel, watchPanel:
		return len(w.page.Spots(ofPanel(w.findings.Aside, w.state.Panel == factsPanel)))
	case quotesPanel:
		return len(w.findings.QuotesAside)
	}
	return 0
}

// newsEntries returns the entries of the open panel and its line of counts.
func (w *Window) newsEntries() ([]newsEntry, string) {
	switch w.state.Panel {
	case quotesPanel:
		items, n := w.quoteEntries()
		return items, countWords(n, "quotation")
	case notesPanel:
		return w.noteEntries(), countWords(len(w.page.Remarks), "note")
	case outletsPanel:
		return w.outletEntries(), countWords(len(w.page.Heads), "version")
	case housePanel:
		return w.houseEntries()
	}
	items := w.flagEntries(w.state.Panel == factsPanel)
	n := 0
	for _, e := range items {
		if e.id != "" && !e.aside {
			n++
		}
	}
	if n == 0 {
		return items, tr("nothing found to look at")
	}
	return items, tr("%s to look at", countWords(n, "finding"))
}

// follow marks the entry of the cell in focus, unless the marked one is of
// that cell already.
func (p *newsPanel) follow(w *Window) {
	at, ok := w.stage.board.Focus()
	if p.root.Hidden || !ok {
		return
	}
	if e, ok := p.marked(); ok && e.leads && e.place == at {
		return
	}
	for i, e := range p.items {
		if e.leads && e.place == at && !e.aside {
			p.list.mark(i)
			return
		}
	}
}

// marked returns the entry that is marked.
func (p *newsPanel) marked() (newsEntry, bool) {
	if p.list.at < 0 || p.list.at >= len(p.items) {
		return newsEntry{}, false
	}
	return p.items[p.list.at], true
}

// The entries as rows of a walkList.
func (p *newsPanel) count() int                    { return len(p.items) }
func (p *newsPanel) height(i int) float32          { return p.setting.height(p.items[i]) }
func (p *newsPanel) newItem(of *walkList) walkItem { return newNewsItem(p, of) }
func (p *newsPanel) stops(i int) bool {
	e := p.items[i]
	return e.leads || e.note > 0 || e.run != nil || len(e.acts) > 0
}

// open does what an entry is there for: it goes to its cell, shows what it
// counts, opens its note; or it offers what can be done with it.
func (p *newsPanel) open(i int) {
	w, e := p.window, p.items[i]
	switch {
	case e.run != nil:
		e.run()
	case e.leads:
		w.stage.board.FocusCell(e.place)
	case e.note > 0:
		w.editNote(e.note - 1)
	}
}

// key is asked first for the keys of the list: the arrows left and right turn
// the pages of the outlets, Enter on an entry with choices offers them.
func (p *newsPanel) key(k *fyne.KeyEvent) bool {
	w := p.window
	e, ok := p.marked()
	switch {
	case w.state.Panel == outletsPanel && k.Name == fyne.KeyLeft:
		w.turnOutlet(-1)
	case w.state.Panel == outletsPanel && k.Name == fyne.KeyRight:
		w.turnOutlet(+1)
	case ok && len(e.acts) > 0 && (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter || k.Name == fyne.KeySpace):
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.list)
		y := p.list.tops[p.list.at+1] - p.list.scroll.Offset.Y
		w.popMenuAt(w.entryMenu(e), at.AddXY(newsPad, y))
	default:
		return false
	}
	return true
}

// entryMenu is the menu of an entry; nil for one with nothing to choose.
func (w *Window) entryMenu(e newsEntry) *fyne.Menu {
	m := fyne.NewMenu("")
	if e.leads {
		m.Items = append(m.Items, fyne.NewMenuItem(tr("Go to it"), func() { w.stage.board.FocusCell(e.place) }))
	}
	for _, a := range e.acts {
		m.Items = append(m.Items, fyne.NewMenuItem(a.words, a.run))
	}
	if e.id != "" {
		one, all := tr("Dismiss this finding"), tr("Dismiss all of the kind “%s”", e.kindWords())
		if e.aside {
			one, all = tr("Bring this finding back"), tr("Bring the kind “%s” back", e.kindWords())
		}
		m.Items = append(m.Items, fyne.NewMenuItem(one, func() { w.turnAside(e) }),
			fyne.NewMenuItem(all, func() { w.turnAsideKind(e) }))
	}
	if len(m.Items) == 0 {
		return nil
	}
	return m
}
