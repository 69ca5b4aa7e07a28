package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// byHand builds a reading without aligner: each version is a list of lines
// "unit text", the units are named in display order, "*" before the unit
// marks a line printed out of order and "-" one of furniture.
func byHand(units string, base int, versions ...string) *diff.Reading {
	order := strings.Fields(units)
	c := &diff.Collation{Rows: make([]diff.Row, len(order))}
	for u := range c.Rows {
		c.Rows[u].Cells = make([]diff.Cell, len(versions))
	}
	for v, lines := range versions {
		s := &text.Story{Source: text.Source{Name: string(rune('a' + v))}}
		var body strings.Builder
		for i, line := range strings.Split(strings.TrimSpace(lines), "\n") {
			unit, words, _ := strings.Cut(strings.TrimSpace(line), " ")
			role := text.RoleBody
			away := strings.HasPrefix(unit, "*")
			unit = strings.TrimPrefix(unit, "*")
			if u := slices.Index(order, unit); u >= 0 {
				cell := &c.Rows[u].Cells[v]
				cell.Sentences = append(cell.Sentences, int32(i))
				if away {
					cell.Away, cell.Moved = append(cell.Away, int32(i)), true
				}
			} else {
				role = map[string]text.Role{"-": text.RoleFurniture, "by": text.RoleByline, "credit": text.RoleCredit}[unit]
			}
			from := int32(body.Len())
			body.WriteString(words)
			s.Sentences = append(s.Sentences, text.Sentence{Span: text.Span{Start: from, End: int32(body.Len())}, Par: int32(i), Role: role})
			body.WriteString("\n")
		}
		s.Body = body.String()
		c.Versions = append(c.Versions, s)
	}
	return judge(c, base)
}

// judge gives each cell the simplest verdict.
func judge(c *diff.Collation, base int) *diff.Reading {
	r := &diff.Reading{Collation: c, Base: base, Tallies: make([]diff.Tally, len(c.Versions))}
	for _, row := range c.Rows {
		ds := make([]diff.Verdict, len(c.Versions))
		for v := range ds {
			has, in := len(row.Cells[v].Sentences) > 0, base >= 0 && len(row.Cells[base].Sentences) > 0
			switch {
			case base < 0 && has:
				ds[v] = diff.Verdict{Status: diff.Varies, Moved: row.Cells[v].Moved}
			case base < 0:
				ds[v].Status = diff.NotHere
			case v == base && has:
				ds[v].Status = diff.IsBase
			case has && in:
				ds[v] = diff.Verdict{Status: diff.Kept, Moved: row.Cells[v].Moved || row.Cells[base].Moved}
			case has:
				ds[v].Status = diff.Added
			case in:
				ds[v].Status = diff.Cut
			}
		}
		r.Verdicts = append(r.Verdicts, ds)
	}
	return r
}

