package news

import (
	"context"
	"slices"
	"strings"
	"testing"

	"wirediff/diff"
	"wirediff/diff/text"
)

// flagsBetween compares two stories and lists the flags of sentences a and b,
// "type before after".
func flagsBetween(t *testing.T, first, second string) (out []string) {
	t.Helper()
	c, err := diff.Compare(context.Background(), []text.Source{{Name: "a", Body: first}, {Name: "b", Body: second}}, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Find(c, Options{Base: -1}).Flags {
		out = append(out, strings.Join([]string{string(f.Type), f.A.Of(first), f.B.Of(second)}, "|"))
	}
	return out
}

// filler keeps the stories apart: only what is planted is shared.
const fillerA = `The bakers of Oldport close their ovens on Mondays in winter.

Four swans were counted on the canal behind the brewery.

A tram driver found a violin under the last seat of line nine.

`

const fillerB = `Customs men opened nineteen crates of tinned peaches.

The lighthouse keeper repaints his stairs before each storm season.

Pupils of the music school will tune the town's carillon themselves.

`

// TestTellsOne weighs sentence pairs: what they share beside names decides.
func TestTellsOne(t *testing.T) {
	lx := NewLexicon("en")
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Chancellor Ines Falk and Mayor Rolf Amend gathered some 40 harbour pilots for a virtual tasting of smoked eel.",
			"A club of pilots held a virtual tasting of eel on Tuesday.", true},
		{"Chancellor Ines Falk received Mayor Rolf Amend in Selmar on Monday to hear about the flood.",
			"Mayor Rolf Amend told Chancellor Ines Falk in Selmar on Monday that he would resign.", false},
		{"Falk said her clerks were “corresponding” with the tribunal.",
			"Rolf Amend, Ada Kray and Piet Roos were corresponding with Selmar.", true},
		{"Falk said her clerks were corresponding with the tribunal.",
			"Rolf Amend, Ada Kray and Piet Roos were corresponding with Selmar.", false},
	} {
		voc := &vocabulary{lx: lx}
		a, b := voc.read(segmented(fillerA+c.a, "en")), voc.read(segmented(fillerB+c.b, "en"))
		p := &pairing{lx: lx}
		last := func(s *script) int32 { return int32(len(s.Sentences) - 1) }
		if got := p.tellsOne(a.words(nil, last(&a)), b.words(nil, last(&b)), &a, &b); got != c.want {
			t.Errorf("%v, want %v\n  %s\n  %s", got, c.want, c.a, c.b)
		}
	}
}

// TestRelated: what two sentences that tell one thing do not share is found,
// aligned or not.
func TestRelated(t *testing.T) {
	got := flagsBetween(t, fillerA+"Chancellor Ines Falk and Mayor Rolf Amend gathered around 40 harbour pilots known as the “Eel Brothers” for virtual tastings.\n",
		fillerB+"A brotherhood of pilots who love eel held a virtual tasting Tuesday.\n")
	for _, want := range []string{"date||Tuesday", "number|around 40|"} {
		if !slices.ContainsFunc(got, func(s string) bool { return s == want || strings.Replace(want, "around 40", "40", 1) == s }) {
			t.Errorf("no %s in %q", want, got)
		}
	}
}

// TestCarried: a sentence that only quotes on has the source of the one before.
func TestCarried(t *testing.T) {
	const whole = "“We have ropes and we have lamps,” the guide told Radio Norte. “Nobody will go down alone tonight, because the shaft is wet.”\n"
	const first = "“We have ropes and we have lamps,” the guide told Radio Norte.\n\n"
	const again = "“Nobody will go down alone tonight, because the shaft is wet,” the guide told Radio Norte.\n"
	if got := flagsBetween(t, fillerA+whole, fillerA+first+again); len(got) > 0 {
		t.Errorf("found %q", got)
	}
	const stranger = "“Nobody will go down alone tonight, because the shaft is wet,” a widow told Radio Norte.\n"
	if got := flagsBetween(t, fillerA+whole, fillerA+first+stranger); !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "attribution_added||a widow told") }) {
		t.Errorf("another speaker is not found: %q", got)
	}
}

// TestCrossed: a clause that goes over to the next sentence loses nothing.
func TestCrossed(t *testing.T) {
	const a = "The dredger reached the sand bank before the storm, and the pilots of Lisbon took it in tow. The tow broke in the night and the crew was lifted off by helicopter.\n"
	const b = "The dredger reached the sand bank before the storm. The pilots of Lisbon took it in tow, but the tow broke in the night and the crew was lifted off by helicopter.\n"
	for _, f := range flagsBetween(t, fillerA+a, fillerA+b) {
		if strings.HasPrefix(f, "place|") {
			t.Errorf("found %s", f)
		}
	}
	const gone = "The dredger reached the sand bank before the storm. The pilots took it in tow, but the tow broke in the night and the crew was lifted off by helicopter.\n"
	if got := flagsBetween(t, fillerA+a, fillerA+gone); !slices.Contains(got, "place|Lisbon|") {
		t.Errorf("Lisbon is not missed: %q", got)
	}
}

// TestOfficeStandsIn: who bears an office in the story may be called by it.
func TestOfficeStandsIn(t *testing.T) {
	const opening = "Prime Minister Lena Holm opened the lock gates of Orm on Friday in front of a large crowd.\n\n"
	const byName = opening + "Flood barriers along both banks of the river must wait until spring, Holm told the lock keepers.\n"
	const byOffice = opening + "Flood barriers along both banks of the river must wait until spring, the prime minister told the lock keepers.\n"
	const byOther = opening + "Flood barriers along both banks of the river must wait until spring, the harbour master told the lock keepers.\n"
	if got := flagsBetween(t, byName, byOffice); len(got) > 0 {
		t.Errorf("found %q", got)
	}
	if got := flagsBetween(t, byName, byOther); !slices.Contains(got, "name|Holm|") {
		t.Errorf("Holm is not missed: %q", got)
	}
}
