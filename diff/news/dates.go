package news

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// dateAt reads a weekday, a day of a month, a month, a year, a clock time, a
// part of the day or a relative day that starts at word i.
func (lx *Lexicon) dateAt(ws []word, i int) (fact, int) {
	low := ws[i].low
	if v, ok := lx.valueOf(listWeekdays, ws[i]); ok && ws[i].upperOr(lx) {
		return dateFact("weekday", v), 1
	}
	if ws[i].opens.meets(timeLists) {
		if f, n := lx.clockAt(ws, i); n > 0 {
			return f, n
		}
		if f, n := lx.offsetAt(ws, i); n > 0 {
			return f, n
		}
	}
	if f, n := lx.dayAt(ws, i); n > 0 {
		return f, n
	}
	if v, k := lx.phrase(listRelative, ws, i); k > 0 {
		f := dateFact("relative", join(ws[i:i+k]))
		f.unit = v
		return f, k
	}
	if v, ok := lx.valueOf(listDayparts, ws[i]); ok {
		f := dateFact("daypart", v)
		f.weak = true
		return f, 1
	}
	if v, ok := lx.valueOf(listSeasons, ws[i]); ok && lx.seasonal(ws, i) {
		f := dateFact("season", v)
		f.weak = true
		return f, 1
	}
	if v, ok := lx.valueOf(listDecades, ws[i]); ok {
		return dateFact("decade", v), 1
	}
	if y, ok := year(strings.TrimSuffix(low, "s")); ok && low != ws[i].raw[:4] {
		return dateFact("decade", strconv.Itoa(y)), 1
	}
	if y, ok := yearAt(ws, i); ok && !lx.unitFollows(ws, i+1) {
		return dateFact("year", strconv.Itoa(y)), 1
	}
	return fact{}, 0
}

// timeLists are the lists and shapes of which clock times and offsets open
// with a word.
var timeLists = setOf(listNumbers, listAmounts, listMinus, listArticle, listClockWords, listClockOffsets, shapeFigure)

// seasonal tells the season from the coil and the tumble: "in the spring",
// "last fall", "spring 2023".
func (lx *Lexicon) seasonal(ws []word, i int) bool {
	if i > 0 && ws[i-1].is(listSeasonWords) {
		return true
	}
	_, n := yearAfter(ws, i+1)
	return n > 0
}

// offsetAt reads a time counted from another: "three days after", "a week
// earlier", "two years ago". Its value is in days, whichever way it is counted.
func (lx *Lexicon) offsetAt(ws []word, i int) (fact, int) {
	x, n := lx.number(ws, i)
	if n == 0 && ws[i].is(listArticle) {
		x, n = 1, 1
	}
	if n == 0 || i+n+1 >= len(ws) {
		return fact{}, 0
	}
	days, ok := lx.valueOf(listDurations, ws[i+n])
	if !ok {
		return fact{}, 0
	}
	if way, k := lx.phrase(listOffsets, ws, i+n+1); k > 0 {
		d, _ := strconv.ParseFloat(days, 64)
		f := dateFact("offset", fmt.Sprintf("%.5g", x*d))
		if way == "back" && x*d == math.Trunc(x*d) && d < 30 {
			f.unit = fmt.Sprintf("day %d", -int(x*d)) // "three days ago", counted from the story's date
		}
		return f, n + 1 + k
	}
	return fact{}, 0
}

// upperOr reports whether a word is written as names of days and months are:
// with a capital in English, in any way elsewhere.
func (w word) upperOr(lx *Lexicon) bool { return w.upper || lx.lang == "fr" || lx.lang == "es" }

func dateFact(family, value string) fact {
	return fact{kind: Date, family: family, key: family + " " + value}
}

// yearAt reads a year at word i.
func yearAt(ws []word, i int) (int, bool) {
	if i >= len(ws) {
		return 0, false
	}
	return year(ws[i].raw)
}

// year accepts 1500 to 2099 written as four digits.
func year(raw string) (int, bool) {
	if len(raw) != 4 {
		return 0, false
	}
	y, ok := whole(raw)
	return y, ok && y >= 1500 && y < 2100
}

// unitFollows reports whether a number before word i counts something that a
// year does not: "2000 euros", "1,900 km".
func (lx *Lexicon) unitFollows(ws []word, i int) bool {
	if i >= len(ws) || ws[i].punct {
		return false
	}
	for _, l := range [...]list{listUnits, listCurrencies, listPercent, listScales} {
		if _, k := lx.phrase(l, ws, i); k > 0 && (l != listUnits || len(ws[i].low) > 1) {
			return true
		}
	}
	return false
}

