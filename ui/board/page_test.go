package board

import (
	"strings"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// pageBuilder makes pages by hand. Cells are written in a small notation:
//
//	[r:word] replaced   [i:word] inserted   [s:word] house style   [g:word] gone
//	[l:PLACE -] lead    [2] number          [x] words left out     [<] split   [>] merged
type pageBuilder struct {
	page   *report.Page
	bodies []strings.Builder
	sents  [][]text.Span
}

func newPage(names ...string) *pageBuilder {
	b := &pageBuilder{page: &report.Page{}, bodies: make([]strings.Builder, len(names)), sents: make([][]text.Span, len(names))}
	for i, n := range names {
		b.page.Heads = append(b.page.Heads, report.Head{Version: i, Letter: string(rune('A' + i)), Name: n, Base: i == 0, Date: "Mon 3 Mar, 07:15"})
	}
	return b
}

// cell is a cell without its place.
func cell(s diff.Status, markup string, change ...func(*report.Cell)) specCell {
	return specCell{report.Cell{Verdict: diff.Verdict{Status: s}}, markup, change}
}

type specCell struct {
	cell   report.Cell
	markup string
	change []func(*report.Cell)
}

func moved(up bool, label string, row int) func(*report.Cell) {
	return func(c *report.Cell) {
		c.Verdict.Moved = true
		c.Chip = &report.Chip{Up: up, Label: label, Row: row}
	}
}

func ghost(c *report.Cell)  { c.Ghost = true }
func para(c *report.Cell)   { c.Paragraph = true }
func unsure(c *report.Cell) { c.Verdict.Unsure = true }
func hand(c *report.Cell)   { c.Verdict.Hand = true }

func part(s string) func(*report.Cell)    { return func(c *report.Cell) { c.Part = s } }
func cutNote(s string) func(*report.Cell) { return func(c *report.Cell) { c.CutNote = s } }
func related(s string) func(*report.Cell) { return func(c *report.Cell) { c.Related = s } }
func role(s string) func(*report.Cell)    { return func(c *report.Cell) { c.Role = s } }

func (b *pageBuilder) row(label string, cells ...specCell) *pageBuilder {
	return b.add(report.Row{Kind: report.TextRow, Label: label, Unit: len(b.page.Rows)}, cells)
}

func (b *pageBuilder) paragraph(label string, cells ...specCell) *pageBuilder {
	return b.add(report.Row{Kind: report.TextRow, Label: label, Unit: len(b.page.Rows), Paragraph: true}, cells)
}

func (b *pageBuilder) headline(cells ...specCell) *pageBuilder {
	return b.add(report.Row{Kind: report.HeadlineRow, Unit: -1}, cells)
}

func (b *pageBuilder) furniture(cells ...specCell) *pageBuilder {
	return b.add(report.Row{Kind: report.FurnitureRow, Unit: -1}, cells)
}

func (b *pageBuilder) folded(words string) *pageBuilder {
	return b.add(report.Row{Kind: report.FoldedRow, Unit: -1, Label: words}, nil)
}

func (b *pageBuilder) add(row report.Row, cells []specCell) *pageBuilder {
	row.Cells = make([]report.Cell, len(b.page.Heads))
	r := len(b.page.Rows)
	for h, spec := range cells {
		c := spec.cell
		for _, f := range spec.change {
			f(&c)
		}
		if spec.markup != "" {
			c.Runs = b.runs(h, spec.markup)
			if !c.Ghost && row.Kind != report.HeadlineRow {
				c.Sentences = []int32{int32(len(b.sents[h]) - 1)}
			}
		}
		row.Cells[h] = c
		if s := c.Verdict.Status; c.Verdict.Moved || s > diff.Style && s <= diff.Cut {
			b.page.Changes = append(b.page.Changes, report.Place{Row: r, Col: h})
		}
	}
	b.page.Rows = append(b.page.Rows, row)
	return b
}

// runs writes the text of a cell into the body of its version.
func (b *pageBuilder) runs(h int, markup string) []report.Run {
	body := &b.bodies[h]
	start := body.Len()
	var out []report.Run
	text0 := func(s string, m report.Mark) {
		if s != "" {
			out = append(out, report.Run{Text: s, Mark: m, Start: int32(body.Len())})
			body.WriteString(s)
		}
	}
	for markup != "" {
		open := strings.IndexByte(markup, '[')
		if open < 0 {
			text0(markup, report.Plain)
			break
		}
		text0(markup[:open], report.Plain)
		end := strings.IndexByte(markup, ']')
		code := markup[open+1 : end]
		markup = markup[end+1:]
		kind, rest, _ := strings.Cut(code, ":")
		switch kind {
		case "r":
			text0(rest, report.Replaced)
		case "i":
			text0(rest, report.Inserted)
		case "s":
			text0(rest, report.StyleMark)
		case "g":
			text0(rest, report.Gone)
		case "l":
			text0(rest, report.Lead)
		case "x":
			out = append(out, report.Run{Mark: report.Left, Start: -1, Tip: "left out"})
		case "<":
			out = append(out, report.Run{Mark: report.SplitAt, Start: -1})
		case ">":
			out = append(out, report.Run{Mark: report.MergeAt, Start: -1})
		default:
			out = append(out, report.Run{Text: kind, Mark: report.Number, Start: -1})
		}
	}
	b.sents[h] = append(b.sents[h], text.Span{Start: int32(start), End: int32(body.Len())})
	body.WriteString(" ")
	return out
}

// done gives the page its versions.
func (b *pageBuilder) done() *report.Page {
	c := &diff.Collation{}
	for h := range b.page.Heads {
		s := &text.Story{Source: text.Source{Name: b.page.Heads[h].Name, File: b.page.Heads[h].Name, Body: b.bodies[h].String()}}
		for _, span := range b.sents[h] {
			s.Sentences = append(s.Sentences, text.Sentence{Span: span, Role: text.RoleBody})
		}
		s.Paragraphs = []text.Paragraph{{Span: text.Span{End: int32(len(s.Body))}, Sentences: text.Range{To: int32(len(s.Sentences))}}}
		c.Versions = append(c.Versions, s)
		head := &b.page.Heads[h]
		head.Sentences, head.Words = len(s.Sentences), len(strings.Fields(s.Body))
		head.Tally = b.tally(h)
	}
	b.page.Reading = &diff.Reading{Collation: c, Base: -1}
	return b.page
}

func (b *pageBuilder) tally(h int) diff.Tally {
	t := diff.Tally{BaseOf: len(b.sents[0])}
	for _, r := range b.page.Rows {
		v := r.Cells[h].Verdict
		if r.Kind != report.TextRow || r.Cells[h].Ghost {
			continue
		}
		t.Count[v.Status]++
		if v.Moved {
			t.Moved++
		}
		if v.Status == diff.Kept || v.Status == diff.Style {
			t.KeptOf++
		}
	}
	if t.BaseOf > 0 {
		t.Kept = float64(t.KeptOf) / float64(t.BaseOf)
	}
	return t
}

// ferry is a page with every status, of an invented story.
func ferry() *report.Page {
	absent := cell(diff.Absent, "")
	return newPage("Gannet News Agency", "The Lowmere Echo", "Strait & Quay", "Radio Hollin", "The Weekly Spar").
		headline(cell(diff.IsBase, "Night ferry runs aground off Hollin, all 212 safe"), cell(diff.Kept, "Ferry runs aground off Hollin"),
			cell(diff.Kept, "Hollin grounding halts night route"), cell(diff.Kept, "All safe after ferry hits sandbank"), cell(diff.Kept, "A long night on the Marram sandbank")).
		paragraph("1", cell(diff.IsBase, "[l:HOLLIN, March 3 (Gannet) –] The night ferry from Lowmere ran onto a sandbank off Hollin on Monday with 212 people aboard, and all of them were brought ashore unhurt.", para),
			cell(diff.Reworded, "The night ferry from Lowmere [r:struck] a sandbank off Hollin on Monday with 212 people [r:on board], and all were brought ashore [i:cold but] unhurt.", para),
			cell(diff.Reworded, "[l:HOLLIN (Gannet) –] The night ferry from Lowmere ran [x]off Hollin on Monday with 212 people aboard, and all of them were [r:taken off the ship] unhurt.", para),
			cell(diff.Recast, "Everyone on the Lowmere night boat is safe after it got stuck in the sand at Hollin early this morning.", para),
			cell(diff.Kept, "[l:HOLLIN –] The night ferry from Lowmere ran onto a sandbank off Hollin on Monday with 212 people aboard, and all of them were brought ashore unhurt.", para)).
		row("1a", absent, absent, cell(diff.Kept, "Insurers put the cost of the stoppage at $310 million a week.", moved(true, "5", 7), para), absent, absent).
		row("2–3", cell(diff.IsBase, "[2]Harbour master Odile Ferrant said the tide had turned 40 minutes early after a storm surge. [3]The ship was refloated shortly after 6 p.m.", para),
			cell(diff.Style, "Harbour master Odile Ferrant said the tide had turned [s:forty] minutes early after a storm surge. The ship was refloated shortly after [s:6pm].", para),
			cell(diff.Merged, "Harbour master Odile Ferrant said the tide had turned 40 minutes early [x],[>] [i:and] the ship was refloated shortly after 6 p.m.", part("2 + 3"), para),
			cell(diff.Reworded, "Harbour master Odile Ferrant [r:blamed] the tide[x].", cutNote("3 cut"), para),
			cell(diff.Style, "Harbour master Odile Ferrant said the tide had turned 40 minutes early after a storm surge. The ship was refloated shortly after [s:6pm].", para)).
		row("3a", absent, absent, absent, absent, cell(diff.Added, "Transport minister Casimir Bohn said he had been “minutes away” from calling out the navy.", part("1 of 2"), para)).
		row("3b", absent, absent, absent, absent, cell(diff.Added, "“I slept in my boots,” he told the Spar.", part("2 of 2"))).
		paragraph("4", cell(diff.IsBase, "“Nobody panicked, because nobody had anywhere to run to,” said passenger Ines Aldaba, a nurse who handed out blankets in the lounge.", para),
			cell(diff.Style, "[s:‘Nobody] panicked, because nobody had anywhere to run [s:to,’] said passenger Ines Aldaba, a nurse who handed out blankets in the lounge.", para),
			cell(diff.Split, "“Nobody panicked, because nobody had anywhere to run to,” said passenger Ines Aldaba.[<] [i:She is] a nurse who handed out blankets in the lounge.", part("in 2"), para),
			cell(diff.Cut, ""), cell(diff.Kept, "“Nobody panicked …", moved(false, "7a", 9), ghost)).
		row("5", cell(diff.IsBase, "Insurers put the cost of the stoppage at $310 million a week."), cell(diff.Reworded, "Insurers put the cost of the stoppage at [r:about $300 million] a week.", unsure),
			cell(diff.Kept, "Insurers put the cost", moved(true, "1a", 2), ghost), cell(diff.Cut, ""), cell(diff.Added, "The sea does not send invoices, an old pilot said.", related("possibly related to 5"))).
		folded("6–7: house style only, folded").
		row("7a", absent, absent, absent, absent, cell(diff.Reworded, "“Nobody panicked, because nobody had anywhere to [r:go],” said passenger Ines Aldaba, a nurse who handed out blankets in the lounge.", moved(false, "4", 6))).
		row("8", cell(diff.IsBase, "The route reopens on Thursday."), cell(diff.Reworded, "The [i:popular] route reopens on Thursday.", hand), cell(diff.Kept, "The route reopens on Thursday."), cell(diff.Kept, "The route reopens on Thursday."), cell(diff.Cut, "")).
		furniture(absent, cell(diff.Absent, "Gannet contributed to this report.", role("credit line")), absent, cell(diff.Absent, "Share this story with a friend.", role("furniture")), absent).
		done()
}
