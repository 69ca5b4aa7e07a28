package loader

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/lazy"
)

// agencies are the news agencies whose credit is recognised wherever it
// stands: the name shown, and the names it goes by. Short names count in
// capitals only and where credits stand, so that "pa" and "Ap" are none.
var agencies = []struct {
	name string
	also []string
}{
	{"AFP", []string{"Agence France-Presse", "Agence France Presse"}},
	{"AP", []string{"The Associated Press", "Associated Press"}},
	{"Reuters", []string{"Thomson Reuters", "REUTERS"}},
	{"dpa", []string{"Deutsche Presse-Agentur", "DPA"}},
	{"EFE", []string{"Agencia EFE"}},
	{"ANSA", []string{"Agenzia Nazionale Stampa Associata"}},
	{"PA", []string{"PA Media", "Press Association", "The Press Association"}},
	{"TASS", []string{"ITAR-TASS", "ТАСС"}},
	{"Xinhua", []string{"Xinhua News Agency", "新华社", "新華社"}},
	{"Kyodo", []string{"Kyodo News", "共同通信", "共同"}},
	{"UPI", []string{"United Press International"}},
	{"AAP", []string{"Australian Associated Press"}},
	{"APA", []string{"Austria Presse Agentur"}},
	{"ANP", []string{"Algemeen Nederlands Persbureau"}},
	{"Belga", nil}, {"NTB", nil}, {"TT", nil}, {"STT", nil}, {"Ritzau", []string{"/ritzau/"}}, {"Lusa", []string{"Agência Lusa"}},
	{"PAP", []string{"Polska Agencja Prasowa"}},
	{"ANI", nil}, {"PTI", []string{"Press Trust of India"}}, {"IANS", nil}, {"Yonhap", []string{"Yonhap News Agency"}},
	{"Jiji", []string{"Jiji Press", "時事"}}, {"Bernama", nil}, {"Antara", nil}, {"Anadolu", []string{"Anadolu Agency", "AA"}},
	{"Interfax", nil}, {"Ukrinform", nil}, {"RIA Novosti", nil}, {"SPA", nil}, {"WAM", nil}, {"Bloomberg", []string{"Bloomberg News"}},
	{"Canadian Press", []string{"The Canadian Press", "CP"}},
}

// alone splits what a credit or dateline names into single names.
var alone = lazy.Regexp(`\s*(?:/|,|&|\+|;| and | und | et | y | e | with | with inputs from )\s*`)

// bracketed finds what stands in the brackets of a dateline: "KYIV (AFP) -".
var bracketed = lazy.Regexp(`[(（【]([^)）】]{2,60})[)）】]`)

// agencyOf returns the agencies that s names alone, as "AFP" or "AP, Reuters"; "" if
// it names anything else besides.
func agencyOf(s string) string {
	var found []string
	for _, part := range alone().Split(strings.Trim(s, " .-–—_()[]\u00a0"), -1) {
		name := agencyNamed(strings.Trim(part, " .-–—"))
		if name == "" {
			return ""
		}
		found = append(found, name)
	}
	return strings.Join(found, ", ")
}

func agencyNamed(s string) string {
	for _, a := range agencies {
		if s == a.name {
			return a.name
		}
		for _, also := range a.also {
			if s == also || len(also) > 4 && strings.EqualFold(s, also) {
				return a.name
			}
		}
	}
	return ""
}

// inBrackets returns the matches of bracketed.
func inBrackets(s string) [][]string {
	if !strings.ContainsAny(s, "(（【") {
		return nil
	}
	return bracketed().FindAllStringSubmatch(s, -1)
}

