package report_test

import (
	"context"
	"strings"
	"testing"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// reading compares stories; a line is a paragraph.
func reading(t *testing.T, base int, bodies ...string) *diff.Reading {
	t.Helper()
	var sources []text.Source
	for i, b := range bodies {
		sources = append(sources, text.Source{Name: string(rune('A' + i)), Body: strings.ReplaceAll(strings.TrimSpace(b), "\n", "\n\n")})
	}
	c, err := diff.Compare(context.Background(), sources, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c.Read(base)
}

// marked prints runs with their marks: "voted [replaced for|against] the".
func marked(runs []report.Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Mark == report.Plain {
			b.WriteString(r.Text)
			continue
		}
		b.WriteString("[" + r.Mark.String())
		if r.Tip != "" {
			b.WriteString(" " + r.Tip + ">")
		}
		if r.Text != "" {
			b.WriteString(" " + r.Text)
		}
		b.WriteString("]")
	}
	return b.String()
}

func TestWordMarks(t *testing.T) {
	tests := []struct{ name, base, other, runs, partner string }{
		{
			"new, replaced and gone words",
			"Their union said on Monday that 214 members had voted for the offer.",
			"Their union said that 214 members had narrowly voted for the deal.",
			"Their union said[left on Monday>] that 214 members had [inserted narrowly] voted for the [replaced offer> deal].",
			"Their union said [gone on Monday] that 214 members had voted for the [replaced deal> offer].",
		},
		{
			"split",
			"The pilots of Carrow ended their walkout on Sunday, and two tankers sailed before noon.",
			"The pilots of Carrow ended their walkout on Sunday. Two tankers sailed before noon.",
			"The pilots of Carrow ended their walkout on Sunday[left and>]. [split][style two> Two] tankers sailed before noon.",
			"The pilots of Carrow ended their walkout on Sunday, [gone and] [style Two> two] tankers sailed before noon.",
		},
		{
			"merged",
			"The pilots of Carrow ended their walkout on Sunday. Two tankers sailed before noon.",
			"The pilots of Carrow ended their walkout on Sunday, and two tankers sailed before noon.",
			"The pilots of Carrow ended their walkout on Sunday, [merged][inserted and] [style Two> two] tankers sailed before noon.",
			"[number 1]The pilots of Carrow ended their walkout on Sunday. [number 2][style two> Two] tankers sailed before noon.",
		},
		{
			"dateline is no word of the story",
			"CARROW, March 2 (Wire) - The pilots of Carrow ended their walkout on Sunday after nine days.",
			"The pilots of Carrow ended their long walkout on Sunday after nine days.",
			"The pilots of Carrow ended their [inserted long] walkout on Sunday after nine days.",
			"[lead CARROW, March 2 (Wire) - ]The pilots of Carrow ended their walkout on Sunday after nine days.",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := report.New(reading(t, 0, tt.base, tt.other), report.View{})
			row := len(p.Rows) - 1
			if got := marked(p.Rows[row].Cells[1].Runs); got != tt.runs {
				t.Errorf("cell\n%s\nwant\n%s", got, tt.runs)
			}
			if got := marked(p.Partner(row, 1)); got != tt.partner {
				t.Errorf("partner\n%s\nwant\n%s", got, tt.partner)
			}
			if p.Partner(row, 0) != nil {
				t.Error("the base is its own partner")
			}
		})
	}
}

const (
	wire = `The pilots of Carrow ended their walkout on Sunday after nine days.
Their union said 214 members had voted for the offer and 31 against it.
The ministry put the losses at four million crowns a day.
Fuel had been rationed on the outer islands since Wednesday.
A mediator brought both sides together in a school at Nether Quay.`
	post = `The pilots of Carrow ended their walkout on Sunday after nine days.
Nobody sails home richer, the chief pilot told the Post in his kitchen.
Their union said 214 members had voted for the deal and 31 against it.
The ministry put the losses at four million crowns a day.
A mediator brought both sides together in a school at Nether Quay.`
	radio = `The pilots of Carrow ended their walkout on Sunday after nine days.
Listeners had called our morning show about little else for a week.
A mediator brought both sides together in a school at Nether Quay.
Their union said 214 members had voted for the offer and 31 against it.
Fuel had been rationed on the outer islands since Wednesday.`
)

func TestFilters(t *testing.T) {
	r := reading(t, 0, wire, post, radio)
	tests := []struct {
		name   string
		filter report.Filter
		labels string
		folded int
	}{
		{"all", report.Filter{}, "1 1a 1b 1c 2 3 4 5", 0},
		{"changes", report.Filter{Changes: true}, "<1: kept, folded> 1a 1b 1c 2 3 4 5", 1},
		{"only one", report.Filter{OnlyOne: true}, "<1: kept, folded> 1a 1b <1c–5: 4 rows folded>", 5},
		{"missing in one", report.Filter{MissOne: true}, "<1–2: 5 rows folded> 3 4 <5: folded>", 5},
		{"reworded", report.Filter{Statuses: 1 << diff.Reworded}, "<1–1c: 4 rows folded> 2 <3–5: 3 rows folded>", 6},
		{"reworded or moved", report.Filter{Statuses: 1 << diff.Reworded, Moved: true}, "", -1},
		{"one outlet's cuts", report.Filter{Statuses: 1 << diff.Cut, Versions: []int{1}}, "", -1},
		{"moved", report.Filter{Moved: true}, "", -1},
		{"none", report.Filter{Statuses: 1 << diff.Merged}, "", -1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := report.New(r, report.View{Filter: tt.filter})
			if tt.labels != "" && (labels(p) != tt.labels || p.Folded != tt.folded) {
				t.Errorf("%d folded: %s\n%s", p.Folded, labels(p), sketch(p))
			}
			checkFilter(t, p)
		})
	}
}

