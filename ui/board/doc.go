// Package board is the columns view: one widget that shows a report.Page as
// level, wrapped columns, and the overview strip beside it. It knows no files
// and no algorithms.
//
// # The way of a page to the screen
//
//	report.Page --compose--> flows: words with widths, one flow per cell
//	      flows --wrap-----> lines for the width of their column
//	      lines --stack----> rows: heights and their prefix sums
//	       rows --draw-----> a scene of what is in view: boxes, sprites, texts
//	      scene --paint----> pooled canvas objects
//
// Everything up to the scene is plain Go on whole pixels, takes its widths
// from a measurer (tests pass a fake one) and can be printed as text. Only
// paint.go and the event handlers of board.go know the toolkit. The other
// views of a page share the flow and the scene.
//
// # Views beside the columns
//
// Board sets columns and, on a page of two, the pair. Matrix, Order and
// Inline follow a board as Overview does: a pane (pane.go) gives each of them
// a head, a scrolling body and the keyboard, and its shape says what stands
// where. The board behind them may be hidden; it keeps page, focus, find and
// the walk through the changes, so that changing the view loses nothing.
//
// # A row
//
//	        | gap above: 0.3 T with labels, 0.5 T without, 0.95 T before a paragraph
//	        |  ┃ ~ reworded          ┃ + added 1 of 2      label band, 1.3 T, in the gap:
//	rail 12 |  ┃ Text of the cell    ┃ Text of the cell    so first lines stand level
//	        |  ┃ wrapped             ┃
//	        | gap below: 0.3 T
//
// One canvas.Text is made per word, not per line: the toolkit caches a
// texture per string, and a story's vocabulary is far smaller than its lines.
package board
