package news

import (
	"math"
	"strconv"
	"strings"

	"wirediff/diff/text"
)

// fact is a number, sum, date, measure or percentage as a text states it.
type fact struct {
	text.Span
	kind   Type   // Number, Money, Date, Quantity
	family string // facts of one family may stand for each other: "plain", "percent", "weekday", "length", ...
	unit   string // currency, unit, "points"
	value  float64
	stated float64 // the number as given, before its unit
	key    string  // equal keys: the same value
	raw    string
	from   int // words
	to     int
	quoted bool
	weak   bool // not worth a flag when it stands on one side only ("one")
	half   bool // a clock time without a.m. or p.m.
	rough  bool // a share in words: a third is no more exact than "33 percent"
}

// appendFacts lists what ws states, in order. Every word belongs to one fact at most.
func (lx *Lexicon) appendFacts(out []fact, ws []word, body string) []fact {
	for i := 0; i < len(ws); {
		if !lx.opensFact(ws, i) {
			i++
			continue
		}
		f, n := lx.factAt(ws, i)
		if n == 0 {
			i++
			continue
		}
		f.Span = spanOf(ws, i, i+n)
		f.raw, f.quoted, f.from, f.to = f.Span.Of(body), ws[i].quoted, i, i+n
		out = append(out, f)
		i += n
	}
	return out
}

// factAt reads the fact that starts at word i; n is its words, 0 for none.
func (lx *Lexicon) factAt(ws []word, i int) (f fact, n int) {
	if f, n = lx.moneyAt(ws, i); n > 0 {
		return f, n
	}
	if f, n = lx.dateAt(ws, i); n > 0 {
		return f, n
	}
	_, amount := lx.phrase(listAmounts, ws, i)
	if v, k := lx.phrase(listFractions, ws, i); k > 0 && amount == 0 {
		return lx.fraction(ws, i, v, k)
	}
	if f, n = lx.vagueAt(ws, i); n > 0 {
		return f, n
	}
	if x, k := lx.number(ws, i); k > 0 {
		return lx.counted(ws, i, x, k)
	}
	return f, 0
}

// fraction reads a share of a whole, "half of the boats" being 50 percent, or
// of a unit: "half a metre", "a quarter of a percentage point".
func (lx *Lexicon) fraction(ws []word, i int, percent string, k int) (fact, int) {
	x, _ := strconv.ParseFloat(percent, 64)
	next := i + k
	for next < len(ws) && next < i+k+2 && ws[next].is(listOfA) {
		next++
	}
	if next > i+k {
		if f, n := lx.counted(ws, i, x/100, next-i); f.family != "plain" && f.family != "percent" || f.unit == "points" {
			return f, n
		}
	}
	f := numberFact(Number, "percent", "", x)
	f.rough = true
	return f, k
}

// vagueAt reads "dozens", "several hundred", "billions of dollars".
func (lx *Lexicon) vagueAt(ws []word, i int) (fact, int) {
	v, k := lx.phrase(listVague, ws, i)
	if k == 0 {
		return fact{}, 0
	}
	if v == "" {
		v = join(ws[i : i+k])
	}
	f := fact{kind: Quantity, family: "vague", key: "vague " + v}
	if i+k+1 < len(ws) && !ws[i+k].punct && ws[i+k+1].is(listCurrencies) {
		k += 2
	}
	return f, k
}

// opensFact reports whether a fact may start at word i: a digit, a sign, a
// word or phrase of one of the lists. It spares the many words that open none
// the questions of factAt.
func (lx *Lexicon) opensFact(ws []word, i int) bool {
	w := &ws[i]
	if w.punct || w.opens.has(shapeFact) {
		return !w.punct
	}
	if i+1 == len(ws) {
		return false
	}
	next := &ws[i+1]
	return !next.gap && !next.punct || // "US$", "C$"
		w.is(listArticle) && next.is(listDurations) || // "the day after"
		w.opens.meets(factLists) && lx.opensAny(factLists, ws, i)
}

// factLists are the lists whose entries open facts.
var factLists = setOf(listCurrencies, listFractions, listVague, listNumbers, listAmounts, listMinus, listScales, listWeekdays, listMonths,
	listDayparts, listRelative, listSeasons, listDecades, listClockWords, listClockOffsets)

// counted reads what follows a number: percent, a unit, a currency, a clock.
func (lx *Lexicon) counted(ws []word, i int, x float64, k int) (fact, int) {
	next := i + k
	if _, n := lx.phrase(listPoints, ws, next); n > 0 {
		return numberFact(Number, "percent", "points", x), k + n
	}
	if _, n := lx.phrase(listPercent, ws, next); n > 0 {
		return numberFact(Number, "percent", "", x), k + n
	}
	if v, n := lx.phrase(listCurrencies, ws, next); n > 0 && (n > 1 || lx.nouns || !ws[next].upper || ws[next].acronym) {
		return lx.sum(ws, next+n, v, x, k+n)
	}
	if v, n := lx.unitAt(ws, next); n > 0 {
		return lx.compound(ws, i, measure(v, x), k+n)
	}
	if f, n := lx.ratio(ws, next, x); n > 0 {
		return f, k + n
	}
	weak := k == 1 && (ws[i].is(listWeakNumbers) || ws[i].is(listOrdinals))
	f := numberFact(Number, "plain", "", x)
	f.weak = weak
	return f, k
}

func numberFact(kind Type, family, unit string, x float64) fact {
	return fact{kind: kind, family: family, unit: unit, value: x, stated: x, key: family + " " + unit + " " + sixDigits(x)}
}

