package news

import (
	"slices"
	"strings"
	"sync"

	"wirediff/diff"
	"wirediff/diff/align"
	"wirediff/diff/text"
)

// Findings is what the news layer found in a collation.
type Findings struct {
	Quotes  []Quote
	Flags   []GroupFlag // by pair, group, place
	Credits []Credit    // one per version
}

// GroupFlag is a flag and the aligned group it stands in. Where the sentences
// are not aligned but related, the group is the one of A's sentence.
type GroupFlag struct {
	Pair  int   // index into Collation.Pairs
	Group int   // index into the pair's Groups
	InA   int32 // first of the sentences compared
	InB   int32
	Flag
	Related bool // the sentences are not aligned
}

// Where says where an agency is credited.
type Where string

// The places of a credit line, in the order in which they are looked for.
const (
	InByline   Where = "byline"
	InDateline Where = "dateline"
	AtEnd      Where = "end line"
	InField    Where = "metadata"
	NotAtAll   Where = "not at all"
)

// Credit says whether a version credits an agency, and where.
type Credit struct {
	Version int
	Agency  string // "AFP"; for an uncredited version the agency that the other versions credit, "" if none
	Where   Where
	Words   text.Span // the credit as printed; empty if it stands in the metadata or nowhere
}

// Options steer Find.
type Options struct {
	Base int // flags are looked for in pairs with this version; -1: in all pairs
}

// Find looks for quotations, flags and credits. Linear in the words of the
// groups that changed; the word lists are read once for each language.
func Find(c *diff.Collation, opt Options) *Findings {
	f := &Findings{Credits: Credits(c, NewLexicon)}
	scripts := readAll(c.Versions, NewLexicon)
	var ledger sync.WaitGroup
	ledger.Go(func() { f.Quotes = quotes(c, scripts) }) // reads nothing that the flags write
	defer ledger.Wait()
	for i := range c.Pairs {
		p := &c.Pairs[i]
		if opt.Base < 0 || p.A == opt.Base || p.B == opt.Base {
			f.Flags = appendFlags(f.Flags, c, i, &scripts[p.A], &scripts[p.B])
		}
	}
	return f
}

// longestGroup is how many sentences a group may have on both sides to be
// looked at: a desk merges a handful, and names are compared pairwise.
const longestGroup = 40

// appendFlags looks at every reworded group of a pair, whose versions are a
// and b. Versions of two languages, or of one without word lists, have none.
func appendFlags(all []GroupFlag, c *diff.Collation, pair int, a, b *script) []GroupFlag {
	p := &c.Pairs[pair]
	if a.voc != b.voc || a.voc.lx == nil {
		return all
	}
	var out []GroupFlag
	look := &pairing{lx: a.voc.lx, bodyA: a.Body, bodyB: b.Body, storyA: a, storyB: b,
		dateA: calendarOf(a.Date.Value), dateB: calendarOf(b.Date.Value)}
	for g, group := range p.Groups {
		if group.Kind <= align.Style || len(group.A) == 0 || len(group.B) == 0 {
			continue
		}
		if len(group.A)+len(group.B) > longestGroup || !tells(p.Alignment.A, group.A) || !tells(p.Alignment.B, group.B) {
			continue
		}
		wa, wb := a.words(look.a, group.A...), b.words(look.b, group.B...)
		if group.Unsure && !look.tellsOne(wa, wb, a, b) {
			continue
		}
		look.saysA, look.saysB = a.quotesOn(wa, group.A[0]), b.quotesOn(wb, group.B[0])
		for _, flag := range look.look(wa, wb) {
			out = append(out, GroupFlag{Pair: pair, Group: g, InA: group.A[0], InB: group.B[0], Flag: flag})
		}
	}
	out = look.appendRelated(out, pair, p, a, b)
	return append(all, crossed(out, a.Body, b.Body)...)
}

// tells reports whether any of the sentences is story text: furniture is no
// finding.
func tells(st *text.Story, sentences []int32) bool {
	return slices.ContainsFunc(sentences, func(i int32) bool { return st.Sentences[i].Role.Counted() })
}

// Credits looks for the agency's name in bylines, datelines and credit
// lines. An agency named as a source in the text ("told AFP") is no credit.
func Credits(c *diff.Collation, lexicon func(string) *Lexicon) []Credit {
	out := make([]Credit, len(c.Versions))
	named := namedAgencies(c.Versions)
	for v, st := range c.Versions {
		out[v] = Credit{Version: v, Where: NotAtAll}
		if lx := lexicon(st.Lang); lx != nil {
			out[v] = lx.credit(st, v, named)
		}
	}
	common := mostCredited(out)
	for v := range out {
		if out[v].Agency == "" {
			out[v].Agency = common
		}
	}
	return out
}

// credit looks at one version.
func (lx *Lexicon) credit(st *text.Story, v int, named map[string]string) Credit {
	for _, s := range st.Sentences {
		where, span := NotAtAll, s.Span
		switch {
		case s.Role == text.RoleByline:
			where = InByline
		case s.Role == text.RoleCredit:
			where = AtEnd
		case s.Role == text.RoleDateline:
			where = InDateline
		case s.Lead.Len() > 0:
			where, span = InDateline, s.Lead
		default:
			continue
		}
		if agency := lx.agencyIn(span.Of(st.Body), named); agency != "" {
			return Credit{v, agency, where, span}
		}
	}
	for _, field := range []text.Field{st.Credit, st.Byline, st.Dateline} {
		if agency := lx.agencyIn(field.Value, named); agency != "" {
			return Credit{Version: v, Agency: agency, Where: InField}
		}
	}
	return Credit{Version: v, Where: NotAtAll}
}

// agencyIn finds an agency's name in a short line, "" if there is none:
// from the table, or of those that the stories name. Names in lower case
// are ordinary words ("pa", "tt") and do not count.
func (lx *Lexicon) agencyIn(line string, named map[string]string) string {
	words := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(" \t\n(),./;:-–—|", r) })
	for i := range words {
		for n := min(5, len(words)-i); n > 0; n-- {
			name := strings.Join(words[i:i+n], " ")
			if v, ok := named[strings.ToLower(name)]; ok && isUpper(name) {
				return v
			}
			if v, ok := lx.value(listAgencies, strings.ToLower(name)); ok && isUpper(name) {
				return v
			}
		}
	}
	return ""
}

// mostCredited is the agency that most versions credit; ties go to the alphabet.
func mostCredited(cs []Credit) string {
	n := map[string]int{}
	best := ""
	for _, c := range cs {
		if c.Agency == "" {
			continue
		}
		n[c.Agency]++
		if best == "" || n[c.Agency] > n[best] || n[c.Agency] == n[best] && c.Agency < best {
			best = c.Agency
		}
	}
	return best
}
