package board

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
	"wirediff/ui/tongue"
)

// Inline shows one version as a sub-editor's mark-up of the base: a proof on
// a sheet, the words of the program in its right margin, the versions to
// choose from at the left. It follows a board whose page has two columns,
// the base and the version.
type Inline struct {
	pane

	OnVersion func(version int) // another version was chosen, an index into Reading.Versions

	versions  []int // to choose from
	folded    bool  // cuts are folded
	selecting bool  // the mouse is held on text
	sheet     proofSheet
}

// NewInline returns the proof of what b shows.
func NewInline(b *Board) *Inline {
	n := &Inline{}
	n.init(b, n, n)
	return n
}

// SetVersions names the versions to choose from, as indices into
// Reading.Versions.
func (n *Inline) SetVersions(versions []int) { n.versions = versions }

// SetFolded folds the cuts to a line each run, or shows them.
func (n *Inline) SetFolded(on bool) {
	if n.folded != on {
		n.folded, n.seen, n.sheet.proof = on, paneState{}, nil
		n.follow()
	}
}

// Lengths of the proof: of the sheet in text sizes of the columns, of the
// text in its own.
const (
	inlineScale   = 1.3
	inlineSpacing = 1.56
	inlineMeasure = 72 // characters
	sheetList     = 14.0
	sheetListFrom = 62.0 // the list of versions is left out in a narrower window
	sheetPad      = 5.0  // left of the text
	sheetPadLeast = 1.6
	sheetMargin   = 15.5
	sheetEdge     = 1.4 // around the sheet
	sheetTop      = 1.9 // above its first line
)

// proofSheet is where everything of a proof stands.
type proofSheet struct {
	proof      *report.Proof // nil: the page is no pair
	page       *report.Page
	set        setter // of the proof
	small      layout // sets the words of the program
	lay        layout // sets the proof
	list       int    // width of the list, 0: left out
	x, w       int    // the sheet
	text, wrap int    // its text
	margin     int    // left edge of the margin
	blocks     []proofBlock
	where      []partPlace // by page row
	struck     []text.Span // of the base's body, in order
	any        int         // a row of text, for its line height
	height     int
}

// proofBlock is a paragraph of the proof, or a line of folded cuts.
type proofBlock struct {
	flow   flow
	lines  []line
	top    int
	partOf []int   // by run: the part of the proof, -1: none
	fold   string  // words of folded cuts; such a block has no flow
	notes  []notes // in order
}

// notes are the labels in the margin beside a line.
type notes struct{ part, line int }

// partPlace is where a part of the proof stands; to == 0: nowhere.
type partPlace struct{ block, from, to int } // lines from..to

// arrange is part of shape.
func (n *Inline) arrange(width, _ int) {
	b := n.board
	s := proofSheet{page: b.page}
	if len(b.page.Heads) == 2 && b.page.Heads[0].Base {
		s.proof = n.sheet.proof
		if s.proof == nil || n.sheet.page != b.page {
			s.proof = report.NewProof(b.page.Reading, b.page.Heads[1].Version, b.page.View)
		}
	}
	s.any = slices.IndexFunc(b.page.Rows, func(r report.Row) bool { return r.Kind == report.TextRow })
	if s.any < 0 {
		s.proof = nil
	}
	s.setUp(width, b)
	if s.proof != nil {
		s.stack(n.folded)
	}
	n.sheet = s
	n.board.limitFind(n.prints)
}

// setUp shares out the width.
func (s *proofSheet) setUp(width int, b *Board) {
	l := b.look
	s.small = layout{composed: &composed{page: b.page, look: l, m: l.measures(), fonts: newFonts(l), set: newSetter(l, b.book)}}
	spacing := l.Spacing
	if spacing == 0 {
		spacing = Normal
	}
	l.scale, l.Spacing = inlineScale, inlineSpacing*spacing/Normal
	s.set = newSetter(l, b.book)
	s.lay = layout{composed: &composed{page: b.page, look: l, m: s.set.m, fonts: s.set.fonts, set: s.set, cols: 2}}
	m := s.small.m
	if width >= m.t(sheetListFrom) {
		s.list = m.t(sheetList)
	}
	free := width - s.list - 2*m.t(sheetEdge)
	margin, pad, gap := m.t(sheetMargin), m.t(sheetPad), m.t(1.4)
	s.wrap = min(s.set.measureOf(inlineMeasure), free-margin-pad-gap)
	if least := s.set.measureOf(36); s.wrap < least { // a narrow window
		pad, margin = m.t(sheetPadLeast), m.t(9)
		s.wrap = max(m.t(8), free-margin-pad-gap)
	}
	s.w = pad + s.wrap + gap + margin
	s.x = s.list + m.t(sheetEdge) + max(0, free-s.w)/3
	s.text = s.x + pad
	s.margin = s.text + s.wrap + gap
}

