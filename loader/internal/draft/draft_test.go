package draft_test

import (
	"slices"
	"testing"

	"wirediff/loader/internal/draft"
)

func TestDate(t *testing.T) {
	for s, want := range map[string]string{
		"2025-10-14T19:40:00+01:00": "2025-10-14T19:40:00+01:00", "2025-10-14T19:40:00Z": "2025-10-14T19:40:00Z", "2025-10-14T19:40:00.123+0100": "2025-10-14T19:40:00+01:00",
		"20251014T184000Z": "2025-10-14T18:40:00Z", "Tue, 14 Oct 2025 19:40:00 +0100": "2025-10-14T19:40:00+01:00", "Tue, 14 Oct 2025 19:40:00 EDT": "2025-10-14T19:40:00-04:00",
		"Tue, 14 Oct 2025 18:40:00 GMT": "2025-10-14T18:40:00Z", "Tue, 14 Oct 2025 18:40:00 +0000 (UTC)": "2025-10-14T18:40:00Z",
		"2025-10-14 19:40": "2025-10-14", "2025-10-14": "2025-10-14", "October 14, 2025": "2025-10-14", "14 October 2025": "2025-10-14", "14.10.2025": "2025-10-14",
		"": "", "yesterday": "", "14": "", "0001-01-01": "", "9999-01-01": "",
	} {
		if got := draft.Date(s); got != want {
			t.Errorf("Date(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	wrapped := "The harbour was closed on Tuesday after a storm broke two\nof its gates, the master said. It will stay closed for a\nweek at least.\n\nShe did not say more."
	for s, want := range map[string][]string{
		wrapped: {"The harbour was closed on Tuesday after a storm broke two of its gates, the master said. It will stay closed for a week at least.", "She did not say more."},
		"The harbour was closed, and the master of it said\nso on Tuesday.\nIt will open.": {"The harbour was closed, and the master of it said so on Tuesday.", "It will open."},
		"apples\npears":           {"apples", "pears"},
		"One.\nTwo.\r\nThree.":    {"One.", "Two.", "Three."},
		"\n\n a \n\n\n b\tc \n":   {"a", "b\tc"},
		"":                        nil,
		"One\u2029Two\u2028Three": {"One", "Two", "Three"},
	} {
		if got := draft.Paragraphs(s); !slices.Equal(got, want) {
			t.Errorf("Paragraphs(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestFindDate(t *testing.T) {
	for s, want := range map[string]string{
		"Published: Monday, November 18th, 2019 at 11:08 a.m.": "2019-11-18", "14 October 2025, 10:15": "2025-10-14", "Oct. 14, 2025": "2025-10-14",
		"Stand: 14.10.2025, 18:02 Uhr": "2025-10-14", "Publié le 14 octobre 2025 à 18h02": "2025-10-14", "16. März 2025": "2025-03-16",
		"Publicado el 14 de octubre de 2025": "2025-10-14", "1er août 2025": "2025-08-01", "2025年10月4日 18時30分": "2025-10-04", "Updated 2025-10-14 09:00": "2025-10-14",
		"02 751 1500": "", "10/11/2025": "", "9.30 A.M.": "", "31 February 2025": "", "Room 12 Tower 2025": "", "": "",
	} {
		if got := draft.FindDate(s); got != want {
			t.Errorf("FindDate(%q) = %q, want %q", s, got, want)
		}
	}
}
