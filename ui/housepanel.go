package ui

import (
	"fmt"
	"slices"
	"strings"

	"wirediff/diff/style"
	"wirediff/ui/board"
)

// houseEntries is the panel of house style: what was decided by hand, and what
// the program took for house style with how often each outlet writes it. It
// stays open while one decides.
func (w *Window) houseEntries() ([]newsEntry, string) {
	var out []newsEntry
	decided := slices.Concat(w.state.Rules, w.state.Always)
	if len(decided) > 0 {
		out = append(out, newsHeading(tr("Decided by hand")))
	}
	for _, r := range decided {
		out = append(out, w.decidedEntry(r))
	}
	var found []newsEntry
	for _, c := range w.state.Found.choices {
		for _, f := range c.Forms[1:] {
			if !decidedOn(decided, c.Forms[0].Text, f.Text) {
				found = append(found, w.choiceEntry(c.Forms[0], f))
			}
		}
	}
	if len(found) == 0 && len(decided) == 0 {
		return []newsEntry{note(tr("The versions spell everything the same way: there is no house style to tell apart. To take two words of a reworded sentence for house style, open the menu of its cell."))}, tr("no house style")
	}
	if len(found) > 0 {
		out = append(out, newsHeading(tr("Taken for house style")), note(tr("Never counted as a change.")))
	}
	return append(out, found...), countWords(len(found), "pair") + ", " + fmt.Sprintf("%d decided by hand", len(decided))
}

// decidedOn reports whether a pair of spellings was decided by hand.
func decidedOn(rules []style.Rule, a, b string) bool {
	return len(dropRule(rules, style.Rule{A: a, B: b})) < len(rules)
}

// choiceEntry says which outlet writes which of two spellings, how often, and
// offers to take them for a real change.
func (w *Window) choiceEntry(a, b style.Form) newsEntry {
	r := style.Rule{A: a.Text, B: b.Text, Real: true}
	e := pairEntry(r, long(quiet(formWords(a)+"; "+formWords(b))))
	e.acts = []act{{tr("Real change"), false, func() { w.decide(r, false) }}, {tr("Always"), false, func() { w.decide(r, true) }}, w.findAct(a.Text)}
	return e
}

// decidedEntry shows a decision and offers the other places for it, and to
// take it back.
func (w *Window) decidedEntry(r style.Rule) newsEntry {
	always := slices.Contains(w.state.Always, r)
	mark, verdict := signed(board.MarkStyle, tr("house style"), board.ColorMuted), tr("House style")
	if r.Real {
		mark, verdict = signed(board.MarkReworded, tr("a real change"), board.ColorWord), tr("Real change")
	}
	e := pairEntry(r, words(mark))
	plain := style.Rule{A: r.A, B: r.B, Real: r.Real}
	e.acts = []act{{verdict, !always, func() { w.decide(plain, false) }}, {tr("Always"), always, func() { w.decide(plain, true) }},
		{tr("Take back"), false, func() { w.takeBack(r) }}}
	return e
}

// pairEntry is an entry of two spellings.
func pairEntry(r style.Rule, about newsLine) newsEntry {
	pair := newsLine{pieces: []piece{plainPiece(r.A + " / " + r.B)}, rows: 2, story: true}
	return newsEntry{lines: []newsLine{pair, about}, room: 6}
}

// findAct finds a spelling in all columns.
func (w *Window) findAct(words string) act {
	return act{tr("Find"), false, func() {
		w.apply(func(s State) State { s.Query.Text, s.Query.Word, s.Query.Regexp = words, true, false; return s })
		w.stage.toolbar.find.entry.SetText(words)
		w.walkHits(+1)
	}}
}

// formWords says who writes a spelling and how often: "Kiev: B 4, C 1".
func formWords(f style.Form) string {
	var who []string
	for v, n := range f.Counts {
		if n > 0 {
			who = append(who, fmt.Sprintf("%s %d", letter(v), n))
		}
	}
	return f.Text + ": " + strings.Join(who, ", ")
}
