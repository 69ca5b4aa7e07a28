package text

import "slices"

// Segment cuts src into paragraphs, sentences and tokens.
// It accepts any bytes and loses none: sentences and the white space between
// them rebuild the body, tokens and the gaps between them rebuild a sentence.
// Time and memory are linear in the body.
func Segment(src Source) *Story {
	g := newSegmenter(src)
	g.story.Tokens = make([]Token, 0, tokensIn(src.Body))
	g.tokens = true
	return g.segment()
}

// Outline is Segment without the tokens: paragraphs, sentences and roles, for
// half the time.
func Outline(src Source) *Story { return newSegmenter(src).segment() }

// Averages of English news, for the first size of the slices; too small a
// guess costs a copy, too large a one memory.
const (
	bytesPerSentence = 120
	bytesPerToken    = 5
)

// tokensIn guesses how many tokens body holds: by the average, or for a long
// text, where a copy would be dear, by its beginning and a twentieth more.
func tokensIn(body string) int {
	if len(body) < longBody {
		return len(body)/bytesPerToken + 8
	}
	n := len(tokenize(nil, body, Span{End: sampleBytes}))
	return n * len(body) / sampleBytes * 21 / 20
}

// longBody is the bytes from which a text is no news story any more.
const longBody = 16 * sampleBytes

// segmenter fills a story; the buffers are used again for each paragraph.
type segmenter struct {
	story  *Story
	rules  *rules
	tokens bool // are they wanted?
	stops  []stop
	breaks []int
	items  []int
}

func newSegmenter(src Source) *segmenter {
	st := &Story{Source: src, Lang: languageOf(src)}
	return &segmenter{story: st, rules: rulesFor(st.Lang)}
}

// segment fills the story.
func (g *segmenter) segment() *Story {
	st := g.story
	blocks := units(st.Source)
	st.Paragraphs = make([]Paragraph, 0, len(blocks))
	st.Sentences = make([]Sentence, 0, len(st.Body)/bytesPerSentence+len(blocks))
	for _, b := range blocks {
		g.paragraph(b)
	}
	return st
}

// paragraph appends one paragraph with its sentences and tokens.
func (g *segmenter) paragraph(b Block) {
	st := g.story
	p := b.Of(st.Body)
	lead := 0
	if b.Role <= RoleBody {
		lead = g.rules.lead(p)
	}
	g.cut(p, lead)
	from := int32(len(st.Sentences))
	role := b.Role
	if role == RoleAuto {
		role = g.role(p)
	}
	start := 0
	for _, end := range append(g.breaks, len(p)) {
		s, e := trimSpan(p, start, end)
		if s < e {
			g.sentence(Span{b.Start + int32(s), b.Start + int32(e)}, role)
		}
		start = end
	}
	if b.Role == RoleAuto && role == RoleBody && len(st.Sentences) > int(from)+1 {
		g.tailCredit()
	}
	if role == RoleBody {
		st.setLead(&st.Sentences[from], lead)
	}
	st.Paragraphs = append(st.Paragraphs, Paragraph{b.Span, Range{from, int32(len(st.Sentences))}, role})
}

// role classifies a paragraph after it was cut: several sentences are no heading.
func (g *segmenter) role(p string) Role {
	role := g.rules.roleOf(p)
	if role == RoleHeading && len(g.breaks) > 0 {
		return RoleBody
	}
	return role
}

// cut runs the two passes over a paragraph and leaves in g.breaks where
// sentences end, the last one left out. Nothing ends inside the dateline.
func (g *segmenter) cut(p string, lead int) {
	g.stops = candidates(p, g.stops[:0])
	g.items = listBreaks(p, g.items[:0])
	if len(g.rules.split) > 0 {
		g.items = splitBreaks(p, g.rules.split, g.items)
		slices.Sort(g.items)
	}
	g.breaks = g.breaks[:0]
	j := joiner{p: p, rules: g.rules}
	items := g.items
	for _, s := range g.stops {
		for len(items) > 0 && items[0] <= s.mark {
			g.breaks = append(g.breaks, items[0])
			j.start = items[0]
			items = items[1:]
		}
		if s.mark >= lead && j.ends(s) {
			g.breaks = append(g.breaks, s.end)
			j.start = s.next
		}
	}
	g.breaks = append(g.breaks, items...)
}

// sentence appends a sentence and its tokens.
func (g *segmenter) sentence(sp Span, role Role) {
	st := g.story
	from := int32(len(st.Tokens))
	if g.tokens {
		st.Tokens = tokenize(st.Tokens, st.Body, sp)
	}
	st.Sentences = append(st.Sentences, Sentence{Span: sp, Tokens: Range{from, int32(len(st.Tokens))},
		Par: int32(len(st.Paragraphs)), Role: role})
}

// tailCredit marks the sentence appended last if it is a credit: a paragraph
// may end in "- AFP" though the rest is body.
func (g *segmenter) tailCredit() {
	x := &g.story.Sentences[len(g.story.Sentences)-1]
	if g.rules.isTailCredit(x.Of(g.story.Body)) {
		x.Role = RoleCredit
	}
}

// setLead marks the first n bytes of a sentence as its dateline and takes
// their tokens out of the comparison.
func (st *Story) setLead(x *Sentence, n int) {
	if n == 0 || n >= x.Len() {
		return
	}
	x.Lead = Span{x.Start, x.Start + int32(n)}
	for i := x.Tokens.From; i < x.Tokens.To && st.Tokens[i].Start < x.Lead.End; i++ {
		st.Tokens[i].Key = 0
	}
}