// sketch prints a page as one line per row: label, then the cells.
func sketch(p *report.Page) string {
	var b strings.Builder
	for _, row := range p.Rows {
		fmt.Fprintf(&b, "%-4s", row.Label)
		for _, c := range row.Cells {
			words := ""
			for _, r := range c.Runs {
				words += r.Text
			}
			switch {
			case c.Ghost:
				words = "(" + c.Chip.String() + ")"
			case c.Chip != nil:
				words += " [" + c.Chip.String() + "]"
			case c.Unit < 0 && c.Part != "":
				words = c.Part
			case c.Unit >= 0 && len(c.Sentences) == 0:
				words = c.Verdict.Status.String()
			}
			if c.Verdict.Status == diff.Added && c.Part != "" {
				words += " " + c.Part
			}
			fmt.Fprintf(&b, "| %-22s", strings.ReplaceAll(words, "\n", " / "))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestPageOfMoves(t *testing.T) {
	tests := []struct {
		name, units string
		base        int
		versions    []string
		want        string
	}{
		{"moved up, added, cut", "1 2 x y 3 4", 0, []string{"1 one\n2 two\n3 three\n4 four", "1 one\n*4 four\n2 two\n3 three", "by By A\n1 one\n2 two\nx ex\ny why\n4 four\n- Share\ncredit AFP"}, `
    |                       |                       | 1 line of furniture   
1   | one                   | one                   | one                   
1a  |                       | four [moved up from 4]|                       
2   | two                   | two                   | two                   
2a  |                       |                       | ex 1 of 2             
2b  |                       |                       | why 2 of 2            
3   | three                 | three                 | cut                   
4   | four                  | (moved up to 1a)      | four                  
    |                       |                       | 2 lines of furniture  
`},
		{"the base stands alone", "1 2 3", 1, []string{"1 one\n2 two\n3 three", "*3 three\n1 one\n2 two"}, `
1   | (moved down to 3a)    | three                 
2   | one                   | one                   
3   | two                   | two                   
3a  | three [moved down from 1]|                       
`},
		{"none", "1 2 3", -1, []string{"1 one\n2 two\n3 three", "*3 three\n1 one\n2 two"}, `
1   |                       | three [moved up from 4]
2   | one                   | one                   
3   | two                   | two                   
4   | three                 | (moved up to 1)       
`},
		{"groups and parts", "1 2", 0, []string{"1 one\n1 uno\n2 two", "1 one\n2 two\n*1 uno"}, `
1–2 | 1one / 2uno           | one [moved down to 3a]
3   | two                   | two                   
3a  |                       | uno [moved down from 1–2]
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := byHand(tt.units, tt.base, tt.versions...)
			if got := sketch(report.New(r, report.View{})); strings.TrimSpace(got) != strings.TrimSpace(tt.want) {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

// TestPageLaws checks on random collations what must hold on every page.
func TestPageLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "units")
		var units []string
		for u := range n {
			units = append(units, fmt.Sprint("u", u))
		}
		versions := make([]string, rapid.IntRange(2, 4).Draw(t, "versions"))
		for v := range versions {
			versions[v] = randomVersion(t, n)
		}
		base := rapid.IntRange(-1, len(versions)-1).Draw(t, "base")
		r := byHand(strings.Join(units, " "), base, versions...)
		p := report.New(r, report.View{Pack: rapid.Bool().Draw(t, "pack")})
		checkColumns(t, p)
		checkMoves(t, p)
	})
}

// randomVersion prints some of the units in order, one or two sentences
// each, some out of order and some lines of furniture between.
func randomVersion(t *rapid.T, units int) string {
	var lines []string
	for u := range units {
		for range rapid.IntRange(0, 2).Draw(t, "sentences") {
			lines = append(lines, fmt.Sprintf("u%d text%d", u, len(lines)))
		}
	}
	for range rapid.IntRange(0, 3).Draw(t, "moves") {
		if len(lines) == 0 {
			break
		}
		from := rapid.IntRange(0, len(lines)-1).Draw(t, "from")
		x := lines[from]
		if !strings.HasPrefix(x, "*") {
			x = "*" + x
		}
		lines = slices.Delete(lines, from, from+1)
		lines = slices.Insert(lines, rapid.IntRange(0, len(lines)).Draw(t, "to"), x)
	}
	for range rapid.IntRange(0, 3).Draw(t, "furniture") {
		lines = slices.Insert(lines, rapid.IntRange(0, len(lines)).Draw(t, "at"), rapid.SampledFrom([]string{"- Share", "by By A", "credit AFP"}).Draw(t, "role"))
	}
	if len(lines) == 0 {
		lines = []string{"u0 only"}
	}
	return strings.Join(lines, "\n")
}

type failer interface{ Fatalf(string, ...any) }

// checkColumns: each column read down is the version as published, every
// sentence once, and the runs of its cells are the text as printed.
func checkColumns(t failer, p *report.Page) {
	for c, h := range p.Heads {
		story := p.Reading.Versions[h.Version]
		next := int32(0)
		for r, row := range p.Rows {
			cell := row.Cells[c]
			if cell.Ghost || len(cell.Sentences) == 0 {
				continue
			}
			printed := ""
			for _, run := range cell.Runs {
				if run.Start >= 0 {
					printed += run.Text
				}
			}
			first, last := cell.Sentences[0], cell.Sentences[len(cell.Sentences)-1]
			if want := story.Body[story.Sentences[first].Start:story.Sentences[last].End]; printed != want {
				t.Fatalf("row %d col %d prints %q, want %q", r, c, printed, want)
			}
			for _, s := range cell.Sentences {
				if s != next {
					t.Fatalf("column %d prints sentence %d where %d is due\n%s", c, s, next, sketch(p))
				}
				next++
			}
		}
		if int(next) != len(story.Sentences) {
			t.Fatalf("column %d prints %d of %d sentences\n%s", c, next, len(story.Sentences), sketch(p))
		}
	}
}

// checkMoves: every chip leads to a cell of its column that has one, every
// ghost to text that leads back to it, in the direction it says.
func checkMoves(t failer, p *report.Page) {
	for r, row := range p.Rows {
		for c, cell := range row.Cells {
			if cell.Ghost && (cell.Chip == nil || !cell.Chip.To || len(cell.Sentences) > 0) {
				t.Fatalf("row %d col %d: a ghost without a way\n%s", r, c, sketch(p))
			}
			if cell.Chip == nil {
				continue
			}
			other := p.Rows[cell.Chip.Row].Cells[c]
			if other.Chip == nil || other.Chip.To == cell.Chip.To || other.Unit != cell.Unit {
				t.Fatalf("row %d col %d: nothing at the other end of %q\n%s", r, c, cell.Chip, sketch(p))
			}
			if cell.Chip.Up != (r < cell.Chip.Row != cell.Chip.To) {
				t.Fatalf("row %d col %d: %q points the wrong way\n%s", r, c, cell.Chip, sketch(p))
			}
			if cell.Ghost && other.Chip.Row != r {
				t.Fatalf("row %d col %d: the text does not lead back\n%s", r, c, sketch(p))
			}
		}
	}
}