// ratio reads "in four" of "one in four", a share like 25 percent.
func (lx *Lexicon) ratio(ws []word, i int, x float64) (fact, int) {
	_, k := lx.phrase(listRatio, ws, i)
	if k == 0 {
		return fact{}, 0
	}
	y, n := lx.number(ws, i+k)
	if _, isYear := yearAt(ws, i+k); n == 0 || y <= x || y > largestRatio || isYear {
		return fact{}, 0
	}
	if _, ok := lx.unitAt(ws, i+k+n); ok > 0 || i+k+n < len(ws) && ws[i+k+n].is(listDurations) {
		return fact{}, 0 // "one in three years"
	}
	f := numberFact(Number, "percent", "", 100*x/y)
	f.rough = true
	return f, k + n
}

// largestRatio bounds "one in 100,000".
const largestRatio = 1e6

// unitAt finds a unit at word i, "°C" and "km/h" among them; n is its words.
// A single letter is a unit only as a capital: "30C".
func (lx *Lexicon) unitAt(ws []word, i int) (entry string, n int) {
	if i >= len(ws) {
		return "", 0
	}
	if i+1 < len(ws) && ws[i].raw == "°" {
		v, ok := lx.value(listUnits, "°"+ws[i+1].low)
		return v, 2 * count(ok)
	}
	if i+2 < len(ws) && ws[i+1].raw == "/" {
		if v, ok := lx.value(listUnits, ws[i].low+"/"+ws[i+2].low); ok {
			return v, 3
		}
	}
	if v, n := lx.phrase(listUnits, ws, i); n > 0 && !(n == 1 && len(ws[i].low) == 1 && !ws[i].upper) {
		return v, n
	}
	return "", 0
}

func count(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

// compound adds what follows in a smaller unit: "5 feet 11 inches".
func (lx *Lexicon) compound(ws []word, i int, f fact, n int) (fact, int) {
	x, k := lx.number(ws, i+n)
	if k == 0 {
		return f, n
	}
	v, m := lx.unitAt(ws, i+n+k)
	if m == 0 {
		return f, n
	}
	small := measure(v, x)
	if small.family != f.family || f.family == "temperature" || small.value >= f.value {
		return f, n
	}
	f.value += small.value
	f.stated, f.key = 0, measureKey(f.family, f.value)
	return f, n + k + m
}

// measure turns a unit entry "length 1000" into a fact in base units.
func measure(entry string, x float64) fact {
	parts := strings.Fields(entry)
	factor, _ := strconv.ParseFloat(parts[1], 64)
	offset := 0.0
	if len(parts) > 2 {
		offset, _ = strconv.ParseFloat(parts[2], 64)
	}
	base := x*factor + offset
	return fact{kind: Number, family: parts[0], unit: strconv.FormatFloat(factor, 'g', 6, 64), value: base, stated: x, key: measureKey(parts[0], base)}
}

func measureKey(family string, base float64) string { return family + " " + sixDigits(base) }

// sixDigits writes a value as it is compared.
func sixDigits(x float64) string { return strconv.FormatFloat(x, 'g', 6, 64) }

// conversionSlack is how far a converted measure may lie from the exact
// value: desks round to whole units ("10 km", "6 miles": 3.4 % off).
const conversionSlack = 0.06

// sameMeasure reports whether two measures in different units are a right
// conversion of each other, rounding allowed.
func sameMeasure(a, b fact) bool {
	if a.family == "temperature" {
		return math.Abs(a.value-b.value) <= 1
	}
	if math.Abs(a.value-b.value) <= conversionSlack*max(math.Abs(a.value), math.Abs(b.value)) {
		return true
	}
	return a.stated != b.stated && (roundsTo(a, b) || roundsTo(b, a))
}

// roundsTo reports whether a, converted to the unit of b, rounds to the whole
// number that b states: "2 miles", "3 km".
func roundsTo(a, b fact) bool {
	unit, err := strconv.ParseFloat(b.unit, 64)
	return err == nil && b.stated >= 2 && math.Round(a.value/unit) == b.stated
}

// moneyAt reads "$4.5 million", "C$12 million", "US$ 12m", "€ 3bn".
func (lx *Lexicon) moneyAt(ws []word, i int) (f fact, n int) {
	k, sign := 0, ""
	for k < 3 && i+k < len(ws) && !ws[i+k].punct && (k == 0 || !ws[i+k].gap) {
		sign += ws[i+k].low
		k++
		if k == 1 && !ws[i].is(listCurrencies) {
			continue
		}
		if v, ok := lx.value(listCurrencies, sign); ok && i+k < len(ws) {
			if x, m := lx.number(ws, i+k); m > 0 && (strings.ContainsAny(sign, "$€£¥₹₽₴") || len(v) == len(sign)) {
				return lx.sum(ws, i+k+m, v, x, k+m)
			}
		}
	}
	return f, 0
}

// sum completes a sum of money with "dollars" after "$3 billion" and "per week".
func (lx *Lexicon) sum(ws []word, next int, currency string, x float64, n int) (fact, int) {
	if whole, ok := strings.CutSuffix(currency, "/100"); ok {
		currency, x = whole, x/100
	}
	f := numberFact(Money, "money", currency, x)
	if next < len(ws) {
		if v, k := lx.phrase(listPer, ws, next); k > 0 {
			f.unit += " per " + v
			f.key += " per " + v
			n += k
		}
	}
	return f, n
}
