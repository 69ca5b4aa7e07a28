package loader_test

import "testing"

func TestCredits(t *testing.T) {
	const story = "The harbour was closed on Tuesday, the port’s master said.\n\nIt will open on Friday, she said."
	for body, want := range map[string]string{
		story:                                                  "",
		story + " - AFP":                                       "AFP",
		story + "\n\n- AFP":                                    "AFP",
		story + "\n\n© Agence France-Presse":                   "",
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
