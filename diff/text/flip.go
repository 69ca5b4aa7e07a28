package text

import "slices"

// WithRole returns the story's source with the role of one paragraph changed:
// what a reader does who knows better than the rules. All paragraphs become
// blocks with the roles they have, so that nothing else changes; segmenting
// the result again gives the same paragraphs.
func (st *Story) WithRole(par int, role Role) Source {
	src := st.Source
	src.Blocks = make([]Block, len(st.Paragraphs))
	for i, p := range st.Paragraphs {
		src.Blocks[i] = Block{Span: p.Span, Role: p.Role}
	}
	src.Blocks[par].Role = role
	src.Confidence = nil
	if len(st.Confidence) == len(st.Blocks) && len(st.Blocks) == len(st.Paragraphs) {
		src.Confidence = slices.Clone(st.Confidence)
	}
	return src
}
