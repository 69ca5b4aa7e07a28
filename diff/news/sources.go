package news

import (
	"strings"

	"wirediff/diff/text"
)

// source is an attribution: who says it, with which verb, to whom.
type source struct {
	text.Span
	verb     text.Span // the verb of saying, or "according to"
	class    string    // class of the verb
	head     string    // last word of the subject, lower case
	subject  []word
	receiver string // agency or medium told, in lower case; "" if none
	agency   string // its name if it is an agency
	recvSpan text.Span
	sentence int
	tail     bool // ends its sentence: covers all of it
	weak     bool // the verb has an object ("reported the fault"): may be no attribution
}

// sourceLists are the lists of which a text that names a source has a word.
var sourceLists = setOf(listAccording, listReportNouns, listSay, listThatVerbs, listCalling)

// sources lists the attributions of ws outside quotation marks, in order.
func (lx *Lexicon) sources(ws []word) []source { return lx.appendSources(nil, ws) }

// appendSources is sources into the memory of a list.
func (lx *Lexicon) appendSources(out []source, ws []word) []source {
	for i := range ws {
		w := &ws[i]
		if w.punct || w.quoted || !w.opens.meets(sourceLists) {
			continue
		}
		if _, n := lx.phrase(listAccording, ws, i); n > 0 {
			out = append(out, lx.accordingTo(ws, i, n))
			continue
		}
		if s, ok := lx.reportAt(ws, i); ok {
			out = append(out, s)
			continue
		}
		class, ok := lx.valueOf(listSay, *w)
		if !ok && i+1 < len(ws) && ws[i+1].low == "that" {
			class, ok = lx.valueOf(listThatVerbs, *w)
		}
		if !ok && w.is(listCalling) && quoteAhead(ws, i) {
			class, ok = "neutral", true
		}
		if !ok || w.hyphen || lx.nounNotVerb(ws, i) || lx.actOnly(ws, i) || w.is(listHedges) && !lx.speaks(ws, i) {
			continue
		}
		s, ok := lx.sayingAt(ws, i, class)
		if k := len(out) - 1; !ok && k >= 0 && out[k].sentence == s.sentence && joins(ws, i) {
			s.subject, s.head, ok = out[0].subject, out[0].head, true // "X insisted ..., and said"
			for _, o := range out {
				if o.sentence == s.sentence {
					s.subject, s.head = o.subject, o.head
					break
				}
			}
		}
		if ok {
			out = append(out, s)
		}
	}
	return out
}

// reportAt reads "a Gazette report that": a source without a verb.
func (lx *Lexicon) reportAt(ws []word, i int) (source, bool) {
	_, n := lx.phrase(listReportNouns, ws, i)
	if n == 0 {
		return source{}, false
	}
	from := i
	for from > 0 && !ws[from-1].punct && !ws[from-1].first && i-from < 4 && !ws[from-1].is(listPlaceWords) && !ws[from-1].is(listPhraseEnds) {
		from--
	}
	s := source{Span: spanOf(ws, from, i+n), verb: ws[i].Span, class: "neutral", subject: ws[from : i+1], sentence: ws[i].sentence}
	s.head = head(s.subject)
	return s, true
}

// actOnly reports whether the verb at i ends a clause that tells when or why
// something happened: "after the club complained."
func (lx *Lexicon) actOnly(ws []word, i int) bool {
	if i+1 < len(ws) && !ws[i+1].punct {
		return false
	}
	for j := i - 1; j >= 0 && i-j <= maxSubject && !ws[j].punct && ws[j].sentence == ws[i].sentence; j-- {
		if ws[j].is(listSubordinators) {
			return true
		}
	}
	return false
}

// nounNotVerb sorts out words that are verbs of saying only in some places:
// "the reports", "a forecast", "by the stated aim".
func (lx *Lexicon) nounNotVerb(ws []word, i int) bool {
	if i == 0 || ws[i-1].punct {
		return false
	}
	return ws[i-1].is(listBeforeNouns)
}

