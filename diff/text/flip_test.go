package text_test

import (
	"testing"

	"wirediff/diff/text"
)

func TestWithRole(t *testing.T) {
	before := text.Segment(text.Source{Body: "By Ada Onslow\n\nThe harbour was closed on Tuesday. It will open.\n\nShare this\n\nThe master said so."})
	for i, p := range before.Paragraphs {
		role := text.RoleFurniture
		if !p.Role.Counted() {
			role = text.RoleBody
		}
		after := text.Segment(before.WithRole(i, role))
		if len(after.Paragraphs) != len(before.Paragraphs) || len(after.Sentences) != len(before.Sentences) {
			t.Fatalf("paragraph %d: %d paragraphs, %d sentences after", i, len(after.Paragraphs), len(after.Sentences))
		}
		for k, q := range after.Paragraphs {
			want := before.Paragraphs[k].Role
			if k == i {
				want = role
			}
			if q.Role != want || q.Span != before.Paragraphs[k].Span {
				t.Errorf("paragraph %d flipped: paragraph %d is %v %v, want %v", i, k, q.Role, q.Span, want)
			}
		}
	}
	if before.Blocks != nil {
		t.Error("the story was changed")
	}
}
