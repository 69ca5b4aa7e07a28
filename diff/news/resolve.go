package news

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Days of the calendar that a story names by the day of the week, or by
// "yesterday" and "last week", are read off the story's own date:
//
//	A, of Wednesday 18 March   "sank on Tuesday"   17 March (or 24 March)
//	B, of Thursday 19 March    "sank yesterday"    18 March: another day

// days is a run of days of the calendar, both ends included; counted from 1970.
type days struct{ first, last int }

// calendar is the date of a story; zero where it is not known.
type calendar struct{ time.Time }

// calendarOf reads the date of a story.
func calendarOf(value string) calendar {
	if len(value) < len(time.DateOnly) {
		return calendar{}
	}
	t, err := time.Parse(time.DateOnly, value[:len(time.DateOnly)])
	if err != nil {
		return calendar{}
	}
	return calendar{t}
}

func day(t time.Time) int { return int(t.Unix() / (24 * 60 * 60)) }

func run(first, last time.Time) days { return days{day(first), day(last)} }

// resolve lists the days that a fact may mean: two for a weekday, the one
// before and the one to come; none where it cannot be told.
func (c calendar) resolve(f fact) []days {
	if c.IsZero() || f.kind != Date {
		return nil
	}
	switch f.family {
	case "weekday":
		n, _ := strconv.Atoi(strings.TrimPrefix(f.key, "weekday "))
		back := (int(c.Weekday()) - n + 14) % 7
		past, next := c.AddDate(0, 0, -back), c.AddDate(0, 0, 7-back)
		return []days{run(past, past), run(next, next)}
	case "relative", "offset":
		return c.relative(f.unit)
	case "day":
		return c.dayOf(strings.TrimPrefix(f.key, "day "))
	}
	return nil
}

// relative reads "day -1", "week 1", "month 0", "year -1", counted from the
// story's date. Weeks begin on Monday.
func (c calendar) relative(value string) []days {
	unit, count, ok := strings.Cut(value, " ")
	n, err := strconv.Atoi(count)
	if !ok || err != nil {
		return nil
	}
	switch unit {
	case "day":
		t := c.AddDate(0, 0, n)
		return []days{run(t, t)}
	case "week":
		monday := c.AddDate(0, 0, 7*n-(int(c.Weekday())+6)%7)
		return []days{run(monday, monday.AddDate(0, 0, 6))}
	case "month":
		first := time.Date(c.Year(), c.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		return []days{run(first, first.AddDate(0, 1, -1))}
	case "year":
		first := time.Date(c.Year()+n, 1, 1, 0, 0, 0, 0, time.UTC)
		return []days{run(first, first.AddDate(1, 0, -1))}
	}
	return nil
}

// dayOf reads "3-17", "3-17 2026", "3-", "3- 2026": a day or a month, in the
// years around the story where none is named.
func (c calendar) dayOf(value string) (out []days) {
	date, yearWord, _ := strings.Cut(value, " ")
	m, d, _ := strings.Cut(date, "-")
	month, _ := strconv.Atoi(m)
	n, _ := strconv.Atoi(d)
	years := []int{c.Year(), c.Year() - 1, c.Year() + 1}
	if y, err := strconv.Atoi(yearWord); err == nil {
		years = []int{y}
	}
	for _, y := range years {
		first := time.Date(y, time.Month(month), max(n, 1), 0, 0, 0, 0, time.UTC)
		last := first
		if n == 0 {
			last = first.AddDate(0, 1, -1)
		}
		out = append(out, run(first, last))
	}
	return out
}

// sameDays reports whether two lists of days may mean one time: the same run,
// or a day of a week that is named.
func sameDays(xs, ys []days) bool {
	const week = 7
	for _, x := range xs {
		for _, y := range ys {
			if x == y || x.in(y) && y.last-y.first < week || y.in(x) && x.last-x.first < week {
				return true
			}
		}
	}
	return false
}

func (d days) in(e days) bool { return d.first >= e.first && d.last <= e.last }

// dated compares two dates by the calendar: known is set where both can be
// told. Two that are told in the same words are taken for the same, but for
// days counted from stories of different dates ("yesterday").
func (p *pairing) dated(x, y fact) (same, known bool) {
	if x.kind != Date || y.kind != Date || x.family == "clock" || y.family == "clock" {
		return false, false
	}
	xs, ys := p.dateA.resolve(x), p.dateB.resolve(y)
	if len(xs) == 0 || len(ys) == 0 {
		return false, false
	}
	return sameDays(xs, ys), true
}

// stale reports whether the same words mean different days: "yesterday" in
// stories of different dates.
func (p *pairing) stale(x, y fact) bool {
	same, known := p.dated(x, y)
	return known && !same && x.family == "relative" && y.family == "relative"
}

// unknowable reports whether one side names a weekday and the other counts
// from its own date, which is not known: they may be one day.
func (p *pairing) unknowable(x, y fact) bool {
	if p.dateA.IsZero() || p.dateB.IsZero() {
		return x.family == "weekday" && isDay(y) || isDay(x) && y.family == "weekday"
	}
	return false
}

// isDay reports whether a fact is "today", "yesterday" or the like.
func isDay(f fact) bool { return f.family == "relative" && strings.HasPrefix(f.unit, "day ") }

// onDay is the day that a fact means, in words for people; the words alone
// where it cannot be told for sure.
func (c calendar) onDay(f fact) string {
	if ds := c.resolve(f); f.family != "day" && len(ds) == 1 && ds[0].first == ds[0].last {
		return fmt.Sprintf("%s (%s)", f.raw, time.Unix(int64(ds[0].first)*24*60*60, 0).UTC().Format("2 January 2006"))
	}
	return f.raw
}
