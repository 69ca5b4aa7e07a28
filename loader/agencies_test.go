package loader_test

import (
	"strings"
	"testing"
)

func TestCredits(t *testing.T) {
	const story = "The harbour was closed on Tuesday, the port’s master said.\n\nIt will open on Friday, she said."
	for body, want := range map[string]string{
		story:                                                  "",
		story + " - AFP":                                       "AFP",
		story + "\n\n- AFP":                                    "AFP",
		story + "\n\n© Agence France-Presse":                   "AFP",
		story + "\n\n© 2025 The Averley Post":                  "",
		"AVERLEY (AP) — " + story:                              "AP",
		"(Reuters) - " + story:                                 "Reuters",
		"AVERLEY, Oct 14 (Xinhua) -- " + story:                 "Xinhua",
		"AVERLEY (AFP, Reuters) - " + story:                    "AFP, Reuters",
		story + "\n\nReuters contributed to this report.":      "Reuters",
		"By Nell Carrow\n\n" + story:                           "",
		"The AP chapter met (AP, that is) in a room. " + story: "",
		"Berlin (dpa) - " + story:                              "dpa",
	} {
		if got := read(t, "a.txt", body).Credit.Value; got != want {
			t.Errorf("credit of %q is %q, want %q", body, got, want)
		}
	}
}

func TestOutlets(t *testing.T) {
	const story = "The harbour was closed on Tuesday, the port’s master said.\n\nIt will open on Friday, she said."
	for _, c := range []struct{ name, body, outlet, label string }{
		{"03_Averley-Post.txt", story, "Averley Post", "Averley Post"},
		{"2025-10-14 the-harbour-times.txt", story, "the harbour times", "the harbour times"},
		{"b9fe12de4ee1ce90.txt", story, "", "b9fe12de4ee1ce90"},
		{"version 2.txt", story, "", "version 2"},
		{"x.txt", story + "\n\nNewswell contributed to this report.", "Newswell", "Newswell"},
		{"Post.txt", story + "\n\nAda Onslow contributed to this report.", "Post", "Post"},
		{"Post.txt", story + "\n\nReuters contributed to this report.", "Post", "Post"},
	} {
		got := read(t, c.name, c.body)
		if got.Outlet.Value != c.outlet || got.Name != c.label {
			t.Errorf("%s: outlet %q, label %q; want %q, %q", c.name, got.Outlet.Value, got.Name, c.outlet, c.label)
		}
	}
}

// TestAgencies: the credit of every agency is found wherever agencies and
// outlets set it.
func TestAgencies(t *testing.T) {
	const story = "The harbour was closed on Tuesday, the port’s master said.\n\nIt will open on Friday, she said."
	for agency, names := range map[string][]string{
		"AFP": {"AFP", "Agence France-Presse"}, "AP": {"AP", "Associated Press", "The Associated Press"}, "Reuters": {"Reuters"},
		"dpa": {"dpa"}, "EFE": {"EFE"}, "ANSA": {"ANSA"}, "PA": {"PA", "PA Media", "Press Association"}, "TASS": {"TASS"},
		"Xinhua": {"Xinhua"}, "Kyodo": {"Kyodo", "Kyodo News"}, "UPI": {"UPI"}, "AAP": {"AAP"}, "APA": {"APA"}, "ANP": {"ANP"}, "Belga": {"Belga"},
		"NTB": {"NTB"}, "Ritzau": {"Ritzau"}, "PTI": {"PTI"}, "ANI": {"ANI"}, "IANS": {"IANS"}, "Yonhap": {"Yonhap"}, "Jiji": {"Jiji Press"},
		"Bernama": {"Bernama"}, "Anadolu": {"Anadolu"}, "Interfax": {"Interfax"}, "Ukrinform": {"Ukrinform"}, "Bloomberg": {"Bloomberg"},
		"Canadian Press": {"The Canadian Press"}, "Lusa": {"Lusa"}, "PAP": {"PAP"},
	} {
		for _, name := range names {
			for _, body := range []string{
				"AVERLEY (%) - " + story, "AVERLEY, Oct 14 (%) -- " + story, "AVERLEY, Karvenia (%) — " + story, "AVERLEY, Oct. 14, 2025 (%) – " + story,
				"(%) - " + story,
				story + " - %", story + "\n\n- %", story + "\n\n(%)", story + "\n\n%", story + "\n\n—%", story + " (%)",
				story + "\n\nSource: %", story + "\n\n% contributed to this report.", story + "\n\nWith reporting by %", story + "\n\n© %", story + "\n\n© 2025 %",
				"By Ada Onslow, %\n\n" + story, "By Ada Onslow | %\n\n" + story, "By Ada Onslow and %\n\n" + story, "By %\n\n" + story, "%\n\n" + story,
			} {
				if body[:2] == "By" && name == "dpa" {
					continue // a byline begins with a capital
				}
				body = strings.ReplaceAll(body, "%", name)
				if got := read(t, "a.txt", body); got.Credit.Value != agency {
					t.Errorf("credit of %q is %q, want %q", body[:min(len(body), 40)]+" … "+body[max(0, len(body)-40):], got.Credit.Value, agency)
				}
			}
		}
	}
}
