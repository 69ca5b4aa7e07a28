package style_test

import (
	"slices"
	"strings"
	"testing"

	"wirediff/diff/style"
	"wirediff/diff/text"
)

// story segments a body in a language.
func story(lang, body string) *text.Story {
	src := text.Source{Body: body}
	src.Language.Value = lang
	return text.Segment(src)
}

// keys returns the loud keys of a story.
func keys(s *text.Story) []uint64 {
	var out []uint64
	for _, t := range s.Tokens {
		if t.Key != 0 {
			out = append(out, t.Key)
		}
	}
	return out
}

// same reports whether Apply makes two bodies equal.
func same(t *testing.T, lang, a, b string, rules ...style.Rule) bool {
	t.Helper()
	out, _ := style.Apply([]*text.Story{story(lang, a), story(lang, b)}, style.Rules{User: rules})
	back, _ := style.Apply([]*text.Story{story(lang, b), story(lang, a)}, style.Rules{User: rules})
	ab, ba := slices.Equal(keys(out[0]), keys(out[1])), slices.Equal(keys(back[0]), keys(back[1]))
	if ab != ba || !slices.Equal(keys(out[0]), keys(back[1])) {
		t.Errorf("the order of the stories matters: %q, %q", a, b)
	}
	return ab
}

func TestSame(t *testing.T) {
	for _, c := range [][2]string{
		{"A US ship left.", "A U.S. ship left."},
		{"The UK and the UN agreed.", "The U.K. and the U.N. agreed."},
		{"It fell 5 per cent.", "It fell 5%."},
		{"It fell 5 percent.", "It fell five per cent."},
		{"Twelve sailors and twenty-one cooks.", "12 sailors and 21 cooks."},
		{"The organisation’s colour, analysed.", "The organization's color, analyzed."},
		{"They travelled and cancelled it.", "They traveled and canceled it."},
		{"General Caine met Senator Roe in October.", "Gen. Caine met Sen. Roe in Oct."},
		{"At 6 p.m. on Tuesday", "At 6pm on Tues."},
		{"At 6:00 p.m. they", "At 6 pm they"},
		{"At 6.30pm they", "At 6:30 p.m. they"},
		{"It is number 3 and No. 10", "It is No. 3 and No 10"},
		{"An e-mail to the web site’s adviser", "An email to the website's advisor"},
		{"Toward a grey harbour", "Towards a gray harbor"},
		{"About 5 million and $1.2bn", "About 5m and $1.2 billion"},
		{"Five million people", "5m people"},
		{"1,500 men", "1500 men"},
		{"N.A.T.O. met", "NATO met"},
		{"Nato met", "NATO met"},
		{"Erdogan spoke in Kiev.", "Erdogan spoke in Kyiv."},
		{"“It’s over -- now,” he said…", "\"It's over — now\", he said..."},
		{"The Vice-President left", "The vice president left"},
		{"a cyber-attack", "a cyberattack"},
		{"President Erdogan spoke.", "President Erdoğan spoke."},
		{"The first of two", "The 1st of 2"},
	} {
		if !same(t, "en", c[0], c[1]) {
			t.Errorf("%q and %q differ", c[0], c[1])
		}
	}
}

func TestSameElsewhere(t *testing.T) {
	for _, c := range [][3]string{
		{"de", "Die Preise stiegen um 2,5 Prozent.", "Die Preise stiegen um 2,5 %."},
		{"de", "Die Sitzung um 15 Uhr", "Die Sitzung um 15.00 Uhr"},
		{"de", "1.500 Menschen, zwölf Boote, 5 Mio. Euro", "1500 Menschen, 12 Boote, 5 Millionen Euro"},
		{"de", "Er sagte, daß es z. B. ginge", "Er sagte, dass es zum Beispiel ginge"},
		{"fr", "La séance débutera à 15 heures.", "La séance débutera à 15h00."},
		{"fr", "cinq pour cent", "5 %"}, {"es", "EE. UU. retiró el 3,2 por ciento", "Estados Unidos retiró el 3,2 %"},
		{"pt", "cinco milhões", "5 milhões"}, {"it", "cinque per cento", "5%"},
		{"ru", "Ещё 5 млн рублей", "Еще пять миллионов руб."}, {"uk", "5 млн гривень", "5 мільйонів грн"},
	} {
		if !same(t, c[0], c[1], c[2]) {
			t.Errorf("%s: %q and %q differ", c[0], c[1], c[2])
		}
	}
}

