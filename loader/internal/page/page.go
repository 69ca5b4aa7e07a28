package page

import (
	"errors"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
)

// MaxBlocks bounds the blocks of a page: a body of 8 MiB in paragraphs of
// usual length has fewer; pages with more are lists or attacks.
const MaxBlocks = 100_000

// ErrNoText is the reason for a page without any text.
var ErrNoText = errors.New("the page holds no text")

// Read finds the story of a page. src is decoded text; address, which may be
// "", is where the page came from if the carrier says.
func Read(src, address string) (draft.Draft, error) {
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil { // more than 512 elements inside one another
		return plain(tokenBlocks(src, MaxBlocks))
	}
	blocks := cut(doc, MaxBlocks)
	if len(blocks) == 0 {
		return draft.Draft{}, ErrNoText
	}
	m := metadata(doc, src, address)
	base, _ := url.Parse(m.address.Value)
	d := draft.Draft{}
	m.fill(&d)
	v, asked := votes(doc, blocks, base)
	roles := judge(blocks, v, asked, language(d.Language.Value))
	titleAt := m.title(&d, blocks, roles)
	for i := 0; i < len(blocks); i++ {
		if end := menu(blocks, roles, i); end > i+1 {
			d.Parts = append(d.Parts, draft.Block{Role: text.RoleFurniture, Text: strings.Join(texts(blocks[i:end]), menuDot), Sure: sureNobody})
			i = end - 1
		} else if i != titleAt {
			d.Parts = append(d.Parts, draft.Block{Role: roles[i], Text: blocks[i].text, Sure: sure(v[i], roles[i])})
		}
	}
	d.Format = "HTML"
	return d, nil
}

// How often, in hundredths, the words of a block are story text, by who says
// so; counted on 181 pages with gold text.
const (
	sureBoth         = 97
	sureReadability  = 27
	sureTrafilatura  = 13
	sureNobody       = 2
	sureNeighbours   = 80 // one vote, and chosen blocks on both sides
	sureWithoutVotes = 50 // neither extractor answered
)

// sure is the confidence that a block is story text.
func sure(v vote, role text.Role) uint8 {
	taken := role == text.RoleAuto || role == text.RoleHeading
	switch {
	case v == both && taken:
		return sureBoth
	case taken && v != 0:
		return sureNeighbours
	case taken:
		return sureWithoutVotes
	case role != text.RoleDoubtful:
		return sureNobody
	case v == byReadability:
		return sureReadability
	}
	return sureTrafilatura
}

// menuDot stands between the entries of a menu, which is one block.
const menuDot = " · "

// menu returns where the menu that begins at block i ends: a run of short
// furniture that is nothing but links.
func menu(blocks []block, roles []text.Role, i int) int {
	for i < len(blocks) && roles[i] == text.RoleFurniture && blocks[i].onlyLinks() {
		i++
	}
	return i
}

func texts(blocks []block) (out []string) {
	for _, b := range blocks {
		out = append(out, b.text)
	}
	return out
}

// Fragment cuts a piece of HTML that is the story itself (an item of a feed,
// a wire service's body) into blocks, without looking for a story in it.
func Fragment(src string) (draft.Draft, error) {
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		return plain(tokenBlocks(src, MaxBlocks))
	}
	return plain(cut(doc, MaxBlocks))
}

func plain(blocks []block) (draft.Draft, error) {
	if len(blocks) == 0 {
		return draft.Draft{}, ErrNoText
	}
	var d draft.Draft
	for _, b := range blocks {
		switch {
		case b.level > 0:
			d.Add(text.RoleHeading, b.text)
		case b.marks&inFigcaption != 0:
			d.Add(text.RoleCaption, b.text)
		default:
			d.Add(text.RoleAuto, b.text)
		}
	}
	d.Format = "HTML"
	return d, nil
}

// agreeShare is the share of go-trafilatura's words that both must choose. On
// pages where they agree on less, one of them took something else for the
// story, and go-trafilatura is right more often.
const agreeShare = 0.5

// choose takes the blocks that every extractor voted for that gave an answer.
func choose(blocks []block, v []vote, asked vote, lang string) []bool {
	agreed, alone := 0, 0
	for i, b := range blocks {
		if v[i] == both {
			agreed += len(b.text)
		}
		if v[i]&byTrafilatura != 0 {
			alone += len(b.text)
		}
	}
	if asked == both && float64(agreed) < agreeShare*float64(alone) {
		asked = byTrafilatura
	}
	chosen := make([]bool, len(blocks))
	for i, b := range blocks {
		chosen[i] = asked != 0 && v[i]&asked == asked || asked == 0 && !b.furniture(lang)
	}
	return chosen
}