// dayAt reads "19 August 1987", "Aug. 19, 1987", "4 de marzo", "May".
func (lx *Lexicon) dayAt(ws []word, i int) (fact, int) {
	if m, ok := lx.month(ws, i); ok {
		if d, n := dayNumber(ws, i+1); n > 0 {
			return lx.withYear(ws, i, m, d, 1+n)
		}
		if y, n := yearAfter(ws, i+1); n > 0 {
			return dateFact("day", fmt.Sprintf("%s- %d", m, y)), 1 + n
		}
		if ws[i].low == "may" && ws[i].first || ws[i].low == "march" && ws[i].first {
			return fact{}, 0
		}
		return dateFact("day", m+"-"), 1
	}
	d, n := dayNumber(ws, i)
	if n == 0 {
		return fact{}, 0
	}
	for n < 3 && i+n < len(ws) && (ws[i+n].low == "de" || ws[i+n].low == "of" || ws[i+n].raw == ".") {
		n++
	}
	if i+n < len(ws) {
		if m, ok := lx.month(ws, i+n); ok {
			return lx.withYear(ws, i, m, d, n+1)
		}
	}
	return fact{}, 0
}

// month reads a month's name; "may" and "march" need their capital.
func (lx *Lexicon) month(ws []word, i int) (string, bool) {
	if i >= len(ws) || ws[i].punct || !ws[i].upperOr(lx) || lx.firstName(ws, i) {
		return "", false
	}
	return lx.valueOf(listMonths, ws[i])
}

// firstName reports whether a month's name is a person's: "Jan Brok", "June
// Carter". A capitalised word follows it, and no word of place or time stands
// before it.
func (lx *Lexicon) firstName(ws []word, i int) bool {
	if lx.nouns || !ws[i].is(listMonths) || i+1 >= len(ws) || ws[i+1].punct || !ws[i+1].upper || ws[i+1].lists.meets(commonLists) {
		return false
	}
	return i == 0 || ws[i-1].punct || !ws[i-1].lists.meets(beforeMonths) && !isNumber(ws[i-1])
}

// beforeMonths are the lists of words behind which a month is no name.
var beforeMonths = setOf(listPlaceWords, listSeasonWords, listOrdinals, listWeekdays)

func isNumber(w word) bool { return w.low[0] >= '0' && w.low[0] <= '9' }

// dayNumber reads 1 to 31, "19th" included.
func dayNumber(ws []word, i int) (day, n int) {
	if i >= len(ws) || ws[i].punct {
		return 0, 0
	}
	s := strings.TrimRight(ws[i].low, "sthndr.")
	d, ok := whole(s)
	if !ok || d < 1 || d > 31 || len(s) > 2 {
		return 0, 0
	}
	return d, 1
}

// yearAfter reads a year at word i, a comma or "de" before it allowed.
func yearAfter(ws []word, i int) (y, n int) {
	k := i
	if k < len(ws) && (ws[k].raw == "," || ws[k].low == "de") {
		k++
	}
	if k < len(ws) {
		if y, ok := year(ws[k].raw); ok {
			return y, k - i + 1
		}
	}
	return 0, 0
}

func (lx *Lexicon) withYear(ws []word, i int, month string, day, n int) (fact, int) {
	value := fmt.Sprintf("%s-%d", month, day)
	if y, k := yearAfter(ws, i+n); k > 0 {
		value, n = fmt.Sprintf("%s %d", value, y), n+k
	}
	return dateFact("day", value), n
}

// clockAt reads "9 p.m.", "9:30 pm", "21:00", "15 Uhr", "15.00 Uhr", "15h00".
func (lx *Lexicon) clockAt(ws []word, i int) (fact, int) {
	if f, n := lx.clockInWords(ws, i); n > 0 {
		return f, n
	}
	h, m, n, sure := clockDigits(ws, i)
	if n == 0 {
		return fact{}, 0
	}
	exact := m > 0 || h > 12 || h == 0
	next := i + n
	if next < len(ws) {
		if v, k := lx.phrase(listAmPm, ws, next); k > 0 {
			add, _ := strconv.Atoi(v)
			h, n, sure, exact = h%12+add, n+k, true, true
		} else if _, k := lx.phrase(listClockAfter, ws, next); k > 0 {
			n, sure = n+k, true
			if mm, ok := minutes(ws, i+n); ok && !ws[i+n].gap {
				m, n = mm, n+1
			}
		} else if _, k := lx.phrase(listHourWords, ws, next); k > 0 {
			sure = true
		}
	}
	if !sure || h > 24 || m > 59 {
		return fact{}, 0
	}
	_, letters := strings.CutSuffix(ws[i].low, "m")
	return lx.clockFact(ws, i, h, m, n, exact || letters || n > 1)
}

