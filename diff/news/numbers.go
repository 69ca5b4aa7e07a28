package news

import (
	"math"
	"strconv"
	"strings"
)

// number reads an amount in digits or words at word i: "1.3 million",
// "fifty-four", "two hundred and six", "5m", "a dozen", "two and a half",
// "half a million", "minus 5". n is its words, 0 for none.
func (lx *Lexicon) number(ws []word, i int) (x float64, n int) {
	if i >= len(ws) || ws[i].punct {
		return 0, 0
	}
	if ws[i].is(listMinus) {
		if x, n = lx.number(ws, i+1); n > 0 {
			return -x, n + 1
		}
	}
	if v, k := lx.phrase(listAmounts, ws, i); k > 0 {
		x, _ = strconv.ParseFloat(v, 64)
		return lx.scaled(ws, i, x, k)
	}
	if d, ok := lx.digits(ws[i].low); ok {
		d, k := lx.grouped(ws, i, d)
		x, n = lx.scaled(ws, i, d, k)
	} else if x, n = lx.spelled(ws, i); n == 0 {
		return 0, 0
	}
	if _, k := lx.phrase(listAndAHalf, ws, i+n); k > 0 {
		return lx.scaled(ws, i, x+0.5, n+k)
	}
	return x, n
}

// grouped reads on where a space parts the thousands, as French and Spanish
// print them: "2 500 000". n is its words.
func (lx *Lexicon) grouped(ws []word, i int, x float64) (float64, int) {
	n := 1
	if !lx.comma || len(ws[i].low) > 3 {
		return x, n
	}
	for i+n < len(ws) && ws[i+n].gap && len(ws[i+n].low) == 3 {
		y, err := strconv.Atoi(ws[i+n].low)
		if err != nil || y < 0 {
			break
		}
		x, n = x*1000+float64(y), n+1
	}
	return x, n
}

// spelled reads a number in words.
func (lx *Lexicon) spelled(ws []word, i int) (x float64, n int) {
	total, part, k := 0.0, -1.0, 0
	for i+k < len(ws) && !ws[i+k].punct {
		low := ws[i+k].low
		if k > 0 && part < 100 && math.Mod(max(part, 0), 10) == 0 && part >= 20 && ws[i+k].is(listOrdinals) && ws[i+k].hyphen {
			v, _ := lx.valueOf(listNumbers, ws[i+k])
			y, _ := strconv.ParseFloat(v, 64)
			return total + part + y, k + 1 // "twenty-first"
		}
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
	if positive, ok := strings.CutPrefix(s, "-"); ok {
		x, ok := lx.digits(positive)
		return -x, ok && positive[0] != '-'
	}
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
