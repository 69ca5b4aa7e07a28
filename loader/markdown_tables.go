package loader

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	table "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	md "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdownParser reads CommonMark with GitHub's tables and struck text. The
// two are read here and not by goldmark's package of extensions, which brings
// the patterns of nine others and a renderer: 1 ms at every start of the program.
func markdownParser() parser.Parser {
	inline := append(parser.DefaultInlineParsers(), util.Prioritized(strikes{}, 500))
	paragraph := append(parser.DefaultParagraphTransformers(), util.Prioritized(tables{}, 200))
	return parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(inline...), parser.WithParagraphTransformers(paragraph...))
}

// tables takes the cells of a table out of a paragraph, as blocks of their own.
type tables struct{}

// Transform looks for a row of dashes: the line above it is the head of a
// table, those below are its rows, and what stands before stays a paragraph.
func (tables) Transform(p *ast.Paragraph, r md.Reader, _ parser.Context) {
	lines, src := p.Lines(), r.Source()
	for i := 1; i < lines.Len(); i++ {
		rule := lines.At(i)
		columns := columnsOf(string(rule.Value(src)))
		if columns == 0 {
			continue
		}
		cells := cellsOf(lines.At(i-1), src)
		if len(cells) > columns {
			return
		}
		for _, row := range lines.Sliced(i+1, lines.Len()) {
			below := cellsOf(row, src)
			cells = append(cells, below[:min(len(below), columns)]...)
		}
		replaceLines(p, i-1, cells)
		return
	}
}

// replaceLines keeps the first n lines of a paragraph and puts the cells behind it.
func replaceLines(p *ast.Paragraph, n int, cells []md.Segment) {
	parent, after := p.Parent(), ast.Node(p)
	for _, s := range cells {
		cell := table.NewTableCell()
		cell.Lines().Append(s)
		parent.InsertAfter(parent, after, cell)
		after = cell
	}
	p.Lines().SetSliced(0, n)
	if n == 0 {
		parent.RemoveChild(parent, p)
		return
	}
	last := p.Lines().At(n - 1)
	last.Stop-- // without its line feed
	p.Lines().Set(n-1, last)
}

// columnsOf counts the columns of a row of dashes, "| :-- | --: |"; 0 if l is none.
func columnsOf(l string) int {
	if w, _ := util.IndentWidth([]byte(l), 0); w > 3 || strings.Trim(l, "-") == "" {
		return 0
	}
	cells := strings.Split(l, "|")
	if strings.Trim(cells[0], blanks) == "" {
		cells = cells[1:]
	}
	if n := len(cells); n > 0 && strings.Trim(cells[n-1], blanks) == "" {
		cells = cells[:n-1]
	}
	for _, c := range cells {
		c = strings.TrimPrefix(strings.TrimSuffix(strings.Trim(c, blanks), ":"), ":")
		if c == "" || strings.Trim(c, "-") != "" {
			return 0
		}
	}
	return len(cells)
}

// blanks are what Markdown takes for white space.
const blanks = " \t\n\r"

// cellsOf cuts a row at the bars that no backslash stands before.
func cellsOf(row md.Segment, src []byte) (cells []md.Segment) {
	row = row.TrimLeftSpace(src)
	row = row.TrimRightSpace(src)
	line := row.Value(src)
	from, end := 0, len(line)
	if end > 0 && line[0] == '|' {
		from++
	}
	if end > 0 && line[end-1] == '|' {
		end--
	}
	for from < end {
		to := from
		for to < end && (line[to] != '|' || to > 0 && line[to-1] == '\\') {
			to++
		}
		cell := md.NewSegment(row.Start+from, row.Start+to)
		cell = cell.TrimLeftSpace(src)
		cells = append(cells, cell.TrimRightSpace(src))
		from = to + 1
	}
	return cells
}

// strikes reads "~~struck~~" and "~struck~". What is struck out stays in the text, as the
// marks of emphasis do not.
type strikes struct{}

// Trigger returns the byte that such text begins with.
func (strikes) Trigger() []byte { return []byte{'~'} }

// Parse takes one run of the mark.
func (strikes) Parse(_ ast.Node, block md.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	run := parser.ScanDelimiter(line, before, 1, strikes{})
	if run == nil || run.OriginalLength > 2 || before == '~' {
		return nil
	}
	run.Segment = segment.WithStop(segment.Start + run.OriginalLength)
	block.Advance(run.OriginalLength)
	pc.PushDelimiter(run)
	return run
}

// IsDelimiter reports whether b is the mark.
func (strikes) IsDelimiter(b byte) bool { return b == '~' }

// CanOpenCloser reports whether two runs belong together.
func (strikes) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

// OnMatch returns the node of the text between two runs; only its text is read.
func (strikes) OnMatch(int) ast.Node { return ast.NewEmphasis(1) }