// leadAgency returns the agency that a dateline names: in brackets, or as its
// last or only part.
func leadAgency(lead string) string {
	for _, m := range inBrackets(lead) {
		if a := agencyOf(m[1]); a != "" {
			return a
		}
		for _, part := range alone().Split(m[1], -1) {
			if a := agencyNamed(part); a != "" {
				return a
			}
		}
	}
	parts := strings.FieldsFunc(lead, func(r rune) bool { return strings.ContainsRune(",;:–—-", r) })
	for i := len(parts) - 1; i >= 0; i-- {
		if a := agencyOf(parts[i]); a != "" {
			return a
		}
	}
	return ""
}

// contributed names who stands in "Newsmax contributed to this report".
var contributed = lazy.Regexp(`^(?:The )?([\p{Lu}][\p{L}'’&.-]*(?: (?:[\p{Lu}][\p{L}'’&.-]*|of|the|and)){0,4}?)(?: News| staff)? contributed to (?:this|the) (?:report|story|article)\b`)

// outletWord tells an outlet from a person in such a line.
var outletWord = lazy.Regexp(`(?i)\b(news\w*|times|post|today|daily|herald|tribune|journal|guardian|mail|press|radio|tv|media|gazette|chronicle|observer|standard|wire|globe|star|sun|mirror|express|review|magazine|network|online)\b`)

// outletFromCredit returns the outlet that a credit line names, "" if it names
// an agency, a person or nobody.
func outletFromCredit(s string) string {
	if !strings.Contains(s, " contributed to ") {
		return ""
	}
	m := contributed().FindStringSubmatch(s)
	if m == nil || agencyNamed(m[1]) != "" {
		return ""
	}
	if !strings.Contains(m[1], " ") || outletWord().MatchString(m[1]) {
		return m[1]
	}
	return ""
}

// fromText fills the fields that the lines of the story itself give: byline,
// dateline, credit, and the outlet that a credit line names.
func fromText(d *draft.Draft, st *text.Story) {
	if d.Byline.From == "document properties" {
		d.Byline = text.Field{} // who typed it; a byline in the text is surer
	}
	for i, s := range st.Sentences {
		line := st.Text(i)
		switch s.Role {
		case text.RoleByline:
			draft.Set(&d.Byline, bylineName(line), "line of the story")
		case text.RoleCredit:
			draft.Set(&d.Credit, creditAgency(line), "credit line")
			draft.Set(&d.Outlet, outletFromCredit(line), "credit line")
		case text.RoleDateline:
			draft.Set(&d.Date, draft.FindDate(line), "line of date")
		case text.RoleFurniture:
			draft.Set(&d.Credit, copyrightAgency(line), "copyright line")
		case text.RoleBody, text.RoleHeading:
			if s.Lead.Len() > 0 {
				setDateline(d, s.Lead.Of(st.Body))
			}
			draft.Set(&d.Credit, tailAgency(line), "end of a paragraph")
		}
	}
	name, agency := splitByline(d.Byline.Value)
	d.Byline.Value = name
	draft.Set(&d.Credit, agency, "byline")
	draft.Set(&d.Credit, leadAgency(d.Dateline.Value), "dateline")
}

// besideAgency finds the agency behind a name: "Ada Onslow, avec AFP", "Ada
// Onslow | Reuters", where it lent a hand, and "Ada Onslow, Reuters", where it
// is the writer's own.
var besideAgency = lazy.Regexp(`^(.+?)(?:,? (avec|with|mit|con|com|med|met) (?:l'|the )?| ?([|/]) ?|, | and | et | und | y | [-–—] )([^,|]{2,40})$`)

// splitByline takes a byline apart into the name and the agency behind it,
// which stays with the name where it is the writer's own.
func splitByline(s string) (name, agency string) {
	if agency = agencyOf(s); agency != "" {
		return s, agency
	}
	if s == "" {
		return "", ""
	}
	m := besideAgency().FindStringSubmatch(s)
	if m == nil {
		return s, ""
	}
	agency = agencyOf(strings.TrimSuffix(m[4], " staff"))
	if agency == "" || m[2] == "" && m[3] == "" {
		return s, agency
	}
	return m[1], agency
}