// speaks tells "neighbours alleged they had heard" from "an alleged
// arsonist": a verb has a clause, not a noun, behind it.
func (lx *Lexicon) speaks(ws []word, i int) bool {
	return i+1 == len(ws) || ws[i+1].punct || ws[i+1].is(listFunction) || ws[i+1].upper
}

// accordingTo reads "according to two people familiar with the matter".
func (lx *Lexicon) accordingTo(ws []word, i, n int) source {
	end := i + n
	for end < len(ws) && !ws[end].punct && ws[end].sentence == ws[i].sentence {
		end++
	}
	s := source{Span: spanOf(ws, i, end), verb: spanOf(ws, i, i+n), class: "neutral", sentence: ws[i].sentence}
	s.subject = ws[i+n : end]
	s.head = head(s.subject)
	s.tail = endsSentence(ws, end)
	return s
}

// sayingAt reads the subject before the verb at i, or behind it after a
// quotation ("said Dana Whitlock"), and the receiver.
func (lx *Lexicon) sayingAt(ws []word, i int, class string) (source, bool) {
	from, to := i, i+1
	for from > 0 && !ws[from-1].punct && ws[from-1].sentence == ws[i].sentence && i-from < maxSubject && !ws[from-1].quoted {
		from--
	}
	subject := ws[from:i]
	if inverted(ws, i) {
		for to < len(ws) && !ws[to].punct && ws[to].sentence == ws[i].sentence && to-i < maxSubject {
			to++
		}
		subject = ws[i+1 : to]
		if lx.nouns {
			subject = lx.untilArticle(subject) // "sagte Amend der Agentur"
		}
		from = i
	}
	if onlyAdverbs(ws[from:i]) && from > 1 && ws[from-1].raw == "," && !inverted(ws, i) {
		subject = beforeApposition(ws, from-1)
	}
	s := source{verb: ws[i].Span, class: class, subject: lx.trimSubject(subject), sentence: ws[i].sentence}
	s.head = head(s.subject)
	s.weak = ws[i].is(listPlainVerbs) && hasObject(ws, i, from == i)
	if len(s.subject) > 0 && from != i {
		from = indexOf(ws, s.subject[0])
	}
	to = max(to, lx.receive(&s, ws, i))
	s.Span = spanOf(ws, from, to)
	s.tail = endsSentence(ws, to)
	return s, len(s.subject) > 0
}

// untilArticle cuts what stands behind a name and an article: whom German
// speakers tell it.
func (lx *Lexicon) untilArticle(ws []word) []word {
	for i := 1; i < len(ws); i++ {
		if ws[i-1].upper && (ws[i].is(listFunction) || ws[i].is(listArticle)) {
			return ws[:i]
		}
	}
	return ws
}

// quoteAhead reports whether quoted words follow in the sentence.
func quoteAhead(ws []word, i int) bool {
	for j := i + 1; j < len(ws) && ws[j].sentence == ws[i].sentence; j++ {
		if ws[j].quoted {
			return true
		}
	}
	return false
}

// joins reports whether "and" or "but" stands right before the verb, which
// then shares the subject of the verb before.
func joins(ws []word, i int) bool {
	return i > 0 && (ws[i-1].low == "and" || ws[i-1].low == "but" || ws[i-1].low == "und" || ws[i-1].low == "et" || ws[i-1].low == "y")
}

// hasObject reports whether something other than a clause follows the verb.
func hasObject(ws []word, i int, inverted bool) bool {
	if inverted || i+1 >= len(ws) || ws[i+1].punct {
		return false
	}
	if ws[i].low == "told" || ws[i-1].raw == "," && i > 1 && !isQuoteMark(ws[i-2].raw) && apposed(ws, i-1) {
		return false
	}
	switch ws[i+1].low {
	case "that", "he", "she", "they", "it", "dass", "que":
		return false
	}
	return true
}

// maxSubject bounds the words of a subject: longer ones are clauses.
const maxSubject = 12

