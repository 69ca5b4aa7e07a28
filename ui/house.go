package ui

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"wirediff/diff/edit"
	"wirediff/diff/session"
	"wirediff/diff/style"
	"wirediff/diff/text"
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
		w.say(tr("The list of house style was not written: %s", plainReason(err)), "", nil)
	}
}

// decide takes a pair of spellings for house style, or for a real change, in
// this comparison or always; what was decided of the pair before is dropped.
func (w *Window) decide(r style.Rule, always bool) {
	r.From = "decided by hand"
	where := tr(", in this comparison.")
	if always {
		r.From, where = houseFile, tr(", always.")
	}
	what := tr(" is house style")
	if r.Real {
		what = tr(" is a real change")
	}
	w.edit(tr("“%s” and “%s”:%s%s", r.A, r.B, what, where), func(s State) State {
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
	w.edit(tr("“%s” and “%s”: left to the program again.", r.A, r.B), func(s State) State {
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
		return tr("“%s” and “%s” are a real change", r.A, r.B)
	}
	return tr("“%s” and “%s” are house style", r.A, r.B)
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
