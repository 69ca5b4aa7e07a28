package news

import (
	"fmt"
	"strconv"
	"strings"
)

// dateAt reads a weekday, a day of a month, a month, a year, a clock time, a
// part of the day or a relative day that starts at word i.
func (lx *Lexicon) dateAt(ws []word, i int) (fact, int) {
	if v, ok := lx.valueOf(listWeekdays, ws[i]); ok && ws[i].upperOr(lx) {
		return dateFact("weekday", v), 1
	}
	if f, n := lx.clockAt(ws, i); n > 0 {
		return f, n
	}
	if f, n := lx.dayAt(ws, i); n > 0 {
		return f, n
	}
	if v, k := lx.phrase(listRelative, ws, i); k > 0 {
		_ = v
		return dateFact("relative", join(ws[i:i+k])), k
	}
	if v, ok := lx.valueOf(listDayparts, ws[i]); ok {
		f := dateFact("daypart", v)
		f.weak = true
		return f, 1
	}
	if y, ok := year(ws[i].raw); ok && !lx.unitFollows(ws, i+1) {
		return dateFact("year", strconv.Itoa(y)), 1
	}
	return fact{}, 0
}

// upperOr reports whether a word is written as names of days and months are:
// with a capital in English, in any way elsewhere.
func (w word) upperOr(lx *Lexicon) bool { return w.upper || lx.lang == "fr" || lx.lang == "es" }

func dateFact(family, value string) fact {
	return fact{kind: Date, family: family, key: family + " " + value}
}

// year accepts 1500 to 2099 written as four digits.
func year(raw string) (int, bool) {
	if len(raw) != 4 {
		return 0, false
	}
	y, err := strconv.Atoi(raw)
	return y, err == nil && y >= 1500 && y < 2100
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
	if i >= len(ws) || ws[i].punct || !ws[i].upperOr(lx) {
		return "", false
	}
	return lx.valueOf(listMonths, ws[i])
}

// dayNumber reads 1 to 31, "19th" included.
func dayNumber(ws []word, i int) (day, n int) {
	if i >= len(ws) || ws[i].punct {
		return 0, 0
	}
	s := strings.TrimRight(ws[i].low, "sthndr.")
	d, err := strconv.Atoi(s)
	if err != nil || d < 1 || d > 31 || len(s) > 2 {
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
	h, m, n, sure := clockDigits(ws, i)
	if n == 0 {
		return fact{}, 0
	}
	next := i + n
	if next < len(ws) {
		if v, k := lx.phrase(listAmPm, ws, next); k > 0 {
			add, _ := strconv.Atoi(v)
			h, n, sure = h%12+add, n+k, true
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
	return dateFact("clock", fmt.Sprintf("%d:%02d", h, m)), n
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
	m, err := strconv.Atoi(ws[i].low)
	return m, err == nil && m < 60
}
