package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff/report"
	"wirediff/ui/board"
)

// newsPanel shows quotations, facts, the watch or the outlets, in the same
// frame as the change list.
type newsPanel struct {
	root   *fyne.Container
	tabs   map[newsTab]*press
	title  *label
	aside  *press // "3 dismissed, show"
	list   *newsList
	items  []newsEntry
	page   *report.Page // what items were made from
	shown  newsTab
	asides bool
	window *Window
}

func newNewsPanel(w *Window) *newsPanel {
	p := &newsPanel{tabs: map[newsTab]*press{}, title: newLabel("", board.ColorMuted), window: w}
	p.title.size = 12
	var left []fyne.CanvasObject
	for _, t := range newsTabs() {
		b := newPress(facePlain, t.title, func() { w.openNews(t.tab) })
		p.tabs[t.tab], left = b, append(left, b)
	}
	shut := newPress(facePlain, "Close", func() { w.openNews(w.state.News) })
	tabs := container.New(between{left: left, right: []fyne.CanvasObject{shut}, height: 44, pad: 8, gap: 2}, append(left, shut)...)
	p.aside = newPress(facePlain, "", func() { w.do(w.command("showaside")) })
	p.aside.underline, p.aside.ink = true, board.ColorMuted
	count := container.New(between{left: []fyne.CanvasObject{p.title}, right: []fyne.CanvasObject{p.aside}, height: 30, pad: 14, gap: 4}, p.title, p.aside)
	p.list = newNewsList(w, p)
	head := container.NewVBox(tabs, count)
	head.Layout = tightRows{}
	body := container.New(layout.NewBorderLayout(head, nil, nil, nil), head, p.list)
	p.root = container.New(sideLine{}, newGround(board.ColorPaper, 1, 1), newGround(board.ColorRule, 1, 1), body)
	return p
}

type namedTab struct {
	tab       newsTab
	id, title string
}

func newsTabs() []namedTab {
	return []namedTab{{quotesTab, "quotes", "Quotes"}, {factsTab, "facts", "Facts"}, {watchTab, "watch", "Watch"}, {outletsTab, "outlets", "Outlets"}, {notesTab, "notes", "Notes"}}
}

// openNews opens a panel, or shuts the one that is open.
func (w *Window) openNews(t newsTab) {
	for _, n := range newsTabs() {
		if n.tab == t {
			w.do(w.command(n.id))
		}
	}
}

// show brings the panel in line with the window.
func (p *newsPanel) show(w *Window) {
	p.root.Hidden = w.state.News == noNews
	if p.root.Hidden || w.page == nil {
		return
	}
	for t, b := range p.tabs {
		b.turn(t == w.state.News)
	}
	if p.page != w.page || p.shown != w.state.News || p.asides != w.state.ShowAside {
		p.page, p.shown, p.asides = w.page, w.state.News, w.state.ShowAside
		p.fill(w)
	}
	p.follow(w)
}

// fill makes the entries of the panel.
func (p *newsPanel) fill(w *Window) {
	p.items = nil
	words, aside := "Looking for findings …", ""
	if w.findings != nil || w.state.News == notesTab {
		p.items, words = w.newsEntries()
		if n := w.asides(); n > 0 {
			aside = fmt.Sprintf("%d dismissed, show", n)
			if w.state.ShowAside {
				aside = fmt.Sprintf("%d dismissed, hide", n)
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
	if w.state.News != factsTab && w.state.News != watchTab {
		return 0
	}
	return len(w.page.Spots(w.findings.Aside))
}

// newsEntries returns the entries of the open panel and its line of counts.
func (w *Window) newsEntries() ([]newsEntry, string) {
	switch w.state.News {
	case quotesTab:
		items := w.quoteEntries()
		n := 0
		for _, e := range items {
			if len(e.lines) == 2 {
				n++
			}
		}
		return items, countWords(n, "quotation")
	case notesTab:
		return w.noteEntries(), countWords(len(w.page.Remarks), "note")
	case outletsTab:
		return w.outletEntries(), countWords(len(w.page.Heads), "version")
	}
	items := w.flagEntries(w.state.News == factsTab)
	n := 0
	for _, e := range items {
		if e.id != "" && !e.aside {
			n++
		}
	}
	if n == 0 {
		return items, "nothing found to look at"
	}
	return items, countWords(n, "finding") + " to look at"
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

// newsList is the list of a panel. Arrows move through it, Enter goes to the
// cell, Delete puts the finding aside.
type newsList struct {
	widget.List
	at    int // the marked entry, -1 for none
	panel *newsPanel
}

func newNewsList(w *Window, p *newsPanel) *newsList {
	l := &newsList{at: -1, panel: p}
	l.Length = func() int { return len(p.items) }
	l.CreateItem = func() fyne.CanvasObject { return newNewsItem(w) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*newsItem).set(p.items[i], i == l.at) }
	l.OnSelected = func(i widget.ListItemID) {
		l.Unselect(i) // the mark is ours: it follows the board
		l.go1(w, i)
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// go1 marks an entry and goes to its cell.
func (l *newsList) go1(w *Window, i int) {
	l.mark(i)
	if e := l.panel.items[i]; e.leads {
		w.stage.board.FocusCell(e.place)
	} else if e.note > 0 {
		w.editNote(e.note - 1)
	}
}

// fill takes over new entries and their heights.
func (l *newsList) fill() {
	if l.at >= len(l.panel.items) {
		l.at = len(l.panel.items) - 1
	}
	set := newSetting(l.panel.window)
	for i, e := range l.panel.items {
		l.SetItemHeight(i, set.height(e))
	}
	l.Refresh()
}

// mark shows entry i as the chosen one.
func (l *newsList) mark(i int) {
	if l.at == i {
		return
	}
	old := l.at
	l.at = i
	if old >= 0 && old < len(l.panel.items) {
		l.RefreshItem(old)
	}
	l.RefreshItem(i)
	l.ScrollTo(i)
}

// TypedKey is part of fyne.Focusable.
func (l *newsList) TypedKey(k *fyne.KeyEvent) {
	w := l.panel.window
	switch k.Name {
	case fyne.KeyDown, fyne.KeyUp:
		l.step(map[fyne.KeyName]int{fyne.KeyDown: +1, fyne.KeyUp: -1}[k.Name])
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if l.at >= 0 && l.at < len(l.panel.items) {
			l.go1(w, l.at)
		}
	default:
		if !w.functionKey(k.Name) {
			l.List.TypedKey(k)
		}
	}
}

// TypedRune is part of fyne.Focusable: letters act as on the board.
func (l *newsList) TypedRune(r rune) { l.panel.window.typedRune(r) }

// step marks the next entry that leads somewhere.
func (l *newsList) step(by int) {
	for i := l.at + by; i >= 0 && i < len(l.panel.items); i += by {
		if l.panel.items[i].leads || l.panel.items[i].note > 0 {
			l.mark(i)
			return
		}
	}
}
