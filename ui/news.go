package ui

import (
	"reflect"

	"wirediff/diff"
	"wirediff/diff/news"
	"wirediff/diff/report"
	"wirediff/diff/style"
	"wirediff/diff/text"
)

// newsCommands is the menu News: the panels, the marks on the page, and what
// is done with a finding.
func newsCommands() []command {
	const m = "News"
	open := func(s State) bool { return compared(s) && s.Panel != noPanel }
	return []command{
		panelCommand("quotes", m, "Quotes", "Shift+U", quotesPanel),
		panelCommand("facts", m, "Facts", "F", factsPanel),
		panelCommand("watch", m, "Watch", "Shift+W", watchPanel),
		panelCommand("outlets", m, "Outlets", "O", outletsPanel),
		panelCommand("house", m, "House style", "Ctrl+H", housePanel),
		panelCommand("notes", m, "Notes", "Shift+T", notesPanel),
		line(m),
		choose("newsmarks", m, "Findings marked on the page", "Shift+F", compared,
			func(s State) bool { return !s.Unmarked },
			func(s State) State { s.Unmarked = !s.Unmarked; return s }),
		line(m),
		do("aside", m, "Dismiss this finding", "Delete", open, (*Window).asideHere),
		do("asidekind", m, "Dismiss all of this kind", "Alt+Delete", open, (*Window).asideKindHere),
		choose("showaside", m, "Show dismissed findings", "Ctrl+Alt+D", open,
			func(s State) bool { return s.ShowAside },
			func(s State) State { s.ShowAside = !s.ShowAside; return s }),
		do("asidenone", m, "Bring all dismissed findings back", "Ctrl+Alt+B", func(s State) bool { return !s.Aside.Empty() },
			func(w *Window) {
				w.edit(tr("All findings are back."), func(s State) State { s.Aside = report.Aside{}; return s })
			}),
	}
}

// found is what the news layer has to say about a result, whatever the base.
type found struct {
	of      *diff.Collation
	news    *news.Findings
	origins []news.Origin
	choices []style.Choice
}

// look looks a result through. Every pair is looked at, so that another base
// needs no second search.
func look(c *diff.Collation) *found {
	plain := make([]*text.Story, len(c.Versions))
	for i, st := range c.Versions {
		plain[i] = text.Segment(st.Source)
	}
	return &found{of: c, news: news.Find(c, news.Options{Base: -1}), origins: news.Origins(c),
		choices: style.Choices(plain, c.Versions)}
}

// findNews looks a result through beside the window, once it is shown; what
// is found comes as a change of state.
func (w *Window) findNews(c *diff.Collation) {
	go func() {
		f := look(c)
		w.jobs.post(func() {
			if w.state.Result == c {
				w.apply(func(s State) State { s.Found = f; return s })
			}
		})
	}()
}

// refind reads the findings for the present base, and reports whether they
// are others than before.
func (w *Window) refind(old State, newBase bool) bool {
	s := w.state
	if s.Found == nil || s.Found.of != s.Result {
		changed := w.findings != nil
		w.findings = nil
		return changed
	}
	if w.findings != nil && !newBase && s.Found == old.Found && reflect.DeepEqual(s.Aside, old.Aside) {
		return false
	}
	w.findings = report.NewFindings(w.reading, s.Found.news, s.Aside)
	return true
}

// asideHere puts the finding of the marked entry aside, or brings it back.
func (w *Window) asideHere() {
	if e, ok := w.stage.news.marked(); ok {
		w.turnAside(e)
	}
}

func (w *Window) asideKindHere() {
	if e, ok := w.stage.news.marked(); ok {
		w.turnAsideKind(e)
	}
}

// turnAside puts one finding aside, or brings it back.
func (w *Window) turnAside(e newsEntry) {
	if e.id == "" {
		return
	}
	words := tr("The finding was dismissed.")
	if e.aside {
		words = tr("The finding is back.")
	}
	w.edit(words, func(s State) State { s.Aside = s.Aside.Turn(e.id); return s })
}

// turnAsideKind puts all findings of a kind aside, or brings them back.
func (w *Window) turnAsideKind(e newsEntry) {
	if e.kind == "" {
		return
	}
	words := tr("All findings of the kind “%s” were dismissed.", e.kindWords())
	if e.aside {
		words = tr("The kind “%s” is back.", e.kindWords())
	}
	w.edit(words, func(s State) State { s.Aside = s.Aside.TurnType(e.kind); return s })
}
