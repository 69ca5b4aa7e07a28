package board

// Top returns the row at the top of the body, 0 without a page; Uncover
// scrolls back to it.
func (b *Board) Top() int {
	if b.layout == nil || len(b.page.Rows) == 0 {
		return 0
	}
	return b.layout.rowAt(b.scroll)
}

// HeadHeight returns how high the heads of the columns are, 0 without a page.
func (b *Board) HeadHeight() float32 {
	if b.layout == nil {
		return 0
	}
	return float32(b.layout.headHeight())
}
