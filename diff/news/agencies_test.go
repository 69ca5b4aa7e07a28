package news_test

import (
	"context"
	"testing"

	"wirediff/diff"
	"wirediff/diff/news"
	"wirediff/diff/text"
)

// An agency that no table knows is known by how the stories credit it.
func TestCreditsOfAnAgencyThatTheStoriesName(t *testing.T) {
	const report = "Rescuers cleared nine villages by bus and by boat on Monday, a week after divers saw cracks in the dam, the army told BPA.\n\n" +
		"Families could return by Easter, the minister said, but the engineers whom he invited have been much more careful."
	var sources []text.Source
	for _, body := range []string{
		"SELMAR (BPA) - " + report,
		report + " - BPA",
		"By Boreal Press Agency\n\n" + report,
		report,
		report + "\n\nThe Boreal Press Agency contributed to this report.",
	} {
		sources = append(sources, text.Source{Name: string(rune('A' + len(sources))), Body: body})
	}
	c, err := diff.Compare(context.Background(), sources, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	credits := news.Credits(c, news.NewLexicon)
	for i, want := range []news.Where{news.InDateline, news.AtEnd, news.InByline, news.NotAtAll, news.AtEnd} {
		if got := credits[i]; got.Agency != "BPA" || got.Where != want {
			t.Errorf("version %s: %q, %s; want BPA, %s", sources[i].Name, got.Agency, got.Where, want)
		}
	}
}