// stamped is a date before the place of a dateline: "date 2025-08-20 AVERLEY".
var stamped = lazy.Regexp(`^(?:date )?(\d{4}-\d\d-\d\d|\d{8}) `)

// setDateline sets what a dateline gives: place, agency, and a date in digits.
func setDateline(d *draft.Draft, lead string) {
	const from = "dateline of the story"
	lead = strings.TrimSpace(lead)
	if m := stamped().FindStringSubmatch(lead); m != nil {
		draft.SetDate(&d.Date, m[1], from)
		lead = lead[len(m[0]):]
	}
	if strings.ContainsFunc(lead, unicode.IsLetter) && agencyOf(lead) == "" {
		draft.Set(&d.Dateline, strings.TrimRight(lead, " -–—_:"), from)
	}
	draft.Set(&d.Credit, leadAgency(lead), from)
}

// creditAgency returns the agencies that a credit line names, in its order.
func creditAgency(line string) string {
	if a := agencyOf(line); a != "" {
		return a
	}
	at := map[string]int{}
	for _, a := range agencies {
		for _, name := range append([]string{a.name}, a.also...) {
			if i := wordIn(line, name); i >= 0 {
				if k, found := at[a.name]; !found || i < k {
					at[a.name] = i
				}
			}
		}
	}
	names := slices.SortedFunc(maps.Keys(at), func(x, y string) int { return at[x] - at[y] })
	return strings.Join(names, ", ")
}

// wordIn returns where name stands in s as a word of its own, -1 if it does not.
func wordIn(s, name string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], name)
		if i < 0 {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+len(name):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return i
		}
		from = i + len(name)
	}
}

// tailCredit finds a credit that stands in the last sentence: "she said. - dpa".
var tailCredit = lazy.Regexp(`(?:^|[.!?"'”’»] ?)(?:[-–—]{1,2} ?|\()([^()]{2,40})\)?$`)

// tailAgency returns the agency that the last sentence ends with, "" if it ends with none.
func tailAgency(line string) string {
	if !mayEndInCredit(line) {
		return ""
	}
	if m := tailCredit().FindStringSubmatch(line); m != nil {
		return agencyOf(m[1])
	}
	return ""
}

// tailBytes is above what tailCredit can match: 40 characters, two dashes, blanks, a bracket.
const tailBytes = 200

// mayEndInCredit reports whether a mark stands where tailCredit needs one; few
// lines have it, and the others do not need the pattern.
func mayEndInCredit(line string) bool {
	from := max(0, len(line)-tailBytes)
	for i, c := range line[from:] {
		if !strings.ContainsRune("-–—(", c) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(line[:from+i], " "))
		if from+i == 0 || strings.ContainsRune(".!?\"'”’»", before) {
			return true
		}
	}
	return false
}

// holder finds who claims the rights: "© 2025 Agence France-Presse. All rights reserved."
var holder = lazy.Regexp(`(?i)^(?:©|\(c\)|copyright)[\s©(c)]*(?:\d{4}[\s,–-]*)*(?:by )?(.+?)(?:\.? all rights reserved.*)?\.?$`)

// copyrightAgency returns the agency that claims the rights in a line, "" if
// anyone else does.
func copyrightAgency(line string) string {
	m := holder().FindStringSubmatch(line)
	if m == nil {
		return ""
	}
	return agencyOf(strings.TrimLeft(m[1], "0123456789 "))
}

// bylineName is the name in a byline: "Ada Onslow in Averley" of "By Ada Onslow in Averley".
func bylineName(line string) string {
	for _, by := range []string{"Story by ", "Written by ", "Words by ", "By: ", "By ", "BY ", "Von ", "Par ", "Por ", "Di ", "De "} {
		if rest, ok := strings.CutPrefix(line, by); ok {
			return strings.TrimSpace(rest)
		}
	}
	return strings.TrimSpace(line)
}
