package text_test

import (
	"slices"
	"testing"

	"wirediff/diff/text"
)

func TestRoleOf(t *testing.T) {
	for _, c := range []struct{ lang, line, role string }{
		{"en", "- Allies discuss next steps -", "heading"},
		{"en", "- Averley, Northmere floated for talks -", "heading"},
		{"en", "Council weighs ferry ban", "heading"},
		{"en", "By Ada Onslow in Port Averley", "byline"},
		{"en", "By ADA ONSLOW and JON ROE, The Meridian", "byline"},
		{"en", "By Tuesday the rescuers had reached the valley.", "body"},
		{"en", "Published 3 March 2024, 10:15 a.m. GMT", "dateline"},
		{"en", "Last updated: Oct 14, 2025 6:02pm EDT", "dateline"},
		{"en", "- AFP", "credit"}, {"en", "(AP)", "credit"}, {"en", "Reuters/AFP", "credit"}, {"en", "ENDS", "credit"},
		{"en", "(Reporting by Ada Onslow; Editing by Jon Roe)", "credit"},
		{"en", "The Averley Post contributed to this report.", "credit"},
		{"en", "The storm contributed to this year’s losses.", "body"},
		{"en", "Share this @example.com", "furniture"}, {"en", "Read more: Ferry ban looms", "furniture"},
		{"en", "Sign up for our newsletter", "furniture"}, {"en", "© 2025 The Averley Post", "furniture"}, {"en", "___", "furniture"},
		{"en", "“Share this with your mother,” he said.", "body"},
		{"en", "Read more books, the minister told pupils on a visit to the school in the old town, and she gave each of them one to take home for the long winter evenings.", "body"},
		{"en", "Photo: Jon Roe/Meridian", "caption"}, {"en", "A ferry leaves Averley. Jon Roe/Getty Images", "caption"},
		{"en", "The council met on Monday.", "body"}, {"en", "Key points:", "body"}, {"en", "- Five people died", "body"},
		{"en", "The council said it would not", "heading"},
		{"de", "Von Ada Onslow, Averley", "byline"}, {"de", "Lesen Sie auch: Fähre gestoppt", "furniture"}, {"de", "(dpa)", "credit"},
		{"de", "Stand: 14. Oktober 2025, 10:15 Uhr", "dateline"}, {"de", "Von Montag an fährt keine Fähre.", "body"},
		{"fr", "Par Ada Onslow", "byline"}, {"fr", "Lire aussi : Le bac arrêté", "furniture"}, {"fr", "(avec AFP)", "credit"},
		{"es", "Publicado el 14 de octubre de 2025 a las 10:15", "dateline"}, {"ru", "Читайте также: паром", "furniture"},
		{"ja", "関連記事はこちら", "furniture"}, {"zh", "来源：新华社", "credit"},
		{"und", "", "body"}, {"xx", "some words.", "body"},
	} {
		if got := text.RoleOf(c.line, c.lang).String(); got != c.role {
			t.Errorf("%s %q: %s, want %s", c.lang, c.line, got, c.role)
		}
	}
}

func TestLead(t *testing.T) {
	for _, c := range []struct{ body, lead string }{
		{"KYIV (AFP) - Russian forces shelled the city.", "KYIV (AFP) - "},
		{"WASHINGTON: Top officers met.", "WASHINGTON: "},
		{"date 2025-08-20 WASHINGTON: Top officers met.", "date 2025-08-20 WASHINGTON: "},
		{"PORT AVERLEY, Oct 14 (Meridian) – The ferry stopped.", "PORT AVERLEY, Oct 14 (Meridian) – "},
		{"WASHINGTON—President Roe would sign it.", "WASHINGTON—"},
		{"LONDON, U.K. (CNN) -- The prime minister resigned.", "LONDON, U.K. (CNN) -- "},
		{"(Reuters) - Shares fell.", "(Reuters) - "},
		{"() President Roe is moving.", "() "},
		{"Averley (dpa) - The ferry stopped.", "Averley (dpa) - "},
		{"【ロンドン共同】英国の首相が辞任した。", "【ロンドン共同】"},
		{"NATO: we are ready to help.", ""},
		{"The U.S. Army said it left.", ""},
		{"NATO - the alliance - is ready.", ""},
		{"Roe (left) - the minister - spoke.", ""},
		{"Well - that was it.", ""},
		{"Averley’s mayor (a liberal) won.", ""},
	} {
		st := text.Segment(text.Source{Body: c.body})
		if got := st.Sentences[0].Lead.Of(c.body); got != c.lead {
			t.Errorf("%q: lead %q, want %q", c.body, got, c.lead)
		}
	}
}

func TestBlocks(t *testing.T) {
	body := "Council meets\nThe council met. It was long. - AFP Share this"
	src := text.Source{Body: body, Blocks: []text.Block{{Span: text.Span{Start: 0, End: 13}, Role: text.RoleHeading},
		{Span: text.Span{Start: 14, End: 49}}, {Span: text.Span{Start: 50, End: int32(len(body))}, Role: text.RoleBody}}}
	st := text.Segment(src)
	checkStory(t, st)
	var roles []string
	for i, s := range st.Sentences {
		roles = append(roles, s.Role.String()+":"+st.Text(i))
	}
	want := []string{"heading:Council meets", "body:The council met.", "body:It was long.", "credit:- AFP", "body:Share this"}
	if !slices.Equal(roles, want) {
		t.Errorf("%q", roles)
	}
}
