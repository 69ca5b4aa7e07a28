package text

// Span is a half-open range of bytes of a Source's Body.
// Bodies are capped by the loader far below 2 GiB, so 32 bits are enough;
// they halve the size of a token.
type Span struct{ Start, End int32 }

// Len returns the number of bytes.
func (s Span) Len() int { return int(s.End - s.Start) }

// Of returns the bytes of body that s covers, without a copy.
func (s Span) Of(body string) string { return body[s.Start:s.End] }

// Range is a half-open range of indices into Story.Sentences, Story.Tokens
// or Story.Paragraphs; never of bytes.
type Range struct{ From, To int32 }

// Len returns the number of indices.
func (r Range) Len() int { return int(r.To - r.From) }

// Role says what a block or a sentence is to the story.
type Role uint8

const (
	RoleAuto      Role = iota // the source does not say; Segment decides
	RoleBody                  // text of the story
	RoleHeading               // a heading between paragraphs, with or without marks
	RoleByline                // "By Ada Onslow in Averley"
	RoleDateline              // a line that holds nothing but place, date, agency or time stamp
	RoleCredit                // "- AFP", "Newsmax contributed to this report"
	RoleCaption               // caption or photo credit
	RoleFurniture             // "Share this", newsletter boxes, "Read more"
	RoleDoubtful              // the extractors disagree; shown apart, not compared until switched on
)

// Counted reports whether text of this role takes part in the comparison's
// figures: body and headings do, all else is furniture in the wider sense.
func (r Role) Counted() bool { return r == RoleBody || r == RoleHeading }

// String returns the word used in JSON and in the window.
func (r Role) String() string {
	return [...]string{"auto", "body", "heading", "byline", "dateline", "credit", "caption", "furniture", "doubtful"}[r]
}

// Field is a piece of metadata and where it was found:
// "JSON-LD", "meta tag", "guessed from the file name", "typed".
type Field struct{ Value, From string }

// Block is a stretch of the body that the source sets apart (a paragraph, a
// heading, a caption). Blocks are in order and do not overlap.
type Block struct {
	Span
	Role Role
}

// Source is one version as loaded: the body as the reader sees it, and what
// the file says about it. It is never modified; a corrected Source is a new value.
type Source struct {
	Name string // label shown: the outlet where known, else from the file name
	File string // path or address as given; "-" for standard input, "" for a paste

	Title, Standfirst, Byline, Outlet Field
	Date                              Field // RFC 3339 date or date-time, with zone where known
	Dateline, Credit                  Field
	Language                          Field  // BCP 47, "" if unknown
	Address                           Field  // URL of the page
	Embargo                           Field  // RFC 3339, "" if none
	Slug, Revision                    Field  // an agency's short name of the story, and which revision of it this is
	Note                              Field  // an agency's note to editors
	Tag                               string // what a person says the version is: "wire 1", "wire 2", "outlet"; "" if not said
	Format, Encoding                  string

	Body   string
	Blocks []Block // nil: Segment finds paragraphs by blank lines and line lengths

	// Confidence is how sure it is, in hundredths, that each of Blocks is text
	// of the story; nil where the file itself says what is.
	Confidence []uint8
}

// TokenKind tells words from marks.
type TokenKind uint8

const (
	Word   TokenKind = iota // letters, with inner apostrophes, hyphens apart: "U.S.", "don’t", "6pm"
	Number                  // digits with inner separators: "1,500", "11.5", "2025"
	Symbol                  // "%", "$", "€", "?", "!": carries meaning, compared
	Punct                   // quote marks, dashes, commas, stops: typography, never compared
)

// Token is a word, number, symbol or punctuation mark.
//
// Key is what tokens are compared by: equal keys mean "the same but for
// typography and house style". Segment sets it to a fixed 64-bit hash of the
// folded word (NFKC, lower case, one kind of apostrophe); package style
// replaces it by the hash of the canonical form ("percent" for "per cent").
// Key 0 is silent: punctuation, datelines, and the later words of a phrase
// that is compared as one.
type Token struct {
	Span
	Kind TokenKind
	Key  uint64
}

// Sentence is a unit of comparison: a sentence, or a line that stands alone.
// Between sentences there is only white space.
type Sentence struct {
	Span
	Tokens Range // into Story.Tokens
	Par    int32 // index into Story.Paragraphs
	Role   Role  // never RoleAuto
	Lead   Span  // dateline printed before the text, "KYIV (AFP) - "; empty if none
}

// Paragraph is a run of sentences the outlet set as one block.
type Paragraph struct {
	Span
	Sentences Range // into Story.Sentences
	Role      Role
}

// Story is a segmented Source. It is never modified after Segment returned it.
type Story struct {
	Source
	Lang       string // language the rules of which were used: "en", "de", ...; "und" if unknown
	Paragraphs []Paragraph
	Sentences  []Sentence
	Tokens     []Token
}

// Text returns sentence i as printed, dateline included.
func (st *Story) Text(i int) string { return st.Sentences[i].Of(st.Body) }

// Words counts the words and numbers of counted sentences.
func (st *Story) Words() int {
	n := 0
	for _, x := range st.Sentences {
		if !x.Role.Counted() {
			continue
		}
		for _, t := range st.Tokens[x.Tokens.From:x.Tokens.To] {
			if t.Kind <= Number {
				n++
			}
		}
	}
	return n
}