// judge gives every block its role.
func judge(blocks []block, v []vote, asked vote, lang string) []text.Role {
	chosen := choose(blocks, v, asked, lang)
	settle(blocks, v, chosen, lang)
	pulled := pullQuotes(blocks, chosen)
	evidence := guarded(blocks, chosen)
	roles := make([]text.Role, len(blocks))
	under := false // in a list under a line such as "More from our pages"
	for i, b := range blocks {
		under = under && b.tag == atom.Li
		switch {
		case b.marks&inFigcaption != 0:
			roles[i] = text.RoleCaption
		case pulled[i]:
			roles[i] = text.RoleFurniture
		case b.class&evidence != 0 && !b.furniture(lang):
			roles[i] = aside(b, lang)
		case b.furniture(lang):
			roles[i] = text.RoleFurniture
			under = under || b.tag != atom.Li && len(b.text) <= lineMax && text.RoleOf(b.text, lang) == text.RoleFurniture
		case under:
			roles[i] = text.RoleFurniture
		case chosen[i] && b.level > 0:
			roles[i] = text.RoleHeading
		case chosen[i]:
			roles[i] = text.RoleAuto
		case v[i] != 0:
			roles[i] = text.RoleDoubtful
		default:
			roles[i] = aside(b, lang)
		}
	}
	return roles
}

// aside is the role of a block that no extractor wants: pages print bylines,
// dates and credits outside of what they mark as the story.
func aside(b block, lang string) text.Role {
	if len(b.text) <= lineMax {
		switch r := text.RoleOf(b.text, lang); r {
		case text.RoleByline, text.RoleCredit, text.RoleDateline, text.RoleCaption:
			return r
		}
	}
	return text.RoleFurniture
}

// settle chooses doubtful blocks that stand in the running text: on the same
// shelf as chosen blocks, and between two of them. Extractors drop short
// paragraphs and items of lists there for their look alone.
func settle(blocks []block, v []vote, chosen []bool, lang string) {
	last := map[*html.Node]int{} // the last chosen block of a shelf
	for i, b := range blocks {
		if chosen[i] {
			last[b.shelf] = i
		}
	}
	seen := map[*html.Node]bool{}
	for i, b := range blocks {
		switch {
		case chosen[i]:
			seen[b.shelf] = true
		case v[i] == 0 || b.furniture(lang):
		case seen[b.shelf] && last[b.shelf] > i, leads(blocks, chosen, i):
			chosen[i] = true
		}
	}
}

// Bounds of a pull quote, in words: shorter repetitions are chance, longer
// ones are quotations that the story discusses.
const (
	minPulled = 5
	maxPulled = 40
	maxQuotes = 50 // on a page: one with more is a list of quotations
)

// pullQuotes marks the chosen quotations that only repeat words of a longer
// chosen block, set large between the paragraphs.
func pullQuotes(blocks []block, chosen []bool) []bool {
	pulled := make([]bool, len(blocks))
	var quotes []int
	for i, b := range blocks {
		if chosen[i] && b.marks&inQuote != 0 {
			quotes = append(quotes, i)
		}
	}
	if len(quotes) == 0 || len(quotes) > maxQuotes {
		return pulled
	}
	lex := lexicon{}
	words := make([][]word, len(blocks))
	for i, b := range blocks {
		if chosen[i] {
			words[i] = lex.words(nil, b.text)
		}
	}
	for _, i := range quotes {
		if quote := words[i]; len(quote) >= minPulled && len(quote) <= maxPulled {
			pulled[i] = slices.ContainsFunc(words, func(other []word) bool { return len(other) > len(quote) && contains(other, quote) })
		}
	}
	return pulled
}

// contains reports whether part stands in one piece in all.
func contains(all, part []word) bool {
	for i := 0; i+len(part) <= len(all); i++ {
		if slices.Equal(all[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// leads reports whether block i is a whole sentence straight above a chosen
// block on its shelf: a first paragraph without a tag of its own.
func leads(blocks []block, chosen []bool, i int) bool {
	const sentence = 60 // bytes
	b := blocks[i]
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(b.text, "\"'”’»)"))
	return b.level == 0 && len(b.text) >= sentence && i+1 < len(blocks) && chosen[i+1] && blocks[i+1].shelf == b.shelf &&
		strings.ContainsRune(".!?…。！？", end)
}

// language returns the language of a BCP 47 tag: "en" of "en-GB".
func language(tag string) string {
	lang, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if lang == "" {
		return "en" // most pages that do not say are
	}
	return lang
}
