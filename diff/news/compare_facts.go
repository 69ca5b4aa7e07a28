package news

import (
	"math"
	"slices"
	"strings"

	"wirediff/diff/text"
)

// facts compares numbers, sums, dates and measures.
func (p *pairing) facts() {
	fa, fb := p.factsA, p.factsB
	weighPounds(fa, fb)
	weighPounds(fb, fa)
	usedA, usedB := make([]bool, len(fa)), make([]bool, len(fb))
	match := func(same func(x, y fact) bool) {
		for i := range fa {
			for j := range fb {
				if !usedA[i] && !usedB[j] && same(fa[i], fb[j]) {
					usedA[i], usedB[j] = true, true
				}
			}
		}
	}
	match(func(x, y fact) bool { return x.key == y.key && !p.stale(x, y) })
	match(func(x, y fact) bool { return x.kind == y.kind && p.equivalent(x, y) })
	for _, near := range []bool{true, false} { // those in the same place first
		for i, x := range fa {
			for j, y := range fb {
				if usedA[i] || usedB[j] || !p.comparable(x, y) || near && !p.samePlace(x, y) {
					continue
				}
				usedA[i], usedB[j] = true, true
				p.changedFact(x, y)
			}
		}
	}
	for i, x := range fa {
		if !usedA[i] && !converts(x, fa) {
			p.loneFact(x, true)
		}
	}
	for j, y := range fb {
		if !usedB[j] && !converts(y, fb) {
			p.loneFact(y, false)
		}
	}
}

// converts reports whether a measure only gives another one of its own side
// in another unit: "60 metres (197 feet)".
func converts(f fact, own []fact) bool {
	for _, o := range own {
		if isMeasure(f) && o.family == f.family && o.unit != f.unit && sameMeasure(o, f) {
			return true
		}
	}
	return false
}

// samePlace reports whether two facts stand behind, or before, the same word.
func (p *pairing) samePlace(x, y fact) bool {
	before := x.from > 0 && y.from > 0 && p.a[x.from-1].low == p.b[y.from-1].low && p.a[x.from-1].content()
	behind := x.to < len(p.a) && y.to < len(p.b) && stem(p.a[x.to].low) == stem(p.b[y.to].low) && !p.a[x.to].punct
	return before || behind
}

// equivalent accepts right conversions, one day of the calendar in two forms,
// a day with and without its year, and a share told as a fraction.
func (p *pairing) equivalent(x, y fact) bool {
	if same, known := p.dated(x, y); known && same || p.unknowable(x, y) {
		return true
	}
	switch {
	case x.family == "mass" && x.stated == y.stated && x.unit != y.unit && tons(x) && tons(y):
		return true // an ocean apart
	case x.family == y.family && isMeasure(x) && x.unit != y.unit:
		return sameMeasure(x, y)
	case x.family == "day" && y.family == "day":
		return prefixOf(x.key, y.key) || prefixOf(y.key, x.key)
	case x.family == "clock" && y.family == "clock":
		return sameClock(x, y)
	case x.family == "percent" && y.family == "percent" && x.unit == y.unit:
		slack := 0.05
		if x.rough || y.rough {
			slack = 0.5
		}
		return math.Abs(x.value-y.value) < slack
	}
	return false
}

// weighPounds reads pounds as a mass where the other side has a mass and no
// sum of money: "110 pounds" against "50 kilograms".
func weighPounds(fs, others []fact) {
	mass := false
	for _, o := range others {
		if o.kind == Money {
			return
		}
		mass = mass || o.family == "mass"
	}
	for i, f := range fs {
		if mass && f.kind == Money && f.unit == "GBP" && !strings.Contains(f.raw, "£") {
			m := measure("mass 0.45359237", f.stated)
			m.Span, m.raw, m.quoted, m.from, m.to = f.Span, f.raw, f.quoted, f.from, f.to
			fs[i] = m
		}
	}
}

// tons reports whether a mass is given in tons or tonnes, words that desks do
// not keep apart.
func tons(f fact) bool { return strings.Contains(strings.ToLower(f.raw), "ton") }

func prefixOf(a, b string) bool { return len(a) < len(b) && b[:len(a)] == a }

// covers reports whether words from..to are part of a fact.
func covers(fs []fact, from, to int) bool {
	return slices.ContainsFunc(fs, func(f fact) bool { return from >= f.from && to <= f.to })
}

func isMeasure(f fact) bool {
	switch f.family {
	case "length", "area", "mass", "volume", "temperature", "speed":
		return true
	}
	return false
}

// comparable says which facts may stand for each other: a weekday for a
// weekday, a sum for a sum, a plain number for a plain number.
func (p *pairing) comparable(x, y fact) bool {
	if x.quoted != y.quoted {
		return false
	}
	_, known := p.dated(x, y)
	return x.family == y.family || known
}

func (p *pairing) changedFact(x, y fact) {
	if x.quoted || x.weak && y.weak && x.family == "plain" && !p.samePlace(x, y) {
		return // the words of a quotation are compared as such
	}
	t := x.kind
	if isMeasure(x) && x.unit != y.unit {
		t = UnitConversion
		p.flag(t, x.Span, y.Span, "%s is not %s", x.raw, y.raw)
		return
	}
	if x.kind == Date {
		p.flag(t, x.Span, y.Span, "%s here, %s there", p.dateA.onDay(x), p.dateB.onDay(y))
		return
	}
	p.flag(t, x.Span, y.Span, "%s here, %s there", x.raw, y.raw)
}

// loneFact reports a fact that stands on one side only, unless it is weak, in
// a quotation, or the other side has its words.
func (p *pairing) loneFact(f fact, inA bool) {
	if f.weak || f.quoted {
		return
	}
	other := &p.bs
	if !inA {
		other = &p.as
	}
	if other.has(hash(stem(lowest(f.raw)))) {
		return
	}
	p.lone = append(p.lone, f.Span)
	if inA {
		p.flag(f.kind, f.Span, text.Span{}, "%s is in the first only", f.raw)
	} else {
		p.flag(f.kind, text.Span{}, f.Span, "%s is in the second only", f.raw)
	}
}
