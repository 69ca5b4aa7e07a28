package ui

import (
	"slices"

	"wirediff/diff/report"
	"wirediff/diff/text"
)

// turnRole makes the paragraph in focus text of the story, or furniture; of
// several the reader picks. The comparison follows, undo takes it back, and
// sessions keep it.
func (w *Window) turnRole(role text.Role) {
	at, focused := w.stage.board.Focus()
	id, ok := w.column(at.Col)
	if !focused || !ok || at.Row >= len(w.page.Rows) {
		w.say(tr("Go to a sentence or a line of furniture first."), "", nil)
		return
	}
	st := w.reading.Versions[w.page.Heads[at.Col].Version]
	pars := turnable(st, w.page.Rows[at.Row].Cells[at.Col].Sentences, role)
	switch {
	case len(pars) == 0 && role.Counted():
		w.say(tr("There is nothing here to count as text."), "", nil)
	case len(pars) == 0:
		w.say(tr("There is no text here to set aside."), "", nil)
	case len(pars) == 1:
		w.turnParagraphs(id, st, pars, role)
	default:
		w.askParagraphs(id, st, pars, role)
	}
}

// turnable returns the paragraphs of the sentences that do not count as role
// does.
func turnable(st *text.Story, sentences []int32, role text.Role) []int {
	var pars []int
	for _, s := range sentences {
		p := int(st.Sentences[s].Par)
		if st.Sentences[s].Role.Counted() != role.Counted() && !slices.Contains(pars, p) {
			pars = append(pars, p)
		}
	}
	return pars
}

// askParagraphs asks which of several paragraphs are to be turned.
func (w *Window) askParagraphs(id ID, st *text.Story, pars []int, role text.Role) {
	rows := make([]pickRow, len(pars))
	for i, p := range pars {
		par := &st.Paragraphs[p]
		rows[i] = pickRow{par.Of(st.Body), tr(report.RoleWord(par.Role))}
	}
	l := newPickList(w, rows, func(chosen []int) {
		var some []int
		for _, i := range chosen {
			some = append(some, pars[i])
		}
		w.turnParagraphs(id, st, some, role)
	})
	title := tr("Which lines are text of the story?")
	if !role.Counted() {
		title = tr("Which paragraphs are no text of the story?")
	}
	w.openPicks(title, tr("Space checks a line, A all of them, Enter takes what is checked."), tr("Take them"), l)
}

// turnParagraphs gives paragraphs of version id another role; st is its story.
func (w *Window) turnParagraphs(id ID, st *text.Story, pars []int, role text.Role) {
	i := w.state.version(id)
	if i < 0 || w.state.Versions[i].Source.Body != st.Body || !slices.Equal(w.state.Versions[i].Source.Blocks, st.Blocks) {
		w.say(tr("The comparison is not up to date yet. Try again when it is."), "", nil)
		return
	}
	src := st.Source
	for _, p := range pars {
		src = text.Segment(src).WithRole(p, role)
	}
	words := countWords(len(pars), "paragraph")
	if role.Counted() {
		words += tr(" of %s counted as text.", st.Name)
	} else {
		words += tr(" of %s set aside as furniture.", st.Name)
	}
	w.edit(words, func(s State) State {
		return s.change(id, func(v Version) Version {
			v.Source, v.Turned = src, true
			return v
		})
	})
}
