// Package report turns a reading into a Page, the one value that the window,
// the HTML report and the text output print, so that they cannot disagree.
//
// # From rows to a page
//
// A row of the collation is one unit of content: all sentences of all
// versions that say the same thing, wherever they were printed. A page must
// read differently: each column, from top to bottom, is a version as it was
// published. New therefore cuts every version into pieces, a piece being a
// run of neighbouring sentences of one unit, and lays the pieces into lines:
//
//	unit    A     B          line   A     B
//	  0    a1    b1            1    a1    b1
//	  1    a2    b4 (away)     2    a2    ghost, "moved down to 3a"
//	  2    a3    b3            3    a3    b3
//	                           3a         b4, "moved down from 2"
//
// Each unit has a line at its place, shared by all pieces that stand there.
// With a base these lines are in the base's order, and what a version did not
// move against the base is level with it; without one they are in the order
// of the collation. A piece that stands elsewhere gets a line of its own in
// the slot after the unit that its version prints before it, and so do lines
// of furniture. The unit's own line is its reference: a text in another line
// is moved, and the cell that it left in the reference line is a ghost.
//
// Then labels are given (labels.go), rows that do not fit the filter are
// folded and own rows packed (fold.go), and the text of the cells is cut
// into marked runs (runs.go). All of it is linear in rows, columns and words.
//
// # Writers
//
// Text, HTML, Markdown, CSV and DOCX, and package pdf, print a Page; those for
// paper and files print the same runs ([Printed]) under the same labels
// ([Cell.Labels]). [Page.Share] cuts a page down to what may be passed on,
// [Page.Report] adds the appendix. DOCXTracked prints a pair as one text with
// its changes. JSON prints the collation itself; its schema, wirediff/1, is
// wirediff-1.schema.json beside this file.
package report
