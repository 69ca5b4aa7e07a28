package board

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"

	"wirediff/diff/report"
)

// word is what is drawn in one piece: a stretch of text without white space
// and with one meaning, or a drawn mark between words.
type word struct {
	text  string
	at    int32 // byte offset of text in the version's body; -1: not the outlet's words
	run   int32 // index of its run: words of one run share a box
	w     int16 // width in pixels
	font  font
	mark  report.Mark
	flags wordFlags
}

type wordFlags uint8

const (
	spaced  wordFlags = 1 << iota // a space stands before it
	brk                           // a line may begin here
	soft                          // a line may begin here only if the whole word does not fit on one
	rightTo                       // written from right to left
	neutral                       // has no direction of its own
	ofBase                        // at counts in the base's body, not in that of the column's version
)

func (f wordFlags) has(x wordFlags) bool { return f&x != 0 }

// setter cuts runs into words.
type setter struct {
	measure measurer
	fonts   fonts
	m       measures
	longest int // words wider than this may be broken anywhere, in pixels
}

// newSetter returns a setter for a look. No line of a column is narrower
// than the narrowest column without its padding.
func newSetter(l Look, by measurer) setter {
	m := l.measures()
	return setter{measure: by, fonts: newFonts(l), m: m, longest: m.t(columnMin - padLeft - padRight - indentFirst)}
}

// words appends the words of runs to dst; text without a mark of its own is
// set in base.
func (s setter) words(dst []word, runs []report.Run, base font) []word {
	first := len(dst)
	gap := false // white space seen since the last word
	glue := true // no line may begin at the next word
	for i, r := range runs {
		switch r.Mark {
		case report.Left:
			dst = append(dst, s.sign(r, i, 0, gap, glue))
			gap, glue = false, true
		case report.SplitAt, report.MergeAt:
			dst = append(dst, s.sign(r, i, s.m.t(markSize)+s.m.t(markGap), gap, true))
			gap, glue = true, false
		case report.Number:
			n := s.word(r.Text, -1, i, r.Mark, s.fonts.raised)
			n.w += int16(s.m.t(0.15))
			n.flags |= before(gap, glue)
			dst = append(dst, n)
			gap, glue = false, true
		default:
			dst, gap, glue = s.text(dst, r, i, base, gap, glue)
		}
	}
	keepTogether(dst[first:])
	return dst
}

// text appends the words of a run of text.
func (s setter) text(dst []word, r report.Run, run int, base font, gap, glue bool) ([]word, bool, bool) {
	f := base
	if r.Mark == report.Lead {
		f = s.fonts.small
	}
	for at := 0; at < len(r.Text); {
		end := at + wordEnd(r.Text[at:])
		if end == at {
			_, n := utf8.DecodeRuneInString(r.Text[at:])
			at += n
			gap, glue = true, false
			continue
		}
		start := int32(-1)
		if r.Start >= 0 {
			start = r.Start + int32(at)
		}
		dst = s.pieces(dst, r.Text[at:end], start, run, r.Mark, f, before(gap, glue))
		at, gap, glue = end, false, true
	}
	return dst, gap, glue
}

// wordEnd returns the length of the word at the start of s, 0 if s starts
// with white space. A no-break space is part of a word.
func wordEnd(s string) int {
	for i, r := range s {
		if unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' {
			return i
		}
	}
	return len(s)
}

func before(gap, glue bool) wordFlags {
	var f wordFlags
	if gap {
		f |= spaced
	}
	if !glue {
		f |= brk
	}
	return f
}

// pieces appends a word, in parts where a line may begin inside it.
func (s setter) pieces(dst []word, text string, at int32, run int, mark report.Mark, f font, flags wordFlags) []word {
	whole := s.word(text, at, run, mark, f)
	cuts, kind := breaksIn(text), brk
	if turns := turnsIn(text); turns != nil {
		cuts, kind = turns, 0
	}
	if cuts == nil && int(whole.w) > s.longest {
		cuts, kind = everywhere(text), soft
	}
	if cuts == nil {
		whole.flags |= flags
		return append(dst, whole)
	}
	from := 0
	for _, to := range append(cuts, len(text)) {
		w := s.word(text[from:to], at, run, mark, f)
		if at >= 0 {
			w.at = at + int32(from)
		}
		w.flags |= flags
		dst = append(dst, w)
		from, flags = to, kind
	}
	return dst
}

func (s setter) word(text string, at int32, run int, mark report.Mark, f font) word {
	w, drawn := s.measure.measure(text, f)
	return word{text: text, at: at, run: int32(run), w: int16(min(w, 1<<15-1)), font: drawn, mark: mark, flags: direction(text)}
}

// sign returns a drawn mark that stands between words.
func (s setter) sign(r report.Run, run, width int, gap, glue bool) word {
	return word{at: -1, run: int32(run), w: int16(width), font: s.fonts.story, mark: r.Mark, flags: before(gap, glue) | neutral}
}

// breaksIn returns the places inside a word where a line may begin: after a
// long dash between letters, and between the characters of scripts that are
// written without spaces. Hyphens are none: "19-day" stays in one piece.
func breaksIn(s string) []int {
	plain := true
	for _, r := range s {
		if r == '—' || r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			plain = false
			break
		}
	}
	if plain {
		return nil
	}
	var seg segmenter.Segmenter
	seg.InitWithString(s)
	var cuts []int
	at := 0
	for it := seg.LineIterator(); it.Next(); {
		part := it.Line().Text
		for _, r := range part {
			at += utf8.RuneLen(r)
		}
		if last := part[len(part)-1]; at < len(s) && last != '-' && last != '–' && last != '/' {
			cuts = append(cuts, at)
		}
	}
	return cuts
}

// everywhere returns all places between the letters of s; combining marks
// stay with their letter.
func everywhere(s string) []int {
	var cuts []int
	for i, r := range s {
		if i > 0 && !unicode.Is(unicode.M, r) && r != '\u200d' {
			cuts = append(cuts, i)
		}
	}
	return cuts
}

// keepTogether takes away breaks inside "6 p.m.", "$310 million", "11.5
// percent", before a closing mark or a dash, and after an opening mark.
func keepTogether(words []word) {
	for i := 1; i < len(words); i++ {
		w := &words[i]
		if w.flags.has(brk) && w.flags.has(spaced) && together(words[i-1].text, w.text) {
			w.flags &^= brk
		}
	}
}

func together(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	if unicode.In(last, unicode.Pi, unicode.Ps) && utf8.RuneCountInString(a) == 1 {
		return true
	}
	if strings.Trim(b, "–—-»”’)]!?:;.,%…") == "" {
		return true
	}
	return unicode.IsDigit(last) && isUnit(strings.ToLower(strings.TrimRight(b, ",;:!?)”’\"'")))
}

// isUnit reports whether w belongs to the number before it.
func isUnit(w string) bool {
	switch strings.TrimRight(w, ".") {
	case "a.m", "p.m", "am", "pm", "percent", "per", "pc", "percentage", "million", "millions", "billion", "trillion", "thousand", "hundred", "mn", "bn", "m", "tn",
		"km", "kg", "kilometers", "kilometres", "miles", "meters", "metres", "tons", "tonnes", "euros", "dollars", "pounds", "prozent", "uhr", "millionen", "milliarden", "euro", "€", "$":
		return true
	}
	return false
}