// labels joins the labels of rows; folded ones in angle brackets.
func labels(p *report.Page) string {
	var out []string
	for _, r := range p.Rows {
		if r.Kind == report.FoldedRow {
			out = append(out, "<"+r.Label+">")
			continue
		}
		out = append(out, r.Label)
	}
	return strings.Join(out, " ")
}

// checkFilter: shown and folded units together are all units, both ends of a
// shown move are shown, and the changes walked are shown.
func checkFilter(t *testing.T, p *report.Page) {
	t.Helper()
	units, folded := make(map[int]bool), make(map[int]bool)
	for _, r := range p.Rows {
		for _, u := range r.Folds {
			units[u], folded[u] = true, true
		}
	}
	for _, r := range p.Rows {
		for c, cell := range r.Cells {
			if r.Kind != report.FoldedRow && cell.Unit >= 0 {
				units[int(cell.Unit)] = true
				if folded[int(cell.Unit)] {
					t.Errorf("unit %d is folded and shown", cell.Unit)
				}
			}
			if cell.Chip != nil && (cell.Chip.Row < 0 || p.Rows[cell.Chip.Row].Cells[c].Chip == nil) {
				t.Errorf("the other end of %q is folded", cell.Chip)
			}
		}
	}
	if len(units) != len(p.Reading.Rows) {
		t.Errorf("%d of %d units are on the page", len(units), len(p.Reading.Rows))
	}
	if len(folded) != p.Folded {
		t.Errorf("%d rows behind folded lines, the page says %d", len(folded), p.Folded)
	}
	for _, at := range p.Changes {
		if cell := p.Rows[at.Row].Cells[at.Col]; !report.IsChange(cell.Verdict, p.View.StyleMode) {
			t.Errorf("%v is no change", at)
		}
	}
}

func TestPackedRows(t *testing.T) {
	p := report.New(reading(t, 0, wire, post, radio), report.View{Pack: true})
	if got := labels(p); got != "1 1a–c  2 3 4 5" {
		t.Errorf("%s\n%s", got, sketch(p))
	}
	band := p.Rows[1]
	if band.Cells[1].Unit < 0 || band.Cells[2].Unit < 0 || band.Cells[1].Unit == band.Cells[2].Unit {
		t.Errorf("the band holds units %d and %d", band.Cells[1].Unit, band.Cells[2].Unit)
	}
	checkColumns(t, p)
	checkMoves(t, p)
}

func TestHiddenColumnsKeepLabels(t *testing.T) {
	r := reading(t, 0, wire, post, radio)
	all := labels(report.New(r, report.View{}))
	p := report.New(r, report.View{Order: []int{2, 0}})
	for _, l := range strings.Fields(labels(p)) {
		if !strings.Contains(" "+all+" ", " "+l+" ") {
			t.Errorf("label %s is not one of %s", l, all)
		}
	}
	if p.Heads[0].Letter != "C" || p.Heads[0].Base || !p.Heads[1].Base {
		t.Errorf("heads %+v", p.Heads)
	}
	checkColumns(t, p)
}

func TestMovesHome(t *testing.T) {
	p := report.New(reading(t, 0, wire, post, radio), report.View{MovesHome: true})
	for _, row := range p.Rows {
		for c, cell := range row.Cells {
			if cell.Ghost || cell.Chip != nil {
				t.Errorf("a move is shown in column %d\n%s", c, sketch(p))
			}
		}
	}
	seen := 0
	for _, row := range p.Rows {
		seen += len(row.Cells[2].Sentences)
	}
	if seen != 5 {
		t.Errorf("column 2 prints %d of 5 sentences\n%s", seen, sketch(p))
	}
}

func TestStyleModes(t *testing.T) {
	r := reading(t, 0, "The U.S. team said 96 percent of the water was gone by Sunday night.", "The US team said 96 per cent of the water was gone by Sunday night.")
	for mode, want := range map[report.StyleMode]struct {
		status  diff.Status
		changes int
	}{report.StyleQuiet: {diff.Style, 0}, report.StyleHidden: {diff.Kept, 0}, report.StyleAsChange: {diff.Style, 1}} {
		p := report.New(r, report.View{StyleMode: mode})
		cell := p.Rows[0].Cells[1]
		if cell.Verdict.Status != want.status || len(p.Changes) != want.changes {
			t.Errorf("mode %d: %s, %d changes", mode, cell.Verdict.Status, len(p.Changes))
		}
		if has := strings.Contains(marked(cell.Runs), "[style"); has != (mode != report.StyleHidden) {
			t.Errorf("mode %d: %s", mode, marked(cell.Runs))
		}
	}
}

// What a version has before all that it shares with the base stands after the
// base's opening, so that the base opens the page; what must come before what
// it shares with that opening stays above it.
func TestTheBaseOpensThePage(t *testing.T) {
	wire := "The lock at Sennen closed on Monday after a barge struck its upper gate.\nDivers found a crack as long as an arm in the timber.\nRepairs will take three weeks, the canal office said on Tuesday."
	own := "At dawn the towpath smelled of wet rope.\nOld Maren counted eleven boats from her kitchen window.\nRepairs will take three weeks, the canal office said on Tuesday."
	teaser := "What happens when a canal stops?\nThe lock at Sennen closed on Monday after a barge struck its upper gate.\nDivers found a crack as long as an arm in the timber."
	p := report.New(reading(t, 0, wire, own, teaser), report.View{})
	var labels []string
	for _, r := range p.Rows {
		if r.Kind == report.TextRow {
			labels = append(labels, r.Label)
		}
	}
	if got, want := strings.Join(labels, " "), "0a 1 1a 1b 2 3"; got != want {
		t.Errorf("rows %q, want %q", got, want)
	}
}
