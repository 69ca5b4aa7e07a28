package text

import "testing"

func TestInitialsBehindADashAreACredit(t *testing.T) {
	for _, c := range []struct {
		paragraph string
		want      Role // of the last sentence
	}{
		{"The river took the mill, and the village that had lived from it for a century built it again, said Tomas, who keeps bees. - BPA", RoleCredit},
		{"The river took the mill, and the village that had lived from it for a century built it again, said Tomas, who keeps bees. — ANP.", RoleCredit},
		{"The river took the mill, and the village that had lived from it for a century built it again, said Tomas, who keeps bees. - Bravo", RoleBody},
		{"The river took the mill, and the village that had lived from it for a century built it again, said Tomas, who keeps bees. BPA", RoleBody},
	} {
		st := Segment(Source{Body: "It rained in the valley on Monday.\n\n" + c.paragraph})
		last := st.Sentences[len(st.Sentences)-1]
		if last.Role != c.want {
			t.Errorf("%q ends as %s (%q), want %s", c.paragraph, last.Role, last.Of(st.Body), c.want)
		}
	}
}