// inverted reports whether the verb stands right behind a mark, with its
// subject to come.
func inverted(ws []word, i int) bool {
	if i+1 >= len(ws) || ws[i+1].punct {
		return false
	}
	at := i // the verb with its auxiliary: "a dit le maire"
	for at > 0 && ws[at-1].is(listAuxiliaries) {
		at--
	}
	if at == 0 || !ws[at-1].punct || ws[at-1].sentence != ws[i].sentence {
		return false
	}
	if ws[i].low == "told" || ws[at-1].raw == "," && at > 1 && !isQuoteMark(ws[at-2].raw) && apposed(ws, at-1) {
		return false
	}
	return !ws[i+1].is(listClauseOpeners)
}

// apposed reports whether the comma at i closes an apposition behind a name:
// "Anna Kutz, a lawyer," has a comma with a capitalised word before it.
func apposed(ws []word, i int) bool {
	for j := i - 1; j > 0 && ws[j].sentence == ws[i].sentence; j-- {
		if ws[j].raw == "," {
			return ws[j-1].upper && !ws[j+1].upper
		}
	}
	return false
}

// trimSubject drops adverbs and auxiliaries at the end, and what stands
// before the last clause opener.
func (lx *Lexicon) trimSubject(ws []word) []word {
	for len(ws) > 0 && onlyAdverbs(ws[len(ws)-1:]) {
		ws = ws[:len(ws)-1]
	}
	for i := len(ws) - 1; i >= 0; i-- {
		switch ws[i].low {
		case "while", "but", "and", "as", "that", "when", "after", "before", "because", "however", "where":
			return ws[i+1:]
		}
	}
	return ws
}

// receive reads "AFP" after "told"; it returns the word behind the receiver.
func (lx *Lexicon) receive(s *source, ws []word, i int) int {
	j := i + 1
	for j < len(ws) && !ws[j].punct && j-i <= 4 {
		for _, l := range [...]list{listAgencies, listMedia} {
			if v, n := lx.phrase(l, ws, j); n > 0 && ws[j].upper {
				s.receiver, s.agency = strings.ToLower(v), v
				if l == listMedia {
					s.receiver = join(ws[j : j+n])
				}
				if j+n < len(ws) && ws[j+n].is(listOccasions) {
					n++ // "said in a Gazette interview"
				}
				s.recvSpan = spanOf(ws, i, j+n)
				return j + n
			}
		}
		if ws[j].low == "that" {
			return i + 1
		}
		j++
	}
	if ws[i].low == "told" && j < len(ws) && ws[j].punct {
		return j // "told state television."
	}
	return i + 1
}

func head(ws []word) string {
	for i := len(ws) - 1; i >= 0; i-- {
		if !ws[i].punct && len(ws[i].low) > 1 {
			return ws[i].low
		}
	}
	return ""
}

func indexOf(ws []word, w word) int {
	for i := range ws {
		if ws[i].Span == w.Span && ws[i].sentence == w.sentence {
			return i
		}
	}
	return 0
}

// endsSentence reports whether nothing but marks stands from word i to the
// end of its sentence.
func endsSentence(ws []word, i int) bool {
	for ; i < len(ws) && ws[i].punct; i++ {
	}
	return i == len(ws) || ws[i].first
}

// onlyAdverbs reports whether nothing that could speak stands in ws.
func onlyAdverbs(ws []word) bool {
	for _, w := range ws {
		switch w.low {
		case "earlier", "later", "also", "then", "previously", "nevertheless", "however", "again", "has", "had", "have", "repeatedly", "publicly", "recently":
		default:
			return false
		}
	}
	return true
}

// beforeApposition is the subject before ", a deputy representative,": the
// words from the clause's start to the comma before the one at i.
func beforeApposition(ws []word, i int) []word {
	open := i - 1
	for open >= 0 && ws[open].raw != "," && ws[open].sentence == ws[i].sentence {
		open--
	}
	if open <= 0 || ws[open].sentence != ws[i].sentence {
		return nil
	}
	from := open
	for from > 0 && !ws[from-1].punct && ws[from-1].sentence == ws[i].sentence && open-from < maxSubject {
		from--
	}
	return ws[from:open]
}
