// Package text holds the model of a story (Source, Story, Paragraph, Sentence,
// Token as byte spans into one body) and cuts a body into them.
//
//	body       KYIV (AFP) - Gen. Roe left. “Is it over?” she asked.⏎- AFP
//	paragraph  |--------------------------------------------------| |---|
//	sentence   |-------------------------| |----------------------| |---|
//	lead       |-----------|
//	tokens                  Gen|.|Roe|left|.
//	role                body                        body           credit
//
// Nothing is copied: a Span is two byte offsets into Source.Body, and any
// bytes, invalid UTF-8 included, come back whole: between paragraphs,
// sentences and tokens there is only white space.
//
// # Paragraphs
//
// Blank lines and the Blocks of the source separate paragraphs. Inside, a
// single line break separates them, too, unless the text is hard-wrapped. A
// program that wraps at width w breaks a line only where the next word would
// not have fitted, so the test of a line break is
//
//	width(line) + 1 + width(first word of the next line) > w
//
// and a text is hard-wrapped if most of its breaks pass (lines.go).
//
// # Sentences, in two passes
//
// The first pass, candidates, knows marks only: every ".", "?", "!", "…" or
// "。" with the closing quotation marks behind it and white space after it. What
// opens and what closes is told by the neighbours of a mark, for “ opens in
// English and closes in German.
//
//	… said Gen. Roe. “The U.S. Army left.” He …
//	          ^    ^         ^          ^^        candidates
//	               ^                    ^^        what the joiner leaves
//
// The second pass, the joiner, goes through them in order and joins what does
// not end a sentence: a small letter follows (also after ?” and !”: that is an
// attribution); the word before is in the table of the language, in one of
// these classes: title (Gen.), numbered (No. 10), month (Oct. 14, 3 Oct.), either
// (U.S., Inc.: ends only before a word that often opens a sentence), clock
// (p.m.: ends unless the time goes on), unit (12 km.: only behind a number),
// closing (etc.: ends before any capital), never (e.g.); a single
// letter is an initial, but behind a number (-3.5 C.); an ordinal follows ("12. Juni"); a bracket is open; a
// name has a mark of its own (Yahoo!); the words after a closed quotation are
// nothing but its attribution. Sentences inside a quotation are units of their
// own, for a comparison wants them fine: here the Golden Rules of Pragmatic
// Segmenter, which never split a quotation, are not followed.
//
// The classes of abbreviations go back to Grefenstette & Tapanainen, What is a
// word, what is a sentence?, 1994, and Kiss & Strunk, Unsupervised Multilingual
// Sentence Boundary Detection, Computational Linguistics 32(4), 2006,
// doi:10.1162/coli.2006.32.4.485; candidates and closers to UAX #29, section 5,
// https://unicode.org/reports/tr29/. Tables are in lang/, one readable file
// per language; lang/all.txt holds what all share.
//
// # Tokens and keys
//
// A token is compared by its key, a fixed hash of the word folded by NFKC, lower
// case and one kind of apostrophe. Punctuation has the key 0: it is typography.
// "?", "!", "%", currency and emoji carry meaning and are compared. Compounds
// fall apart at hyphens. Scripts without blanks are cut into single characters
// with their marks, Katakana into runs.
//
// # Roles
//
// Lines that stand alone are told by the patterns of the table (credits,
// furniture, captions), by a byline's opening and names, by a stamp's numbers
// and words of time, and as headings by their length and missing full stop.
// When in doubt a line is body: a body sentence hidden is worse than furniture
// shown. Datelines before a text are marked as the sentence's Lead.
//
// All is linear in the body; the slices of a Story are its only lasting memory.
package text
