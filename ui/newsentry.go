package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"wirediff/diff/news"
	"wirediff/diff/report"
	"wirediff/ui/board"
)

// newsEntry is one row of a news panel: a few lines of words, and where they
// lead. It knows no widget, so that tests can read it.
type newsEntry struct {
	lines []newsLine
	place report.Place
	leads bool      // place is a cell of the page
	id    string    // of the finding that can be put aside; "" for none
	kind  news.Type // of that finding
	aside bool      // it was put aside
	note  int       // of the note that it shows, counted from 1; 0 for none
	run   func()    // what it does when it is opened; nil: it leads somewhere, or not
	acts  []act     // choices, each a press
	head  bool      // a heading on its own ground
	room  float32   // empty space above
}

// act is something that can be done with an entry.
type act struct {
	words string
	on    bool // it is the choice that holds
	run   func()
}

// kindWords names the kind of the finding.
func (e newsEntry) kindWords() string {
	if words, ok := report.QuoteKindWords(e.kind); ok {
		return tr(words)
	}
	return tr(e.kind.Words())
}

// newsLine is words set on at most rows lines; the first row begins at indent.
type newsLine struct {
	pieces []piece
	indent float32
	rows   int // 0: one
	story  bool
}

// piece is words of one look, with a drawn mark before them.
type piece struct {
	text string
	ink  fyne.ThemeColorName
	bold bool
	icon board.Mark
	mark bool        // icon is drawn
	run  report.Mark // ground of changed words
}

func plainPiece(s string) piece { return piece{text: s, ink: board.ColorInk} }
func quiet(s string) piece      { return piece{text: s, ink: board.ColorMuted} }
func strong(s string) piece     { return piece{text: s, ink: board.ColorInk, bold: true} }

// signed is a mark with its word.
func signed(m board.Mark, s string, ink fyne.ThemeColorName) piece {
	return piece{text: s, ink: ink, bold: true, icon: m, mark: true}
}

// words is one line of the interface's letters.
func words(ps ...piece) newsLine { return newsLine{pieces: ps} }

// long is words of the interface that may take several rows.
func long(ps ...piece) newsLine { return newsLine{pieces: ps, rows: 4} }

// newsHeading opens a part of a panel.
func newsHeading(s string) newsEntry {
	return newsEntry{lines: []newsLine{words(strong(s))}, head: true, room: 6}
}

// note is words that lead nowhere.
func note(s string) newsEntry {
	return newsEntry{lines: []newsLine{{pieces: []piece{quiet(s)}, rows: 8}}}
}

// String prints an entry on one line for each of its own, for tests.
func (e newsEntry) String() string {
	var b strings.Builder
	for i, l := range e.lines {
		switch {
		case e.head:
			b.WriteString("# ")
		case i == 0 && e.leads:
			b.WriteString("> ")
		default:
			b.WriteString("  ")
		}
		for k, p := range l.pieces {
			if k > 0 {
				b.WriteString(" ")
			}
			b.WriteString(p.mention())
		}
		b.WriteString("\n")
	}
	return b.String()
}

// mention is a piece in a test's dump: changed words in brackets.
func (p piece) mention() string {
	flat := strings.Join(strings.Fields(p.text), " ")
	switch p.run {
	case report.Gone:
		return "[-" + flat + "-]"
	case report.Replaced, report.Inserted:
		return "[+" + flat + "+]"
	}
	if p.mark {
		return "*" + flat
	}
	return flat
}

// placed is words of a piece at their place in a line of a panel.
type placedWords struct {
	piece
	x   float32
	row int
}

// iconRoom is what a mark before words takes.
const iconRoom = 17

// setWords sets a line of words within width; what finds no room ends in an
// ellipsis. measure gives the width of words of a piece.
func (l newsLine) setWords(width float32, measure func(piece, string) float32) []placedWords {
	var out []placedWords
	x, row, rows := l.indent, 0, max(1, l.rows)
	for _, p := range l.pieces {
		rest := strings.Fields(p.text)
		first := true
		for len(rest) > 0 || first && p.mark {
			lead := float32(0)
			if first && p.mark {
				lead = iconRoom
			}
			last := row == rows-1
			n := fitWords(rest, width-x-lead, func(s string) float32 { return measure(p, s) })
			if n == 0 && x > l.indent && !last {
				x, row = l.indent, row+1
				continue
			}
			q := p
			q.text, q.mark = strings.Join(rest[:n], " "), first && p.mark
			if n < len(rest) && last {
				q.text = cutTo(strings.Join(rest, " "), width-x-lead, func(s string) float32 { return measure(p, s) })
				return append(out, placedWords{q, x, row})
			}
			if n == 0 && len(rest) > 0 { // one word longer than the line
				n = 1
				q.text = cutTo(rest[0], width-x-lead, func(s string) float32 { return measure(p, s) })
			}
			out = append(out, placedWords{q, x, row})
			x += lead + measure(p, q.text) + wordGap
			if rest, first = rest[n:], false; len(rest) > 0 {
				x, row = l.indent, row+1
			}
		}
	}
	return out
}

// wordGap stands between two pieces.
const wordGap = 5

// fitWords returns how many words fit on width.
func fitWords(ws []string, width float32, measure func(string) float32) int {
	if len(ws) == 0 {
		return 0
	}
	if measure(strings.Join(ws, " ")) <= width {
		return len(ws)
	}
	n := 0
	for n < len(ws) && measure(strings.Join(ws[:n+1], " ")) <= width {
		n++
	}
	return n
}
