package news

import (
	"strings"

	"wirediff/diff/text"
)

// office is a title as a text gives it: what a person is, and in what standing.
type office struct {
	text.Span
	base     string   // canonical office
	field    string   // "foreign", "defence"; "" if not said
	standing []string // "former", "acting", ...
	name     string   // last name of the bearer where it stands beside the title, "" if not
	quoted   bool
}

// mayHoldOffice reports whether words that open the lists may name an office.
func (lx *Lexicon) mayHoldOffice(opened listSet) bool {
	return opened.has(listOffices) || lx.prefixes != nil
}

// offices lists the titles in ws.
func (lx *Lexicon) offices(ws []word) []office {
	var out []office
	for i := 0; i < len(ws); {
		base, n, mods := lx.officeAt(ws, i)
		if n == 0 {
			i++
			continue
		}
		from, field := i, ""
		for back := 1; back <= 3 && i-back >= 0 && !ws[i-back].punct; back++ {
			w := ws[i-back]
			if v, ok := lx.valueOf(listStanding, w); ok {
				mods, from = append(mods, v), i-back
			} else if v, ok := lx.valueOf(listPortfolios, w); ok && field == "" {
				field, from = v, min(from, i-back)
			} else if w.is(listFunction) {
				break
			}
		}
		if v, k := lx.portfolio(ws, i+n); k > 0 && field == "" {
			field, n = v, n+k
		}
		out = append(out, office{spanOf(ws, from, i+n), base, field, mods, lx.bearer(ws, i, n), ws[i].quoted})
		i += n
	}
	return out
}

// portfolio reads "of defence" or "for foreign affairs" behind an office; n
// is its words.
func (lx *Lexicon) portfolio(ws []word, i int) (field string, n int) {
	if i+1 >= len(ws) || !ws[i].is(listNameJoins) {
		return "", 0
	}
	for k := 1; k <= 2 && i+k < len(ws) && !ws[i+k].punct; k++ {
		if v, ok := lx.valueOf(listPortfolios, ws[i+k]); ok {
			return v, k + 1
		}
	}
	return "", 0
}

// officeAt reads an office at word i, "Altkanzlerin" and "exministro" included.
func (lx *Lexicon) officeAt(ws []word, i int) (base string, n int, mods []string) {
	if ws[i].punct {
		return "", 0, nil
	}
	if v, k := lx.phrase(listOffices, ws, i); k > 0 {
		if k == 1 && ws[i].is(listStanding) && i+1 < len(ws) {
			if _, m := lx.phrase(listOffices, ws, i+1); m > 0 {
				return "", 0, nil // "deputy governor": a standing, not an office
			}
		}
		return v, k, nil
	}
	for _, p := range lx.prefixes {
		if rest, ok := strings.CutPrefix(ws[i].low, p.key); ok {
			if v, isOffice := lx.value(listOffices, rest); isOffice {
				return v, 1, []string{p.value}
			}
		}
	}
	return "", 0, nil
}

// bearer is the last word of the name right behind a title ("General Ann
// Hartley") or right before it in apposition ("Lena Holm, the prime minister").
func (lx *Lexicon) bearer(ws []word, i, n int) string {
	j := i + n
	last := ""
	for j < len(ws) && ws[j].upper && !ws[j].punct && !lx.common(ws, j) {
		last = ws[j].low
		j++
	}
	if last != "" {
		return last
	}
	j = i - 1
	for j >= 0 && !ws[j].punct && i-j < 5 {
		j--
	}
	if j > 0 && ws[j].raw == "," && ws[j-1].upper {
		return ws[j-1].low
	}
	return ""
}