func TestReal(t *testing.T) {
	for _, c := range [][2]string{
		{"They told us so.", "They told US so."},
		{"a prise of", "a prize of"}, {"four men", "for men"}, {"he filed it", "he filled it"},
		{"He said no, 3 men left", "He said number 3 men left"},
		{"They don't go", "They do not go"},
		{"It fell 5%.", "It fell 5."}, {"He left?", "He left."},
		{"to Iran now", "to Iraq now"}, {"with Anton Weiss", "with Antony Weiss"}, {"on Sunday he", "on Monday he"},
		{"Judge Aileen Morton said", "Judge Aileen Norton said"}, {"met Mario Rossi", "met Maria Rossi"},
		{"met Peter Jensen now", "met Peter Jansen now"}, {"an hour ago", "an or ago"},
		{"to re-sign the deal", "to resign the deal"}, {"It is -5 degrees", "It is 5 degrees"},
		{"The 5 m wall", "The 5 million wall"}, {"Former minister", "Minister"}, {"will go", "may go"},
		{"1.5 tons", "15 tons"}, {"He is Gen Z", "He is General Z"},
	} {
		if same(t, "en", c[0], c[1]) {
			t.Errorf("%q and %q are the same", c[0], c[1])
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"When Zelensky arrived, he spoke. When Zelensky left, he sang.", "When Zelenskyy arrived, he spoke. When Zelenskiy left, he sang.", true},
		{"Today Zelensky’s men came.", "Today Zelenskyy’s men came.", true},
		{"Minister Sergey Lavrov said", "Minister Sergei Lavrov said", true},
		{"with Yusuf Amari in town", "with Youssef Amari in town", true},
		{"Mayor Khaled Omari", "Mayor Haled Omari", true},
		{"and Ali Reza said", "and Alia Reza said", false},
		{"met Marten Weiss and Martin Weiss", "met Martin Weiss and Marten Weiss", false},
		{"Old Sergey and Sergei met.", "Old Sergei and Sergei met.", false},
	} {
		if got := same(t, "en", "He said "+c.a, "He said "+c.b); got != c.same {
			t.Errorf("%q, %q: same is %v", c.a, c.b, got)
		}
	}
}

func TestUser(t *testing.T) {
	rules, err := style.Parse("list.txt", "# ours\nboat = vessel = water craft # all one\nU.S. ! US\nZelensky ! Zelenskyy\nrealise ! realize\n")
	if err != nil || len(rules) != 5 || rules[0].From != "list.txt" {
		t.Fatal(rules, err)
	}
	if !same(t, "en", "The boat sank.", "The water craft sank.", rules...) {
		t.Error("A = B does not hold")
	}
	for _, c := range [][2]string{{"A US ship", "A U.S. ship"}, {"President Zelensky is", "President Zelenskyy is"}, {"They realise", "They realize"}} {
		if same(t, "en", c[0], c[1], rules...) {
			t.Errorf("%q, %q: A ! B does not hold", c[0], c[1])
		}
	}
	for _, bad := range []string{"boat\n", "\n\na = \n", "a ! b ! c", "a = b ! c"} {
		if _, err := style.Parse("list.txt", bad); err == nil || !strings.HasPrefix(err.Error(), "list.txt, line ") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestFoundAndChoices(t *testing.T) {
	stories := []*text.Story{
		story("en", "Now President Zelensky left Kyiv. The US waits. The U.S. waits."),
		story("en", "Now President Zelenskyy left Kiev. The US waits."),
	}
	keyed, found := style.Apply(stories, style.Rules{})
	if len(found) != 1 || found[0].A != "Zelensky" || found[0].B != "Zelenskyy" || !strings.Contains(found[0].From, "President") {
		t.Errorf("%+v", found)
	}
	r, ok := style.Explain("en", "Zelenskyy", "Zelensky", style.Rules{}, found)
	if !ok || r != found[0] {
		t.Error(r, ok)
	}
	for _, c := range [][3]string{{"US", "U.S.", "built-in en"}, {"organise", "organize", "rule of spelling, en"}, {"five", "5", "built-in en"}} {
		if r, ok := style.Explain("en", c[0], c[1], style.Rules{}, nil); !ok || r.From != c[2] {
			t.Error(c, r, ok)
		}
	}
	if r, ok := style.Explain("en", "boat", "ship", style.Rules{}, nil); ok {
		t.Error(r)
	}
	choices := style.Choices(stories, keyed)
	var got []string
	for _, c := range choices {
		for _, f := range c.Forms {
			got = append(got, f.Text)
		}
	}
	if want := "Kiev Kyiv US U.S. Zelensky Zelenskyy"; strings.Join(got, " ") != want {
		t.Errorf("%v", choices)
	}
}
