package news

import (
	"fmt"
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
	key    string // equal keys: the same value
	raw    string
	quoted bool
	weak   bool // not worth a flag when it stands on one side only ("one")
}

// facts lists what ws states, in order. Every word belongs to one fact at most.
func (lx *Lexicon) facts(ws []word, body string) []fact {
	var out []fact
	for i := 0; i < len(ws); {
		f, n := lx.factAt(ws, i)
		if n == 0 {
			i++
			continue
		}
		f.Span = spanOf(ws, i, i+n)
		f.raw, f.quoted = f.Span.Of(body), ws[i].quoted
		out = append(out, f)
		i += n
	}
	return out
}

// factAt reads the fact that starts at word i; n is its words, 0 for none.
func (lx *Lexicon) factAt(ws []word, i int) (f fact, n int) {
	if ws[i].punct || !lx.opensFact(ws, i) {
		return f, 0
	}
	if f, n = lx.moneyAt(ws, i); n > 0 {
		return f, n
	}
	if f, n = lx.dateAt(ws, i); n > 0 {
		return f, n
	}
	if _, k := lx.phrase(listFractions, ws, i); k > 0 {
		v, _ := lx.phrase(listFractions, ws, i)
		x, _ := strconv.ParseFloat(v, 64)
		return numberFact(Number, "percent", "", x), k
	}
	if x, k := lx.number(ws, i); k > 0 {
		return lx.counted(ws, i, x, k)
	}
	if ws[i].is(listVague) {
		return fact{kind: Quantity, family: "vague", key: "vague " + ws[i].low}, lx.vagueWords(ws, i)
	}
	return f, 0
}

// opensFact reports whether a fact may start at word i: a digit, a sign, a
// word of one of the lists. It spares the many words that open none the
// questions of factAt.
func (lx *Lexicon) opensFact(ws []word, i int) bool {
	c := ws[i].low[0]
	glued := i+1 < len(ws) && !ws[i+1].gap // "US$", "C$"
	return c < 'a' || c > 'z' || glued || ws[i].opens&factLists != 0
}

// factLists are the lists whose entries open facts.
const factLists = listSet(1<<listCurrencies | 1<<listFractions | 1<<listVague | 1<<listNumbers | 1<<listScales |
	1<<listWeekdays | 1<<listMonths | 1<<listDayparts | 1<<listRelative)

// vagueWords is 3 for "billions of dollars", 1 for "dozens".
func (lx *Lexicon) vagueWords(ws []word, i int) int {
	if i+2 < len(ws) && !ws[i+1].punct && !ws[i+2].punct && ws[i+2].is(listCurrencies) {
		return 3
	}
	return 1
}

// counted reads what follows a number: percent, a unit, a currency, a clock.
func (lx *Lexicon) counted(ws []word, i int, x float64, k int) (fact, int) {
	next := i + k
	if _, n := lx.phrase(listPoints, ws, next); n > 0 {
		return numberFact(Number, "percent", "points", x), k + n
	}
	if _, n := lx.phrase(listPercent, ws, next); n > 0 {
		return numberFact(Number, "percent", "", x), k + n
	}
	if v, n := lx.phrase(listCurrencies, ws, next); n > 0 && !ws[next].upper {
		return lx.sum(ws, next+n, v, x, k+n)
	}
	if v, n := lx.phrase(listUnits, ws, next); n > 0 && !(n == 1 && len(ws[next].low) == 1 && !ws[next].upper) {
		return measure(v, ws[next].low, x), k + n
	}
	weak := k == 1 && (ws[i].is(listWeakNumbers) || ws[i].is(listOrdinals))
	f := numberFact(Number, "plain", "", x)
	f.weak = weak
	return f, k
}

func numberFact(kind Type, family, unit string, x float64) fact {
	return fact{kind: kind, family: family, unit: unit, value: x, key: fmt.Sprintf("%s %s %.6g", family, unit, x)}
}

// measure turns a unit entry "length 1000" into a fact in base units.
func measure(entry, unit string, x float64) fact {
	parts := strings.Fields(entry)
	factor, _ := strconv.ParseFloat(parts[1], 64)
	offset := 0.0
	if len(parts) > 2 {
		offset, _ = strconv.ParseFloat(parts[2], 64)
	}
	base := x*factor + offset
	return fact{kind: Number, family: parts[0], unit: strconv.FormatFloat(factor, 'g', 6, 64), value: base, key: fmt.Sprintf("%s %.6g", parts[0], base), raw: unit}
}

