package style

import (
	"strings"

	"wirediff/diff/text"
)

// number returns the key of the number that begins at toks[0] and how many
// tokens it takes: digits without their grouping, with the magnitude that
// follows ("5m", "5 million"), or with the half of the day ("6 p.m.", "6pm").
func (b *book) number(body string, toks []text.Token) (int, uint64) {
	t := toks[0]
	digits, unit := cutDigits(t.Of(body))
	digits = b.plain(digits)
	if unit == "" {
		return b.measured(body, toks, 1, digits, text.Key(digits))
	}
	unit = strings.ToLower(unit)
	if word := b.magnitude[unit]; word != "" {
		return 1, text.Key(digits + " " + word)
	}
	if half := dayHalf(unit); half != "" && b.lang == "en" {
		return 1, clockKey(digits, half)
	}
	if hour, minutes, ok := strings.Cut(t.Of(body), "h"); ok && b.hours["h"] && strings.Trim(hour+minutes, "0123456789") == "" {
		return 1, clockKey(hour+":"+minutes, "h")
	}
	return 1, t.Key
}

// measured returns the key of a number of n tokens, written digits, together
// with the magnitude or half of the day in the token after it; alone if there
// is neither.
func (b *book) measured(body string, toks []text.Token, n int, digits string, alone uint64) (int, uint64) {
	if n == len(toks) || toks[n].Kind != text.Word || !joins(body, toks[n-1], toks[n]) {
		return n, alone
	}
	unit := strings.ToLower(toks[n].Of(body))
	if word := b.magnitude[unit]; word != "" && unit != "m" { // "5 m" is five metres
		return n + 1, text.Key(digits + " " + word)
	}
	if half := dayHalf(unit); half != "" && b.lang == "en" && toks[n].Of(body) != "am" {
		return n + 1, clockKey(digits, half)
	}
	if b.hours[unit] {
		return n + 1, clockKey(toks[0].Of(body), "h")
	}
	return n, alone
}

// clockKey is the key of a time of day: 6 p.m., 6:00pm and 6.00 pm are one, and
// so are 15 Uhr and 15.00 Uhr, 15 heures, 15 h and 15h00.
func clockKey(digits, half string) uint64 {
	hour := strings.TrimSuffix(strings.ReplaceAll(digits, ".", ":"), ":")
	return text.Key(strings.TrimSuffix(hour, ":00") + " " + half)
}

// dayHalf returns "am" or "pm", "" if the word is neither.
func dayHalf(w string) string {
	switch w {
	case "am", "a.m.", "a.m":
		return "am"
	case "pm", "p.m.", "p.m":
		return "pm"
	}
	return ""
}

// cutDigits splits a token such as "6.30pm" behind its digits and separators.
func cutDigits(w string) (digits, rest string) {
	i := 0
	for i < len(w) && w[i]|0x20-'a' >= 26 {
		i++
	}
	return w[:i], w[i:]
}

// plain writes a number without grouping and with a decimal point: 1,500 and
// 1 500 are 1500; in languages with a decimal comma 1.500 is, and 2,5 is 2.5.
func (b *book) plain(s string) string {
	group, decimal := ",", ""
	if b.lang != "en" && b.lang != "zh" && b.lang != "ja" && b.lang != "th" && b.lang != "he" && b.lang != "und" {
		group, decimal = ".", ","
	}
	whole, frac := s, ""
	if i := strings.LastIndexAny(s, decimal); decimal != "" && i >= 0 && strings.Count(s, decimal) == 1 {
		whole, frac = s[:i], "."+s[i+1:]
	}
	for _, sep := range [...]string{group, "\u00a0", "\u202f", "\u2009", "’"} {
		if grouped(whole, sep) {
			return strings.ReplaceAll(whole, sep, "") + frac
		}
		if i := strings.IndexByte(whole, '.'); decimal == "" && i > 0 && grouped(whole[:i], sep) {
			return strings.ReplaceAll(whole, sep, "")
		}
	}
	return whole + frac
}

// grouped reports whether s is digits in groups of three apart by sep.
func grouped(s, sep string) bool {
	parts := strings.Split(s, sep)
	if len(parts) < 2 || len(parts[0]) > 3 || parts[0] == "" {
		return false
	}
	for k, p := range parts {
		if strings.Trim(p, "0123456789") != "" || k > 0 && len(p) != 3 {
			return false
		}
	}
	return true
}