// clockInWords reads "noon", "12 noon", "six o'clock", "half past nine",
// "nine p.m.".
func (lx *Lexicon) clockInWords(ws []word, i int) (fact, int) {
	at := i
	if v, _ := lx.digits(ws[i].low); v == 12 && i+1 < len(ws) {
		at++ // "12 noon"
	}
	if v, ok := lx.valueOf(listClockWords, ws[at]); ok {
		h, _ := strconv.Atoi(v)
		return lx.clockFact(ws, i, h, 0, at+1-i, true)
	}
	shift, k := lx.phrase(listClockOffsets, ws, i)
	x, n := lx.spelled(ws, i+k)
	if d, ok := lx.digits(wordAt(ws, i+k)); ok && k > 0 {
		x, n = d, 1
	}
	if n != 1 || x < 1 || x > 12 {
		return fact{}, 0
	}
	minutes, _ := strconv.Atoi(shift)
	total := (int(x)*60 + minutes + dayMinutes) % dayMinutes
	next := i + k + n
	if v, m := lx.phrase(listAmPm, ws, next); m > 0 {
		add, _ := strconv.Atoi(v)
		return lx.clockFact(ws, i, total/60%12+add, total%60, next+m-i, true)
	}
	if _, m := lx.phrase(listHourWords, ws, next); m > 0 {
		return lx.clockFact(ws, i, total/60, total%60, next+m-i, false)
	}
	if k == 0 {
		return fact{}, 0
	}
	return lx.clockFact(ws, i, total/60, total%60, next-i, false)
}

const dayMinutes = 24 * 60

// wordAt is the word at i in lower case, "" behind the end.
func wordAt(ws []word, i int) string {
	if i >= len(ws) {
		return ""
	}
	return ws[i].low
}

// clockFact makes a clock time of n words, the time zone behind it included;
// exact is false where the text leaves open which half of the day it is.
func (lx *Lexicon) clockFact(ws []word, i, h, m, n int, exact bool) (fact, int) {
	f := dateFact("clock", fmt.Sprintf("%d:%02d", h%24, m))
	f.value, f.half = float64(h%24*60+m), !exact && h <= 12
	if i+n < len(ws) {
		if v, ok := lx.valueOf(listZones, ws[i+n]); ok {
			f.unit, n = v, n+1
			f.key += " " + v
		}
	}
	return f, n
}

// sameClock reports whether two clock times may be one: equal but for a.m.
// and p.m. where one leaves it out, or for a zone that one leaves out, or
// equal in the zones that they name.
func sameClock(x, y fact) bool {
	d := int(x.value - y.value)
	if x.unit != "" && y.unit != "" {
		a, _ := strconv.ParseFloat(x.unit, 64)
		b, _ := strconv.ParseFloat(y.unit, 64)
		d -= int((a - b) * 60)
	}
	d = (d%dayMinutes + dayMinutes) % dayMinutes
	return d == 0 || d == dayMinutes/2 && (x.half || y.half)
}

// clockDigits reads the hour and, after ":", "." or "h", the minutes. sure is
// set where the form alone says that it is a clock ("21:00", "15h00", "6pm").
func clockDigits(ws []word, i int) (h, m, n int, sure bool) {
	s := ws[i].low
	end := 0
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	if end == 0 || end > 2 {
		return 0, 0, 0, false
	}
	h, _ = strconv.Atoi(s[:end])
	switch rest := s[end:]; {
	case rest == "":
		if i+2 < len(ws) && ws[i+1].raw == ":" && !ws[i+1].gap && !ws[i+2].gap {
			if mm, ok := minutes(ws, i+2); ok {
				return h, mm, 3, true
			}
		}
		return h, 0, 1, false
	case rest == "am" || rest == "a.m" || rest == "a.m.":
		return h % 12, 0, 1, true
	case rest == "pm" || rest == "p.m" || rest == "p.m.":
		return h%12 + 12, 0, 1, true
	case len(rest) == 3 && (rest[0] == ':' || rest[0] == 'h' || rest[0] == '.'):
		mm, err := strconv.Atoi(rest[1:])
		if err != nil {
			return 0, 0, 0, false
		}
		return h, mm, 1, rest[0] != '.'
	case rest == "h":
		return h, 0, 1, true
	}
	return 0, 0, 0, false
}

func minutes(ws []word, i int) (int, bool) {
	if i >= len(ws) || len(ws[i].low) != 2 {
		return 0, false
	}
	m, ok := whole(ws[i].low)
	return m, ok && m < 60
}

// whole reads a short whole number; ok is false for anything but digits.
// strconv would make an error of each word that is none.
func whole(s string) (n int, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, 0 < len(s) && len(s) < 10
}