// stack sets all paragraphs one below the other.
func (s *proofSheet) stack(folded bool) {
	s.where = make([]partPlace, len(s.page.Rows))
	y := s.small.m.t(sheetEdge + sheetTop)
	add := func(b proofBlock, gap int) {
		b.top = y
		b.lines = b.flow.wrap(nil, s.wrap)
		s.blocks = append(s.blocks, b)
		y += len(b.lines)*s.set.m.line + gap
		if b.fold != "" {
			y += s.set.m.line
		}
	}
	gap := s.set.m.t(0.6)
	add(s.titleBlock(), gap)
	parts := s.proof.Parts
	for i := 0; i < len(parts); {
		end := s.paragraph(i, folded)
		if folded && cutPart(&parts[i]) {
			add(s.foldBlock(i, end), gap)
		} else {
			add(s.block(i, end), gap)
		}
		s.place(i, end)
		i = end
	}
	s.findStruck()
	s.height = y + s.small.m.t(sheetTop+sheetEdge)
}

// cutPart reports whether all of a part is struck: what was cut, and in an
// own story what it never had.
func cutPart(p *report.ProofPart) bool { return len(p.Cell.Sentences) == 0 && !p.Cell.Ghost }

// paragraph returns the end of the parts that stand in one paragraph with
// part i. What moved stands by itself.
func (s *proofSheet) paragraph(i int, folded bool) int {
	parts := s.proof.Parts
	end := i + 1
	for ; end < len(parts); end++ {
		a, b := &parts[end-1], &parts[end]
		if folded && (cutPart(a) || cutPart(b)) {
			if cutPart(a) && cutPart(b) {
				continue
			}
			break
		}
		if b.Paragraph || a.Cell.Chip != nil || b.Cell.Chip != nil {
			break
		}
	}
	return end
}

// titleBlock is the headline: old struck, new beside it.
func (s *proofSheet) titleBlock() proofBlock {
	regular := font{s.set.fonts.story.face, s.set.fonts.headline.size}
	var words []word
	for i, r := range s.proof.Title {
		f := s.set.fonts.headline
		if r.Mark == report.Gone {
			f = regular
		}
		more := s.set.words(nil, []report.Run{r}, f)
		for k := range more {
			more[k].run = int32(i)
		}
		if len(more) > 0 && len(words) > 0 {
			more[0].flags |= spaced | brk
		}
		words = append(words, more...)
	}
	space, _ := s.set.measure.measure(" ", s.set.fonts.headline)
	return proofBlock{flow: newFlow(words, space, 0), partOf: noParts(len(s.proof.Title))}
}

