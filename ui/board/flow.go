package board

// flow is a cell's text before it has a width.
type flow struct {
	words  []word
	space  int  // width of a space
	indent int  // of the first line
	right  bool // set from right to left
}

// line is a range of words and how wide they are together.
type line struct{ from, to, width int }

// newFlow measures nothing; the direction of the text is that of the first word that has one.
func newFlow(words []word, space, indent int) flow {
	f := flow{words: words, space: space, indent: indent}
	for _, w := range words {
		if !w.flags.has(neutral) && w.at >= 0 {
			f.right = w.flags.has(rightTo)
			break
		}
	}
	return f
}

// wrap appends the lines of f in a measure of width pixels to dst. Greedy,
// linear in the words.
func (f flow) wrap(dst []line, width int) []line {
	if len(f.words) == 0 {
		return dst
	}
	cur := line{}
	room := width - f.indent
	for i := 0; i < len(f.words); {
		end, w := f.unit(i)
		lead := 0
		if i > cur.from && f.words[i].flags.has(spaced) {
			lead = f.space
		}
		switch {
		case cur.width+lead+w <= room || i == cur.from && end == i+1:
			cur.width += lead + w
			i = end
		case w > width || i == cur.from: // longer than a line: its first parts fill this one
			fit := f.fit(i, end, room-cur.width-lead)
			if fit == i && i == cur.from {
				fit = i + 1
			}
			if fit > i {
				cur.width += lead + f.sum(i, fit)
				i = fit
			}
			cur.to = i
			dst = append(dst, cur)
			cur, room = line{from: i}, width
			continue
		default:
			cur.to = i
			dst = append(dst, cur)
			cur, room = line{from: i}, width
			continue
		}
	}
	cur.to = len(f.words)
	if cur.to > cur.from {
		dst = append(dst, cur)
	}
	return dst
}

// unit returns the end and the width of the words from i on that a line
// break does not part.
func (f flow) unit(i int) (end, width int) {
	width = int(f.words[i].w)
	for end = i + 1; end < len(f.words); end++ {
		w := &f.words[end]
		if w.flags.has(brk) {
			break
		}
		if w.flags.has(spaced) {
			width += f.space
		}
		width += int(w.w)
	}
	return end, width
}

// fit returns how far the words i..end go into room pixels.
func (f flow) fit(i, end, room int) int {
	for ; i < end && int(f.words[i].w) <= room; i++ {
		room -= int(f.words[i].w)
		if i+1 < end && f.words[i+1].flags.has(spaced) {
			room -= f.space
		}
	}
	return i
}

func (f flow) sum(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if i > from && f.words[i].flags.has(spaced) {
			n += f.space
		}
		n += int(f.words[i].w)
	}
	return n
}

// placed is a word's left edge within its measure.
type placed struct{ word, x int }

// place appends where the words of a line stand in a measure of width
// pixels, left to right as seen.
func (f flow) place(dst []placed, l line, width int, first bool) []placed {
	x := 0
	if first {
		x = f.indent
	}
	start := len(dst)
	for i := l.from; i < l.to; i++ {
		dst = append(dst, placed{word: i})
	}
	f.reorder(dst[start:])
	if f.right {
		x = width - x - l.width
	}
	for k := start; k < len(dst); k++ {
		if k > start && f.gapBetween(dst[k-1].word, dst[k].word) {
			x += f.space
		}
		dst[k].x = x
		x += int(f.words[dst[k].word].w)
	}
	return dst
}

// gapBetween reports whether a space stands between neighbours as seen.
func (f flow) gapBetween(a, b int) bool {
	return f.words[max(a, b)].flags.has(spaced)
}

// reorder puts the words of a line into the order in which they are seen:
// the rules N1 and L2 of the Unicode bidirectional algorithm (UAX 9) with
// words for characters, which the toolkit's left-to-right lines lack.
func (f flow) reorder(p []placed) {
	if f.right {
		reverse(p)
	}
	against := func(w *word) bool { return w.flags.has(rightTo) != f.right && !w.flags.has(neutral) }
	for i := 0; i < len(p); i++ {
		if !against(&f.words[p[i].word]) {
			continue
		}
		last := i
		for j := i + 1; j < len(p); j++ {
			w := &f.words[p[j].word]
			if against(w) {
				last = j
			} else if !w.flags.has(neutral) {
				break
			}
		}
		reverse(p[i : last+1])
		i = last
	}
}

func reverse(p []placed) {
	for i, j := 0, len(p)-1; i < j; i, j = i+1, j-1 {
		p[i], p[j] = p[j], p[i]
	}
}