// conversionSlack is how far a converted measure may lie from the exact
// value: desks round to whole units ("10 km", "6 miles": 3.4 % off).
const conversionSlack = 0.06

// sameMeasure reports whether two measures in different units are a right
// conversion of each other, rounding allowed.
func sameMeasure(a, b fact) bool {
	if a.family == "temperature" {
		return math.Abs(a.value-b.value) <= 1
	}
	return math.Abs(a.value-b.value) <= conversionSlack*max(math.Abs(a.value), math.Abs(b.value))
}

// moneyAt reads "$4.5 million", "C$12 million", "US$ 12m", "€ 3bn".
func (lx *Lexicon) moneyAt(ws []word, i int) (f fact, n int) {
	k, sign := 0, ""
	for k < 3 && i+k < len(ws) && !ws[i+k].punct && (k == 0 || !ws[i+k].gap) {
		sign += ws[i+k].low
		k++
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

// number reads digits or words with scales at word i: "1.3 million",
// "fifty-four", "two hundred and six", "5m". n is its words, 0 for none.
func (lx *Lexicon) number(ws []word, i int) (x float64, n int) {
	if i >= len(ws) || ws[i].punct {
		return 0, 0
	}
	if x, ok := lx.digits(ws[i].low); ok {
		return lx.scaled(ws, i, x, 1)
	}
	total, part, k := 0.0, -1.0, 0
	for i+k < len(ws) && !ws[i+k].punct {
		low := ws[i+k].low
		if low == "and" && k > 0 && part >= 100 && i+k+1 < len(ws) && ws[i+k+1].is(listNumbers) {
			k++
			continue
		}
		if v, ok := lx.valueOf(listNumbers, ws[i+k]); ok && (k == 0 || part < 0 || math.Mod(part, 100) >= 20 && math.Mod(part, 10) == 0 || math.Mod(part, 100) == 0) {
			y, _ := strconv.ParseFloat(v, 64)
			if part >= 0 && y >= 10 && math.Mod(part, 100) != 0 || k > 0 && ws[i+k].is(listOrdinals) {
				break
			}
			part = max(part, 0) + y
		} else if v, ok := lx.valueOf(listScales, ws[i+k]); ok && k > 0 && len(low) > 2 {
			y, _ := strconv.ParseFloat(v, 64)
			if y == 100 {
				part = max(part, 1) * 100
			} else {
				total, part = total+max(part, 1)*y, -1
			}
		} else {
			break
		}
		k++
	}
	return total + max(part, 0), k
}

// scaled applies "million" and the like after digits.
func (lx *Lexicon) scaled(ws []word, i int, x float64, n int) (float64, int) {
	for i+n < len(ws) && !ws[i+n].punct {
		v, ok := lx.valueOf(listScales, ws[i+n])
		if !ok || len(ws[i+n].low) < 2 && ws[i+n].gap {
			break
		}
		y, _ := strconv.ParseFloat(v, 64)
		x *= y
		n++
	}
	return x, n
}

// digits reads "1,500", "4.5", "2,5" (by the language's decimal mark), "5m", "21st".
func (lx *Lexicon) digits(s string) (float64, bool) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || (s[end] == '.' || s[end] == ',') && end > 0) {
		end++
	}
	if end == 0 {
		return 0, false
	}
	num, rest := strings.TrimRight(s[:end], ".,"), s[end:]
	decimal, group := ".", ","
	if lx.comma {
		decimal, group = ",", "."
	}
	if g := strings.LastIndex(num, group); g < 0 || len(num)-g == 4 {
		num = strings.ReplaceAll(num, group, "")
	} else {
		decimal = group
		num = strings.ReplaceAll(num, ",", decimal)
	}
	x, err := strconv.ParseFloat(strings.Replace(num, decimal, ".", 1), 64)
	if err != nil {
		return 0, false
	}
	if rest == "" || rest == "st" || rest == "nd" || rest == "rd" || rest == "th" {
		return x, true
	}
	if v, ok := lx.value(listScales, rest); ok {
		y, _ := strconv.ParseFloat(v, 64)
		return x * y, true
	}
	return 0, false
}
