package ui

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"wirediff/diff/edit"
	"wirediff/diff/report"
	"wirediff/diff/session"
	"wirediff/diff/style"
	"wirediff/diff/text"
	"wirediff/ui/board"
)

// houseFile is the user's own list of house style, read at every start:
// a line "gray = grey" for the same, "Kyiv ! Kiev" for a real change.
const houseFile = "house-style.txt"

// houseList is where the decisions for always are kept; "" keeps none.
type houseList string

// newHouseList returns the list in the user's configuration folder.
func newHouseList() houseList {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return houseList(filepath.Join(dir, "wirediff", houseFile))
}

// read returns the decisions; a file that is not there holds none.
func (h houseList) read() ([]style.Rule, error) {
	if h == "" {
		return nil, nil
	}
	data, err := os.ReadFile(string(h))
	if err != nil {
		return nil, nil
	}
	return style.Parse(houseFile, string(data))
}

// write keeps the decisions, by way of a temporary file.
func (h houseList) write(rules []style.Rule) error {
	if h == "" {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(string(h)), 0o755); err != nil {
		return err
	}
	return session.WriteFile(string(h), func(out io.Writer) error {
		_, err := io.WriteString(out, style.Format(rules))
		return err
	})
}

// loadHouse takes the user's decisions over from the list.
func (w *Window) loadHouse(from houseList) {
	rules, err := from.read()
	if err != nil { // it is not written over until it can be read
		w.say(err.Error(), "", nil)
		return
	}
	w.house, w.state.Always = from, rules
}

// keepHouse writes the decisions for always.
func (w *Window) keepHouse() {
	if err := w.house.write(w.state.Always); err != nil {
		w.say("The list of house style was not written: "+plainReason(err), "", nil)
	}
}

// decide takes a pair of spellings for house style, or for a real change, in
// this comparison or always; what was decided of the pair before is dropped.
func (w *Window) decide(r style.Rule, always bool) {
	r.From = "decided by hand"
	where := ", in this comparison."
	if always {
		r.From, where = houseFile, ", always."
	}
	what := " is house style"
	if r.Real {
		what = " is a real change"
	}
	w.edit("“"+r.A+"” and “"+r.B+"”:"+what+where, func(s State) State {
		s.Rules = dropRule(s.Rules, r)
		if always {
			s.Always = append(dropRule(s.Always, r), r)
		} else {
			s.Rules = append(s.Rules, r)
		}
		return s
	})
}

// takeBack drops what was decided of a pair of spellings.
func (w *Window) takeBack(r style.Rule) {
	w.edit("“"+r.A+"” and “"+r.B+"”: left to the program again.", func(s State) State {
		s.Rules, s.Always = dropRule(s.Rules, r), dropRule(s.Always, r)
		return s
	})
}

// dropRule returns a copy of rules without those of r's pair.
func dropRule(rules []style.Rule, r style.Rule) []style.Rule {
	return slices.DeleteFunc(slices.Clone(rules), func(o style.Rule) bool {
		return o.A == r.A && o.B == r.B || o.A == r.B && o.B == r.A
	})
}

// mostPairs is how many pairs of spellings the menu of a cell offers, and
// pairWords how many words a side of one may have.
const mostPairs, pairWords = 6, 3

// cellRules returns what can be decided of the words that differ in a cell:
// house style that can be a real change, and a change that can be house style.
func (w *Window) cellRules(c cell) []style.Rule {
	base := w.reading.Base
	if base < 0 || base == c.version || len(c.sentences) == 0 {
		return nil
	}
	p := w.cellOf(c.row, base)
	if len(p.sentences) == 0 {
		return nil
	}
	a, b := w.reading.Versions[base], w.reading.Versions[c.version]
	edits, _ := w.reading.Words(base, c.version, p.sentences, c.sentences)
	var out []style.Rule
	for _, e := range edits {
		old, now := trimmed(e.A.Of(a.Body)), trimmed(e.B.Of(b.Body))
		if e.Op != edit.Style && e.Op != edit.Replace || !short(old) || !short(now) || text.Key(old) == text.Key(now) {
			continue
		}
		r := style.Rule{A: old, B: now, Real: e.Op == edit.Style}
		if !slices.Contains(out, r) && len(out) < mostPairs {
			out = append(out, r)
		}
	}
	return out
}

// trimmed returns words on one line without the punctuation around them.
func trimmed(s string) string {
	return strings.TrimFunc(strings.Join(strings.Fields(s), " "), unicode.IsPunct)
}

func short(s string) bool { return s != "" && len(strings.Fields(s)) <= pairWords }

// ruleWords says a decision as an entry of a menu.
func ruleWords(r style.Rule) string {
	if r.Real {
		return "“" + r.A + "” and “" + r.B + "” are a real change"
	}
	return "“" + r.A + "” and “" + r.B + "” are house style"
}

// ruleMenu returns the submenu of what can be decided of a cell's words.
func (w *Window) ruleMenu(title string, rules []style.Rule, always bool) *fyne.MenuItem {
	item := fyne.NewMenuItem(title, nil)
	item.ChildMenu = fyne.NewMenu("")
	for _, r := range rules {
		item.ChildMenu.Items = append(item.ChildMenu.Items, fyne.NewMenuItem(ruleWords(r), func() { w.decide(r, always) }))
	}
	return item
}

