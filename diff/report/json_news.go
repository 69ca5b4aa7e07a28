package report

import (
	"strconv"

	"wirediff/diff"
	"wirediff/diff/news"
	"wirediff/diff/text"
)

// lookAhead starts what the news layer finds in the pairs and returns what
// waits for it.
func lookAhead(r *diff.Reading, pairs []*diff.Pair) func() *news.Findings {
	base := r.Base
	if len(pairs) == len(r.Pairs) {
		base = -1
	}
	found := make(chan *news.Findings, 1)
	go func() { found <- news.Find(r.Collation, news.Options{Base: base}) }()
	return func() *news.Findings { return <-found }
}

// findings writes the sections of the news layer: quotes, flags, credits.
// Spans are bytes of the version's text; a flag's empty side is null.
func (e *encoder) findings(r *diff.Reading, f *news.Findings) {
	e.raw("],\n\"quotes\":[")
	for i := range f.Quotes {
		e.comma(i)
		e.quote(r, i, &f.Quotes[i])
	}
	e.raw("],\n\"flags\":[")
	for i := range f.Flags {
		e.comma(i)
		e.flag(r, &f.Flags[i])
	}
	e.raw("],\n\"credits\":[")
	for i, c := range f.Credits {
		e.comma(i)
		e.raw(`{"version":`)
		e.int(c.Version)
		e.field("agency", c.Agency)
		e.field("where", string(c.Where))
		e.field("words", c.Words.Of(r.Versions[c.Version].Body))
		e.raw("}")
	}
}

// revision writes what a person tagged the version as, and the mark that a
// wire puts on a later version of its story, where there are any.
func (e *encoder) revision(s *text.Story) {
	if s.Tag != "" {
		e.field("tag", s.Tag)
	}
	if r, ok := news.RevisionOf(s); ok {
		e.raw(`,"revision":{"kind":"` + r.Kind + `","step":`)
		e.int(r.Step)
		e.field("words", r.Words)
		e.raw("}")
	}
}

// bytes writes a span as span does, null if it is empty.
func (e *encoder) bytes(name string, s text.Span) {
	if s.Len() == 0 {
		e.key(name)
		e.raw("null")
		return
	}
	e.span(name, s)
}

// quote writes one row of the ledger.
func (e *encoder) quote(r *diff.Reading, i int, q *news.Quote) {
	e.raw(`{"id":"q` + strconv.Itoa(i+1) + `"`)
	e.field("speaker", q.Speaker)
	kind := "label"
	if q.Speech {
		kind = "speech"
	}
	e.field("kind", kind)
	e.bool("sure", q.Sure)
	e.field("text", q.Marks.Of(r.Versions[q.Best].Body))
	e.raw(`,"versions":[`)
	for v, in := range q.Versions {
		if v > 0 {
			e.raw(",")
		}
		e.raw(`{"version":`)
		e.int(v)
		e.field("state", string(in.State))
		if in.State != news.Gone {
			e.raw(`,"sentence":`)
			e.int(int(in.Sentence))
			e.raw(`,"start":`)
			e.int(int(in.Span.Start))
			e.raw(`,"end":`)
			e.int(int(in.Span.End))
			e.bytes("attribution", in.Attribution)
			e.field("verb", in.Verb)
		}
		e.raw("}")
	}
	e.raw("]}")
}

// flag writes one finding.
func (e *encoder) flag(r *diff.Reading, f *news.GroupFlag) {
	p := &r.Pairs[f.Pair]
	e.raw(`{"pair":[`)
	e.int(p.A)
	e.raw(",")
	e.int(p.B)
	e.raw(`],"group":`)
	e.int(f.Group)
	if f.Related {
		e.bool("related", true)
	}
	e.field("type", string(f.Type))
	e.bytes("a", f.A)
	e.bytes("b", f.B)
	e.field("a_text", f.A.Of(r.Versions[p.A].Body))
	e.field("b_text", f.B.Of(r.Versions[p.B].Body))
	e.field("why", f.Why)
	e.raw("}")
}
