package board

import (
	"slices"
	"strconv"

	"wirediff/diff"
	"wirediff/ui/tongue"
)

// The list of versions at the left of the proof.

// press is part of shape: a click on a version chooses it.
func (n *Inline) press(x, y int) bool {
	if x >= n.sheet.list || n.sheet.list == 0 || n.OnVersion == nil {
		return false
	}
	for i, v := range n.versions {
		if top, h := n.entry(i); y >= top && y < top+h {
			n.OnVersion(v)
			return true
		}
	}
	return false
}

// entry returns where the i-th version stands in the list.
func (n *Inline) entry(i int) (top, height int) {
	m := n.sheet.small.m
	height = m.t(3.9)
	return m.t(3.3) + i*height, height
}

// sideways is part of shape: the arrows go to another version.
func (n *Inline) sideways(step int) (int, bool) {
	if n.sheet.proof == nil || n.OnVersion == nil {
		return 0, false
	}
	if i := slices.Index(n.versions, n.sheet.proof.Version) + step; i >= 0 && i < len(n.versions) {
		n.OnVersion(n.versions[i])
	}
	return 0, false
}

// drawList prints the versions to choose from, with the share kept.
func (n *Inline) drawList(s *scene) {
	t, pal := &n.sheet, &n.board.look.Palette
	if t.list == 0 {
		return
	}
	set, m := t.small.set, t.small.m
	x, room := m.t(1.9), t.list-m.t(2.2)
	r := t.page.Reading
	set.printLine(s, layerText, x, m.t(1.4)+set.baseline(m.t(1.2), set.fonts.small), room, t.page.Heads[0].Name+",", set.fonts.small, pal.Muted)
	set.printLine(s, layerText, x, m.t(2.4)-m.t(0.05)+set.baseline(m.t(1.0), set.fonts.small), room, tongue.Say("as edited by"), set.fonts.small, pal.Muted)
	for i, v := range n.versions {
		top, h := n.entry(i)
		if v == t.proof.Version {
			s.outline(layerTint, x-m.t(0.8), top+m.t(0.2), room+m.t(0.9), h-m.t(0.4), 4*m.u, m.u, pal.Paper, pal.Rule)
		}
		name := round(1.25 * float64(set.fonts.masthead.size))
		set.printLine(s, layerText, x, top+m.t(0.55)+set.baseline(name, set.fonts.masthead), room, versionTitle(r, v), set.fonts.masthead, pal.Ink)
		set.printLine(s, layerText, x, top+m.t(0.55)+name+set.baseline(m.t(1.1), set.fonts.small), room, shareWords(r, v), set.fonts.small, pal.Muted)
	}
}

func versionTitle(r *diff.Reading, v int) string {
	if name := r.Versions[v].Name; name != "" {
		return name
	}
	return r.Versions[v].File
}

// shareWords is "68% kept, 3 cut".
func shareWords(r *diff.Reading, v int) string {
	t := &r.Tallies[v]
	if t.OwnStory {
		return tongue.Say("own story")
	}
	return keptWords(t.Kept) + ", " + tongue.Phrase(strconv.Itoa(t.Count[diff.Cut])+" cut")
}
