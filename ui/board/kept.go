package board

// Top returns the row at the top of the body, 0 without a page; Uncover
// scrolls back to it.
func (b *Board) Top() int {
	if b.layout == nil || len(b.page.Rows) == 0 {
		return 0
	}
	return b.layout.rowAt(b.scroll)
}
