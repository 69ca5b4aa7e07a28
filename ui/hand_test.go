package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"wirediff/diff"
	"wirediff/diff/report"
)

// at gives the focus to the cell of column col whose text begins with words.
func (b *bench) at(col int, words string) report.Place {
	b.t.Helper()
	for r, row := range b.page.Rows {
		for _, run := range row.Cells[col].Runs {
			if len(run.Text) >= len(words) && run.Text[:len(words)] == words {
				p := report.Place{Row: r, Col: col}
				b.stage.board.FocusCell(p)
				return p
			}
		}
	}
	b.t.Fatalf("no cell of column %d begins with %q", col, words)
	return report.Place{}
}

// status returns the verdict on the cell of column col that begins with words.
func (b *bench) status(col int, words string) diff.Verdict {
	b.t.Helper()
	p := b.at(col, words)
	return b.page.Rows[p.Row].Cells[col].Verdict
}

func TestUnlinkUndoRedo(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	if got := b.status(1, "Cranes").Status; got != diff.Reworded {
		t.Fatalf("the cell is %v before, want reworded", got)
	}
	b.focusBoard()
	test.Type(b.stage.board, "u")
	b.settle()
	if got := b.status(1, "Cranes").Status; got != diff.Added {
		t.Errorf("unlinked, the cell is %v, want added", got)
	}
	fire(b, "Ctrl+Z")
	b.settle()
	if got := b.status(1, "Cranes").Status; got != diff.Reworded {
		t.Errorf("after Undo the cell is %v, want reworded", got)
	}
	fire(b, "Ctrl+Shift+Z")
	b.settle()
	if got := b.status(1, "Cranes").Status; got != diff.Added {
		t.Errorf("after Redo the cell is %v, want added", got)
	}
}

func TestUnlinkLeavesTheOthersInTheirRow(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.at(2, "The vote")
	b.do(b.command("unlink"))
	b.settle()
	if got := b.status(1, "The vote").Status; got != diff.Kept {
		t.Errorf("the other version's cell is %v, want kept", got)
	}
	if got := b.status(2, "The vote").Status; got != diff.Added {
		t.Errorf("the unlinked cell is %v, want added", got)
	}
}

func TestLinkByTwoCells(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.focusBoard()
	b.at(1, "A horn")
	test.Type(b.stage.board, "l")
	if b.linking == nil || b.stage.status.words.text != b.linkWords() {
		t.Fatalf("the status line says %q", b.stage.status.words.text)
	}
	b.stage.board.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.linking != nil {
		t.Error("Escape does not leave the link")
	}
	b.at(1, "A horn")
	test.Type(b.stage.board, "l")
	b.at(0, "A judge")
	b.stage.board.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.settle()
	v := b.status(1, "A horn")
	if v.Status == diff.Added || !v.Hand {
		t.Errorf("the linked cell is %v, by hand %v", v.Status, v.Hand)
	}
	if got := b.status(2, "A judge").Status; got != diff.Kept {
		t.Errorf("the third version's cell is %v, want kept", got)
	}
}

func TestALinkChangesThePartner(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.focusBoard()
	b.at(1, "Cranes")
	test.Type(b.stage.board, "l")
	b.at(0, "A judge")
	test.Type(b.stage.board, "l")
	b.settle()
	p := b.at(1, "Cranes")
	if base := b.page.Rows[p.Row].Cells[0].Runs; len(base) == 0 || base[0].Text[:7] != "A judge" {
		t.Errorf("the cell stands beside %v, want the judge", base)
	}
	p = b.at(0, "Cranes")
	if got := b.page.Rows[p.Row].Cells[1].Verdict.Status; got != diff.Cut {
		t.Errorf("what was left behind is %v, want cut", got)
	}
}

func TestMergeAndSplit(t *testing.T) {
	b := newBench(t, shelf{
		"a.txt": "Cranes began moving again at six.\n\nThe vote at the harbour was close on Monday.\n\nA judge had ruled.\n",
		"b.txt": "Cranes began moving again at six, loudly.\n\nA judge had ruled.\n",
	}, nil)
	b.compare("a.txt", "b.txt")
	b.at(1, "Cranes")
	b.do(b.command("merge"))
	b.settle()
	if v := b.status(1, "Cranes"); v.Status != diff.Merged || !v.Hand {
		t.Fatalf("the cell is %v, by hand %v, want merged by hand", v.Status, v.Hand)
	}
	b.do(b.command("split"))
	b.settle()
	if v := b.status(1, "Cranes"); v.Status != diff.Reworded {
		t.Errorf("split again, the cell is %v, want reworded", v.Status)
	}
}

func TestCorrectionsSurvive(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.at(1, "Cranes")
	b.do(b.command("never"))
	b.settle()
	unlinked := func(after string) {
		t.Helper()
		b.settle()
		if p := b.at(1, "Cranes"); len(b.page.Rows[p.Row].Cells[0].Sentences) > 0 {
			t.Errorf("%s the correction is gone", after)
		}
	}
	unlinked("at first")
	b.do(b.command("reload"))
	unlinked("after a reload")
	b.compare("c.txt")
	unlinked("with a new version")
	b.setBase(b.id("b"))
	unlinked("with another base")
	b.rename(b.id("b"), "The Post")
	unlinked("under another name")
}

func TestWhyMatched(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.focusBoard()
	p := b.at(1, "Cranes")
	test.Type(b.stage.board, "w")
	b.q.run(t, "the popover", func() bool { return b.stage.why.open })
	why := b.stage.why
	cell, size, ok := b.stage.board.CellRect(p)
	if !ok || !why.root.Visible() {
		t.Fatal("the popover or its cell is not seen")
	}
	if why.boardTop() < toolbarHeight {
		t.Errorf("the board begins at %v, under the tool bar", why.boardTop())
	}
	top, end := why.boardTop()+cell.Y, why.boardTop()+cell.Y+size.Height
	y, height := why.box.Position().Y, why.box.Size().Height
	if y < end && y+height > top {
		t.Errorf("the popover at %v to %v lies over the pair at %v to %v", y, y+height, top, end)
	}
	if height < 100 || y+height > why.bottom() {
		t.Errorf("the popover at %v is %v high", y, height)
	}
	b.stage.board.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if why.open {
		t.Error("Escape does not close the popover")
	}
}

func TestExplain(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	c, _ := b.cellAt(b.at(1, "Cranes"))
	x := explain(b.reading, c, b.partners(c)[0])
	if !x.matched || x.why.Alike <= 0 || x.why.Alike >= 1 || x.why.Sure <= 0 {
		t.Errorf("matched %v, alike %v, sure from %v", x.matched, x.why.Alike, x.why.Sure)
	}
	if len(x.shared) < 2 || len(x.differs) == 0 {
		t.Errorf("shared %v, differs %v", x.shared, x.differs)
	}
	c, _ = b.cellAt(b.at(1, "A horn"))
	x = explain(b.reading, c, b.cellOf(c.row, 0))
	if x.matched || x.shared != nil {
		t.Errorf("an added sentence is explained as matched: %v", x)
	}
}

func TestWhyFollowsTheFocus(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.focusBoard()
	b.at(1, "Cranes")
	b.do(b.command("why"))
	b.q.run(t, "the popover", func() bool { return b.stage.why.open })
	next := b.at(1, "The vote")
	b.q.run(t, "the next cell", func() bool { return b.stage.why.at == next })
}