func noParts(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// block sets the parts from..to as one paragraph.
func (s *proofSheet) block(from, to int) proofBlock {
	b := proofBlock{}
	var runs []report.Run
	add := func(r report.Run, part int) {
		runs = append(runs, r)
		b.partOf = append(b.partOf, part)
	}
	for i := from; i < to; i++ {
		if i > from {
			add(report.Run{Text: " ", Start: -1}, -1)
		}
		for _, r := range s.proof.Parts[i].Runs {
			if n := len(runs); n > 0 && apart(runs[n-1], r) {
				add(report.Run{Text: " ", Start: -1}, i)
			}
			add(r, i)
		}
	}
	space, _ := s.set.measure.measure(" ", s.set.fonts.story)
	words := s.set.words(nil, runs, s.set.fonts.story)
	for i := range words {
		if words[i].mark == report.Gone {
			words[i].flags |= ofBase
		}
	}
	b.flow = newFlow(words, space, 0)
	return b
}

// apart reports whether a space belongs between two runs of which one is
// struck: the base's words are set beside the version's, which has no room
// for them.
func apart(a, b report.Run) bool {
	if a.Mark != report.Gone && b.Mark != report.Gone || a.Mark == report.Number || a.Text == "" || b.Text == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(a.Text)
	first, _ := utf8.DecodeRuneInString(b.Text)
	if unicode.IsSpace(last) || unicode.IsSpace(first) {
		return false
	}
	return b.Mark == report.Gone || !strings.ContainsRune(".,;:!?)”’", first)
}

// foldBlock is the line that stands for cuts.
func (s *proofSheet) foldBlock(from, to int) proofBlock {
	words := s.page.Rows[s.proof.Parts[from].Row].Label
	if to-from > 1 {
		words += tongue.Say(" to ") + s.page.Rows[s.proof.Parts[to-1].Row].Label
	}
	if s.proof.Parts[from].Cell.Verdict.Status != diff.Cut {
		return proofBlock{fold: words + tongue.Say(": not here, folded")}
	}
	return proofBlock{fold: words + tongue.Say(": cut, folded")}
}

// place notes on which lines of the last block the parts from..to stand.
func (s *proofSheet) place(from, to int) {
	k := len(s.blocks) - 1
	b := &s.blocks[k]
	for i := from; i < to; i++ {
		row := s.proof.Parts[i].Row
		if b.fold != "" {
			s.where[row] = partPlace{k, 0, 1}
			continue
		}
		first, last := -1, -1
		for n, ln := range b.lines {
			for w := ln.from; w < ln.to; w++ {
				if b.partOf[b.flow.words[w].run] == i {
					if first < 0 {
						first = n
					}
					last = n
				}
			}
		}
		if first >= 0 {
			s.where[row] = partPlace{k, first, last + 1}
			b.notes = append(b.notes, notes{i, first})
		}
	}
}

// sizes is part of shape.
func (n *Inline) sizes() (head, body int) { return 0, n.sheet.height }

// span is part of shape.
func (n *Inline) span(row int) (top, end int) {
	s := &n.sheet
	if s.proof == nil || row < 0 || row >= len(s.where) || s.where[row].to == 0 {
		return 0, 0
	}
	p := s.where[row]
	top = s.blocks[p.block].top
	return top + p.from*s.set.m.line, top + p.to*s.set.m.line
}

// rowAt is part of shape.
func (n *Inline) rowAt(y int) int {
	best := -1
	for r := range n.sheet.where {
		if top, end := n.span(r); top < end && (best < 0 || top <= y) {
			best = r
			if end > y {
				return r
			}
		}
	}
	return best
}

// placeAt is part of shape.
func (n *Inline) placeAt(x, y int) (report.Place, bool) {
	s := &n.sheet
	if s.proof == nil || x < s.x || x > s.x+s.w {
		return report.Place{}, false
	}
	y += n.scroll
	for k := range s.blocks {
		b := &s.blocks[k]
		i := (y - b.top) / s.set.m.line
		if y < b.top || i >= len(b.lines) && (b.fold == "" || i > 0) {
			continue
		}
		part := b.partAt(s, i, x)
		if part < 0 {
			return report.Place{}, false
		}
		return report.Place{Row: s.proof.Parts[part].Row, Col: 1}, true
	}
	return report.Place{}, false
}

// partAt returns the part at x on line i, -1 if there is none.
func (b *proofBlock) partAt(s *proofSheet, i, x int) int {
	if b.fold != "" {
		for p := range s.proof.Parts {
			if w := s.where[s.proof.Parts[p].Row]; w.to > 0 && &s.blocks[w.block] == b {
				return p
			}
		}
		return -1
	}
	part := -1
	for _, at := range b.flow.place(nil, b.lines[i], s.wrap, i == 0) {
		if p := b.partOf[b.flow.words[at.word].run]; p >= 0 && (part < 0 || s.text+at.x <= x) {
			part = p
		}
	}
	return part
}