// showHouse opens the list of what was taken for house style, once the texts
// were read again for their spellings.
func (w *Window) showHouse() {
	c := w.state.Result
	go func() {
		plain := make([]*text.Story, len(c.Versions))
		for i, s := range c.Versions {
			plain[i] = text.Segment(s.Source)
		}
		choices := style.Choices(plain, c.Versions)
		w.jobs.post(func() {
			if w.state.Result == c {
				w.openHouse(choices)
			}
		})
	}()
}

// Measures of the list of house style.
const houseWidth, houseHeight = 760, 420

// openHouse lists what was decided by hand, and what the program took for
// house style with how often each outlet writes it.
func (w *Window) openHouse(choices []style.Choice) {
	list := container.New(tightRows{})
	for _, r := range slices.Concat(w.state.Rules, w.state.Always) {
		list.Add(w.decidedLine(r))
	}
	for _, c := range choices {
		for _, f := range c.Forms[1:] {
			list.Add(w.choiceLine(c.Forms[0], f))
		}
	}
	words := "What the program took for house style. It is never counted as a change."
	if len(list.Objects) == 0 {
		words = "The versions spell everything the same way: there is no house style to tell apart."
	}
	head := newLabel(words, board.ColorMuted)
	scroll := container.NewVScroll(list)
	scroll.SetMinSize(fyne.NewSize(houseWidth, min(houseHeight, list.MinSize().Height+8)))
	w.openSheet("House style", container.NewBorder(padded(head, 0, 0, 0, 8), nil, nil, nil, scroll), nil)
}

// choiceLine says which outlet writes which of two spellings, how often, and
// offers to take them for a real change.
func (w *Window) choiceLine(a, b style.Form) fyne.CanvasObject {
	r := style.Rule{A: a.Text, B: b.Text, Real: true}
	pair, who := newLabel(a.Text+" / "+b.Text, board.ColorInk), newLabel(formWords(a)+"; "+formWords(b), board.ColorMuted)
	return w.houseLine(pair, who,
		w.houseButton("Real change", func() { w.decide(r, false) }),
		w.houseButton("Always", func() { w.decide(r, true) }))
}

// decidedLine shows a decision and offers to take it back.
func (w *Window) decidedLine(r style.Rule) fyne.CanvasObject {
	words := "house style"
	if r.Real {
		words = "a real change"
	}
	where := ", by hand, in this comparison"
	if slices.Contains(w.state.Always, r) {
		where = ", by hand, always"
	}
	return w.houseLine(newLabel(r.A+" / "+r.B, board.ColorInk), newLabel(words+where, board.ColorMuted),
		w.houseButton("Take back", func() { w.takeBack(r) }))
}

func (w *Window) houseLine(pair, who *label, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	pair.bold, pair.size, who.size = true, 13, 12
	return bar(board.ColorPaper, between{left: []fyne.CanvasObject{pair, who}, right: buttons, height: stripHeight, pad: 6, gap: 10})
}

// houseButton is a press that closes the list and decides.
func (w *Window) houseButton(title string, run func()) fyne.CanvasObject {
	p := newPress(faceTool, title, func() { w.stage.sheet.close(); run() })
	p.keys = func(e *fyne.KeyEvent) bool { return w.stage.sheet.escape(e) }
	return p
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

// cellMenu returns what can be done with the cell at a place.
func (w *Window) cellMenu(at report.Place) *fyne.Menu {
	m := fyne.NewMenu("")
	for _, id := range []string{"why", "link", "unlink", "split", "merge", "never", "", "counttext", "setaside", "", "otherend", "bothends", "", "copyrow"} {
		if id == "" {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
			continue
		}
		m.Items = append(m.Items, w.menuItem(w.command(id)))
	}
	if c, ok := w.cellAt(at); ok {
		if rules := w.cellRules(c); len(rules) > 0 {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator(),
				w.ruleMenu("House style, in this comparison", rules, false), w.ruleMenu("House style, always", rules, true))
		}
	}
	return m
}

// popCellMenu opens the menu of the focused cell below it, by keys.
func (w *Window) popCellMenu() {
	at, focused := w.stage.board.Focus()
	pos, size, ok := w.stage.board.CellRect(at)
	if !focused || !ok {
		w.say("Go to a sentence first.", "", nil)
		return
	}
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.stage.board)
	w.popMenuAt(w.cellMenu(at), top.Add(pos).AddXY(size.Width/4, min(size.Height, w.stage.board.Size().Height/3)))
}

// copyRow copies the focused row as a table: the outlets, and below them
// what each prints, apart by tabs.
func (w *Window) copyRow() {
	c, ok := w.cellHere()
	if !ok {
		return
	}
	var names, cells []string
	for _, h := range w.page.Heads {
		names = append(names, h.Name)
		story := w.reading.Versions[h.Version]
		var parts []string
		for _, s := range w.cellOf(c.row, h.Version).sentences {
			parts = append(parts, strings.Join(strings.Fields(story.Text(int(s))), " "))
		}
		cells = append(cells, strings.Join(parts, " "))
	}
	w.app.Clipboard().SetContent(strings.Join(names, "\t") + "\n" + strings.Join(cells, "\t") + "\n")
	w.say("Row "+w.rowLabel(c.row)+" was copied as a table.", "", nil)
}
