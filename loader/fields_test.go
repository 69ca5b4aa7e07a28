package loader_test

import (
	"testing"

	"wirediff/diff/text"
)

// TestFields: what the lines of a plain story say about it, in the ways in
// which outlets set them.
func TestFields(t *testing.T) {
	const story = "The harbour was closed on Tuesday, the port’s master said.\n\nIt will open on Friday, she said, if the wind allows it."
	get := map[string]func(text.Source) text.Field{
		"title":    func(s text.Source) text.Field { return s.Title },
		"byline":   func(s text.Source) text.Field { return s.Byline },
		"dateline": func(s text.Source) text.Field { return s.Dateline },
		"credit":   func(s text.Source) text.Field { return s.Credit },
		"date":     func(s text.Source) text.Field { return s.Date },
		"outlet":   func(s text.Source) text.Field { return s.Outlet },
	}
	for _, c := range []struct{ body, field, want string }{
		{"By Ada Onslow\n\n" + story, "byline", "Ada Onslow"},
		{"BY ADA ONSLOW\n\n" + story, "byline", "ADA ONSLOW"},
		{"By: Ada Onslow\n\n" + story, "byline", "Ada Onslow"},
		{"By Ada Onslow and Jon Roe\n\n" + story, "byline", "Ada Onslow and Jon Roe"},
		{"By Ada Onslow in Port Averley\n\n" + story, "byline", "Ada Onslow in Port Averley"},
		{"Harbour closed after storm\n\nBy Ada Onslow, Averley Post\n\n" + story, "byline", "Ada Onslow, Averley Post"},
		{"Harbour closed after storm\nBy Ada Onslow\n\n" + story, "title", "Harbour closed after storm"},
		{"By Tuesday the harbour was closed.\n\n" + story, "byline", ""},
		{"By all accounts it was a storm to remember, they said.\n\n" + story, "byline", ""},
		{"Von Ada Onslow\n\nDer Hafen von Averley wurde am Dienstag geschlossen, wie die Hafenmeisterin sagte. Er soll am Freitag wieder öffnen.", "byline", "Ada Onslow"},
		{"Par Ada Onslow avec AFP\n\nLe port d'Averley a été fermé mardi, a déclaré la capitaine du port. Il doit rouvrir vendredi.", "byline", "Ada Onslow"},
		{"Par Ada Onslow avec AFP\n\nLe port d'Averley a été fermé mardi, a déclaré la capitaine du port. Il doit rouvrir vendredi.", "credit", "AFP"},

		{"AVERLEY, Oct 14 (Reuters) - " + story, "dateline", "AVERLEY, Oct 14 (Reuters)"},
		{"AVERLEY (AP) — " + story, "dateline", "AVERLEY (AP)"},
		{"AVERLEY, Karvenia — " + story, "dateline", "AVERLEY, Karvenia"},
		{"AVERLEY: " + story, "dateline", "AVERLEY"},
		{"Averley (dpa) - " + story, "dateline", "Averley (dpa)"},
		{"PORT AVERLEY/BRAKE, Oct 14 (Reuters) - " + story, "dateline", "PORT AVERLEY/BRAKE, Oct 14 (Reuters)"},
		{"ST. AVERLEY (AP) _ " + story, "dateline", "ST. AVERLEY (AP)"},
		{"NATO: we are ready to help, it said.\n\n" + story, "dateline", ""},
		{"(Reuters) - " + story, "dateline", ""},
		{"date 2025-10-14 AVERLEY: " + story, "date", "2025-10-14"},

		{story + "\n\n(Reporting by Ada Onslow in Averley; Editing by Jon Roe)", "credit", ""},
		{story + "\n\nAssociated Press writer Ada Onslow contributed to this report.", "credit", "AP"},
		{story + "\n\nReuters and AFP contributed to this report.", "credit", "Reuters, AFP"},
		{story + "\n\nWith files from The Canadian Press", "credit", "Canadian Press"},
		{story + "\n\nAFP/dpa", "credit", "AFP, dpa"},
		{story + "\n\nThe agency AFP said so too.", "credit", ""},
		{"She told Reuters that it was over.\n\n" + story, "credit", ""},
		{story + "\n\nThe Averley Post contributed to this report.", "outlet", "Averley Post"},
		{story + "\n\nCopyright 2025 The Associated Press. All rights reserved.", "credit", "AP"},
	} {
		if got := get[c.field](read(t, "a.txt", c.body)); got.Value != c.want || got.Value != "" && got.From == "" {
			t.Errorf("%s of %.60q … is %q (%s), want %q", c.field, c.body, got.Value, got.From, c.want)
		}
	}
}
