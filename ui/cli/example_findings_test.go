package cli_test

import (
	"slices"
	"testing"

	"wirediff/diff/news"
	"wirediff/diff/report"
)

// Panel, marks, filter and matrix count the same findings.
func TestExampleFindingsAgree(t *testing.T) {
	r := example(t)
	f := news.Find(r.Collation, news.Options{Base: -1})
	all := report.NewFindings(r, f, report.Aside{})
	page := report.New(r, report.View{Findings: all})
	if len(all.Open) == 0 || len(page.Spots(all.Open)) != len(all.Open) {
		for _, x := range all.Open {
			if len(page.Spots([]report.Finding{x})) == 0 {
				t.Errorf("not on the page: version %d, row %d, %s", x.To, x.Row, x.Words())
			}
		}
		t.Fatalf("%d findings, %d of them on the page", len(all.Open), len(page.Spots(all.Open)))
	}
	marked := cellsWithFlags(page)
	flagged := report.New(r, report.View{Findings: all, Filter: report.Filter{Flagged: true}})
	if got := cellsWithFlags(flagged); got != marked {
		t.Errorf("the filter keeps %d marked cells of %d", got, marked)
	}
	if len(flagged.Spots(all.Open)) != len(all.Open) {
		t.Error("the filter folds findings")
	}
	units := map[int]bool{}
	for _, row := range report.NewMatrix(flagged).Rows {
		units[row.Unit] = true
	}
	if len(units) != rowsOf(all.Open) {
		t.Errorf("the matrix has %d rows, %d have findings", len(units), rowsOf(all.Open))
	}
	hidden := report.New(r, report.View{Findings: all, Order: []int{plainsman, gazette}})
	for _, s := range hidden.Spots(all.Open) {
		if s.To != gazette {
			t.Errorf("a finding of the hidden version %d is listed", s.To)
		}
	}
}

func TestFindingsPutAside(t *testing.T) {
	r := example(t)
	f := news.Find(r.Collation, news.Options{Base: -1})
	all := report.NewFindings(r, f, report.Aside{})
	first := all.Open[0]
	aside := report.Aside{}.Turn(first.ID)
	less := report.NewFindings(r, f, aside)
	if len(less.Open) != len(all.Open)-1 || len(less.Aside) != 1 {
		t.Errorf("one put aside: %d open of %d, %d aside", len(less.Open), len(all.Open), len(less.Aside))
	}
	kind := report.NewFindings(r, f, aside.TurnType(news.Number))
	for _, x := range kind.Open {
		if x.Type == news.Number {
			t.Errorf("%s is open", x.Words())
		}
	}
	if len(kind.Open)+len(kind.Aside) != len(all.Open) {
		t.Error("findings were lost")
	}
	if back := aside.Turn(first.ID); !back.Empty() {
		t.Errorf("taken back: %v", back)
	}
}

// Under another base the same flags are read the other way round.
func TestFindingsOfAnotherBase(t *testing.T) {
	r := example(t)
	f := news.Find(r.Collation, news.Options{Base: -1})
	there, back := report.NewFindings(r, f, report.Aside{}), report.NewFindings(r.Read(gazette), f, report.Aside{})
	for _, x := range there.Open {
		if x.To != gazette {
			continue
		}
		i := slices.IndexFunc(back.Open, func(y report.Finding) bool { return y.ID == x.ID })
		if i < 0 {
			t.Fatalf("%s is gone", x.Words())
		}
		if y := back.Open[i]; y.OldText != x.NewText || y.NewText != x.OldText || y.Type != x.Type.Inverse() || y.To != plainsman {
			t.Errorf("%s, from the other side %s", x.Words(), y.Words())
		}
	}
}

func cellsWithFlags(p *report.Page) int {
	n := 0
	for _, row := range p.Rows {
		for _, c := range row.Cells {
			if len(c.Flags) > 0 {
				n++
			}
		}
	}
	return n
}

func rowsOf(list []report.Finding) int {
	rows := map[int]bool{}
	for _, f := range list {
		rows[f.Row] = true
	}
	return len(rows)
}
