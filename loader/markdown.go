package loader

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	table "github.com/yuin/goldmark/extension/ast"
	md "github.com/yuin/goldmark/text"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/lazy"
	"wirediff/loader/internal/page"
)

// Limits of what is read as Markdown. The parser grows with the square of
// brackets left open and of the lists and quotations that one line opens; half
// a megabyte of either took a minute. Stories are far below.
const (
	MaxMarkdown  = 512 << 10 // bytes: 80,000 words
	maxOpenLinks = 4000      // opening brackets between two blank lines
	maxOpeners   = 64        // marks of lists and quotations at the head of a line
)

// tooMuchMarkdown reports whether s is above one of the limits.
func tooMuchMarkdown(s string) bool {
	if len(s) > MaxMarkdown {
		return true
	}
	brackets := 0
	for l := range strings.Lines(s) {
		t := strings.TrimSpace(l)
		if brackets += strings.Count(t, "["); t == "" {
			brackets = 0
		}
		if brackets > maxOpenLinks || openers(t) > maxOpeners {
			return true
		}
	}
	return false
}

// openers counts the marks of lists and quotations at the head of a line.
func openers(l string) (n int) {
	for ; ; n++ {
		l = strings.TrimLeft(l, " \t")
		switch mark := l[:len(l)-len(strings.TrimLeft(l, "0123456789"))]; {
		case strings.HasPrefix(l, ">"):
			l = l[1:]
		case len(l) > 1 && strings.ContainsRune("-*+", rune(l[0])) && (l[1] == ' ' || l[1] == '\t'):
			l = l[2:]
		case mark != "" && len(mark) < len(l) && (l[len(mark)] == '.' || l[len(mark)] == ')'):
			l = l[len(mark)+1:]
		default:
			return n
		}
	}
}

// readMarkdown reads CommonMark with GitHub's tables, and a front matter of
// plain "key: value" lines (YAML's simplest form, and TOML's).
func readMarkdown(f file) (draft.Draft, error) {
	if tooMuchMarkdown(f.text.String) {
		d, err := readPlain(f)
		d.Format = "Markdown, too long to be read as other than plain text"
		return d, err
	}
	src, d := frontMatter(draft.Newlines(f.text.String))
	source := []byte(src)
	doc := markdownParser().Parse(md.NewReader(source))
	err := ast.Walk(doc, func(n ast.Node, enter bool) (ast.WalkStatus, error) {
		if !enter || n.Type() == ast.TypeInline {
			return ast.WalkContinue, nil
		}
		return markdownBlock(&d, n, source), nil
	})
	d.Format, d.Encoding = "Markdown", f.text.Encoding
	return d, err
}

// markdownBlock adds a block that holds text.
func markdownBlock(d *draft.Draft, n ast.Node, src []byte) ast.WalkStatus {
	switch n := n.(type) {
	case *ast.Heading:
		s := inlineText(n, src)
		if n.Level == 1 && d.Title.Value == "" && len(d.Parts) == 0 {
			draft.Set(&d.Title, s, "first heading")
		} else {
			d.Add(text.RoleHeading, s)
		}
	case *ast.HTMLBlock:
		if f, err := page.Fragment(linesOf(n, src)); err == nil {
			d.Parts = append(d.Parts, f.Parts...)
		}
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		d.AddText(text.RoleAuto, linesOf(n, src))
	case *ast.Paragraph, *ast.TextBlock:
		d.Add(text.RoleAuto, inlineText(n, src))
	default:
		if n.HasChildren() && n.FirstChild().Type() == ast.TypeInline {
			d.Add(text.RoleAuto, inlineText(n, src)) // cell of a table
			return ast.WalkSkipChildren
		}
		return ast.WalkContinue
	}
	return ast.WalkSkipChildren
}

func linesOf(n ast.Node, src []byte) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		b.Write(s.Value(src))
	}
	return b.String()
}

// inlineText returns the text of a block without its marks.
func inlineText(n ast.Node, src []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(k ast.Node, enter bool) (ast.WalkStatus, error) {
		if !enter {
			return ast.WalkContinue, nil
		}
		switch k := k.(type) {
		case *ast.Text:
			s := string(k.Value(src))
			if n.Kind() == table.KindTableCell && k.Parent().Kind() == ast.KindCodeSpan {
				s = strings.ReplaceAll(s, `\|`, "|")
			}
			b.WriteString(s)
			if k.SoftLineBreak() || k.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(k.Value)
		case *ast.AutoLink:
			b.Write(k.Label(src))
		case *ast.Image:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return page.Unescape(b.String())
}

var matter = lazy.Regexp(`^(?:---|\+\+\+)\n((?s:.*?))\n(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|$)`)

var matterLine = lazy.Regexp(`(?m)^([A-Za-z_-]+)\s*[:=]\s*(.+)$`)

// frontMatter cuts off the front matter and sets the fields it holds.
func frontMatter(s string) (rest string, d draft.Draft) {
	m := matter().FindStringSubmatch(s)
	if m == nil {
		return s, d
	}
	fields := map[string]*text.Field{"title": &d.Title, "headline": &d.Title, "author": &d.Byline, "byline": &d.Byline, "outlet": &d.Outlet,
		"source": &d.Outlet, "publication": &d.Outlet, "site": &d.Outlet, "description": &d.Standfirst, "standfirst": &d.Standfirst, "subtitle": &d.Standfirst,
		"summary": &d.Standfirst, "lang": &d.Language, "language": &d.Language, "url": &d.Address, "link": &d.Address, "permalink": &d.Address,
		"dateline": &d.Dateline, "credit": &d.Credit, "slug": &d.Slug}
	for _, l := range matterLine().FindAllStringSubmatch(m[1], -1) {
		key, value := strings.ToLower(l[1]), strings.Trim(strings.TrimSpace(l[2]), `"'[]`)
		switch {
		case key == "date" || key == "published":
			draft.SetDate(&d.Date, value, "front matter")
		case key == "embargo":
			draft.SetDate(&d.Embargo, value, "front matter")
		case fields[key] != nil:
			draft.Set(fields[key], value, "front matter")
		}
	}
	return s[len(m[0]):], d
}
