package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"wirediff/diff/style"
)

// Fact is a line of the colophon.
type Fact struct{ Label, Text string }

// Colophon says how a report was made: the settings, the house-style rules
// that acted, the texts with their SHA-256, the program. The date is given
// only when asked for, so that a report can be made twice with the same bytes.
func Colophon(p *Page, program, date string) []Fact {
	facts := []Fact{{"Made with", program}}
	if date != "" {
		facts = append(facts, Fact{"Date", date})
	}
	facts = append(facts, Fact{"Settings", settings(p)})
	facts = append(facts, styleFacts(p)...)
	for v, st := range p.Reading.Versions {
		sum := sha256.Sum256([]byte(st.Body))
		source := st.File
		if source == "" {
			source = name(p.Reading, v)
		}
		if a := st.Address.Value; a != "" && a != source {
			source += ", " + a
		}
		if p.Sharing.HideNames {
			source = outletName(v)
		}
		facts = append(facts, Fact{"Text " + strings.ToUpper(letters(v)), source + "; SHA-256 of its text " + hex.EncodeToString(sum[:])})
	}
	return facts
}

// styleFacts lists the house-style rules: the user's, those found in the
// texts, and the spellings that the built-in tables passed over on this page.
func styleFacts(p *Page) (facts []Fact) {
	for _, rule := range p.Reading.Options().Style.User {
		facts = append(facts, styleFact(rule))
	}
	if p.Sharing.Excerpt > 0 { // the other rules are words of the texts
		return facts
	}
	var names []string
	if p.Sharing.HideNames {
		names = secretNames(p.Reading.Versions)
	}
	for _, rule := range p.Reading.Found {
		f := styleFact(rule)
		facts = append(facts, Fact{f.Label, mask(f.Text, names)})
	}
	if pairs := passedOver(p); len(pairs) > 0 {
		facts = append(facts, Fact{"Passed over as house style", mask(strings.Join(pairs, "; "), names)})
	}
	return facts
}

func styleFact(rule style.Rule) Fact {
	sign := " = "
	if rule.Real {
		sign = " ! "
	}
	return Fact{"House style", rule.A + sign + rule.B + " (" + rule.From + ")"}
}

// passedOver lists the spellings that differ on the page and count as the
// same, each once, in the order of the page.
func passedOver(p *Page) []string {
	if p.Reading.Base >= 0 && p.View.StyleMode == StyleHidden { // the page has no marks to read them off
		v := p.View
		v.StyleMode = StyleQuiet
		p = New(p.Reading, v)
	}
	var out []string
	seen := map[string]bool{}
	for i := range p.Rows {
		for c := range p.Rows[i].Cells {
			for _, r := range p.Rows[i].Cells[c].Runs {
				if r.Mark != StyleMark || r.Tip == "" {
					continue
				}
				if pair := oneSpace(Clean(r.Tip)) + " = " + oneSpace(Clean(r.Text)); !seen[pair] {
					seen[pair] = true
					out = append(out, pair)
				}
			}
		}
	}
	return out
}

// settings says in words what the page shows.
func settings(p *Page) string {
	parts := []string{"no base"}
	if b := p.Reading.Base; b >= 0 {
		parts[0] = "read against " + p.called(b)
	}
	if n := len(p.Reading.Versions); len(p.Heads) < n {
		var shown []string
		for _, h := range p.Heads {
			shown = append(shown, h.Letter)
		}
		parts = append(parts, fmt.Sprintf("%s of %d versions shown", strings.Join(shown, ", "), n))
	}
	parts = append(parts, filterWords(p), "house style "+[...]string{"quiet", "hidden", "shown as change"}[p.View.StyleMode])
	if p.View.MovesHome {
		parts = append(parts, "moved text in its home row")
	}
	if p.Sharing.Excerpt > 0 {
		parts = append(parts, fmt.Sprintf("at most %s of each version", plural(p.Sharing.Excerpt, "word")))
	}
	if p.Sharing.HideNames {
		parts = append(parts, "names hidden")
	}
	return strings.Join(parts, "; ")
}

// filterWords says which rows are shown.
func filterWords(p *Page) string {
	f := p.View.Filter
	if !f.Active() {
		return "all sentences"
	}
	out := "a filter"
	if f.Changes {
		out = "changes only"
	}
	if f.Context > 0 {
		out += " with " + plural(f.Context, "row") + " around each"
	}
	return fmt.Sprintf("%s, %s folded", out, plural(p.Folded, "row"))
}

// called is how a version is called on this page.
func (p *Page) called(version int) string {
	if p.Sharing.HideNames {
		return outletName(version)
	}
	return name(p.Reading, version)
}
