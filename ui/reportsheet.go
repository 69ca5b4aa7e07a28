package ui

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/board"
)

// Measures of the dialog of reports, and how much of a report it shows.
const (
	reportLeft   = 470
	reportRight  = 480
	reportHeight = 430
	previewLines = 60
	previewWidth = 56 // signs
)

// reportSheet is the dialog that a report is made in: what it shall be at the
// left, what it will hold at the right.
type reportSheet struct {
	window  *Window
	options reportOptions
	reading *diff.Reading
	view    report.View

	words   *label        // counts per version
	preview *widget.Label // the first lines as plain text
	trouble *label        // why it cannot be written so
	write   *press
	hide    *press
	all     []*press // for Escape
	asked   int      // of the preview asked for last
}

// export asks how the report shall be, showing what it will hold.
func (w *Window) export() {
	s := &reportSheet{window: w, options: w.reports, reading: w.reading, view: w.page.View,
		words: newLabel("", board.ColorMuted), trouble: newLabel("", board.ColorCut), preview: widget.NewLabel("")}
	s.options.out, s.words.cut = nil, true
	if s.options.date != "" {
		s.options.date = today(time.Now())
	}
	s.preview.TextStyle.Monospace = true
	scroll := container.NewScroll(s.preview)
	scroll.SetMinSize(fyne.NewSize(reportRight, reportHeight-60))
	right := container.NewVBox(heading(tr("What the report will hold")), scroll, s.words, s.trouble)
	s.write = newPress(facePrimary, tr("Write …"), s.send)
	left := container.New(&fixedWidth{reportLeft}, s.form())
	w.openSheet(tr("Write a report"), container.NewHBox(left, padded(container.New(&fixedWidth{reportRight}, right), 18, 0, 0, 0)), s.all[0], s.write)
	w.stage.sheet.shut.say(tr("Cancel"))
	for _, p := range s.all {
		p.keys = w.stage.sheet.escape
	}
	s.changed()
}

// form is the questions, one below the other.
func (s *reportSheet) form() fyne.CanvasObject {
	o := &s.options
	box := container.NewVBox()
	ask := func(title string, parts ...fyne.CanvasObject) {
		if title != "" {
			l := newLabel(title, board.ColorMuted)
			l.size = 12
			box.Add(l)
		}
		box.Add(container.New(&inLine{gap: 6}, parts...))
	}
	formats := s.oneOf(formatNames(), int(o.format), func(i int) { o.format = reportFormat(i) })
	ask(tr("Format"), formats[:4]...) // two lines, one choice
	ask("", formats[4:]...)
	ask(tr("Rows"), append(s.oneOf([]string{tr("As in the window"), tr("All"), tr("Changes only")}, int(o.rows), func(i int) { o.rows = reportRows(i) }),
		s.number(o.context, 40, func(n int) { o.context = n }), newLabel(tr("rows around"), board.ColorMuted))...)
	ask(tr("Versions"), s.versions()...)
	limit := s.number(o.sharing.Excerpt, 60, func(n int) { o.sharing.Excerpt = n })
	s.hide = s.turn(tr("Names hidden"), &o.sharing.HideNames)
	ask(tr("Excerpts: words of each version at most, empty for the full text"), limit, s.hide, s.turn(tr("Notes"), &o.sharing.Notes))
	var schemes []string
	for p := range report.NumScheme {
		schemes = append(schemes, tr(p.String()))
	}
	ask(tr("Colours of HTML and PDF"), s.oneOf(schemes, int(o.scheme), func(i int) { o.scheme = report.Scheme(i) })...)
	dated := o.date != ""
	ask("", s.switchOf(tr("Say the date"), dated, func(on bool) {
		if o.date = ""; on {
			o.date = today(time.Now())
		}
	}), s.turn(tr("Open it when it is written"), &o.open))
	return box
}

// oneOf is presses of which one holds.
func (s *reportSheet) oneOf(titles []string, chosen int, choose func(int)) []fyne.CanvasObject {
	var row []*press
	var out []fyne.CanvasObject
	for i, title := range titles {
		p := newPress(faceTool, title, nil)
		p.on = chosen == i
		p.action = func() {
			choose(i)
			turnOnly(row, p)
			s.changed()
		}
		row, out, s.all = append(row, p), append(out, p), append(s.all, p)
	}
	return out
}

// switchOf is a press that is on or off.
func (s *reportSheet) switchOf(title string, on bool, set func(bool)) *press {
	p := newPress(faceTool, title, nil)
	p.on = on
	p.action = func() {
		p.turn(!p.on)
		set(p.on)
		s.changed()
	}
	s.all = append(s.all, p)
	return p
}

func (s *reportSheet) turn(title string, value *bool) *press {
	return s.switchOf(title, *value, func(on bool) { *value = on })
}

// number is an entry for a number; empty is 0.
func (s *reportSheet) number(n int, width float32, set func(int)) *fyne.Container {
	e := newSheetEntry(s.window, 1)
	if n > 0 {
		e.SetText(strconv.Itoa(n))
	}
	e.OnChanged = func(words string) {
		n, err := strconv.Atoi(strings.TrimSpace(words))
		if err != nil || n < 0 {
			n = 0
		}
		set(n)
		s.changed()
	}
	return container.New(&fixedWidth{width}, e)
}

// versions are the switches of the columns that the page shows.
func (s *reportSheet) versions() (out []fyne.CanvasObject) {
	for _, h := range s.window.page.Heads {
		p := s.switchOf(h.Letter, true, func(on bool) {
			if on {
				s.options.out = slices.DeleteFunc(s.options.out, func(k int) bool { return k == h.Version })
			} else {
				s.options.out = append(s.options.out, h.Version)
			}
		})
		out = append(out, p)
	}
	return out
}

// changed shows at once what the report would hold now. The page is made
// beside the window; what comes late is dropped.
func (s *reportSheet) changed() {
	s.asked++
	mine, o := s.asked, s.options
	o.out = slices.Clone(o.out)
	s.hide.enable(!o.format.whole())
	w, program := s.window, s.window.program()
	w.jobs.beside(func() func() {
		words, lines, err := o.preview(s.reading, s.view, program)
		return func() {
			if mine != s.asked {
				return
			}
			s.words.say(words)
			s.preview.SetText(lines)
			s.trouble.say("")
			if err != nil {
				s.trouble.say(tr("Not so: %s.", err.Error()))
			}
			s.write.enable(err == nil)
		}
	})
}

// preview is what a report would hold: words per version, the first lines as
// text, and why it cannot be written.
func (o reportOptions) preview(r *diff.Reading, v report.View, program string) (words, lines string, err error) {
	if len(o.view(v).Order) == 0 {
		return "", "", fmt.Errorf("no version is chosen")
	}
	if o.format.whole() {
		if o.format == asTracked {
			_, err = o.tracked(r, v)
		}
		return tr("%s holds every word of its texts: no limit, names shown.", o.format.String()), firstLines(o, r, v, program), err
	}
	p := o.page(r, v, program)
	var parts []string
	for i, n := range wordsOf(p) {
		parts = append(parts, p.Heads[i].Letter+" "+countWords(n, "word"))
	}
	var out bytes.Buffer
	err = report.Text(&out, p, report.TextOptions{Width: previewWidth})
	return strings.Join(parts, "  "), cutLines(out.String()), err
}

// firstLines is the beginning of a report that is text itself; of one that is
// not, of the page as text.
func firstLines(o reportOptions, r *diff.Reading, v report.View, program string) string {
	var out bytes.Buffer
	var err error
	if o.format == asJSON {
		err = report.JSON(&out, r, report.BasePairs)
	} else {
		err = report.Text(&out, report.New(r, o.view(v)), report.TextOptions{Width: previewWidth})
	}
	if err != nil {
		return ""
	}
	return cutLines(out.String())
}

// cutLines keeps the first lines, each no longer than can be looked at.
func cutLines(s string) string {
	const longest = 160
	lines := strings.SplitN(s, "\n", previewLines+1)
	if len(lines) > previewLines {
		lines[previewLines] = "…"
	}
	for i, l := range lines {
		if rs := []rune(l); len(rs) > longest {
			lines[i] = string(rs[:longest]) + " …"
		}
	}
	return strings.Join(lines, "\n")
}

// send asks for the file and writes the report.
func (s *reportSheet) send() {
	w, o := s.window, s.options
	w.stage.sheet.close()
	w.reports = o
	name := strings.TrimSuffix(sessionName(w.state), sessionEnding) + o.format.ending()
	w.askPath(saveQuestion{title: tr("Write a report"), accept: tr("Write"), folder: w.saveFolder(), name: name}, func(path string) {
		w.writeReport(path, o, s.reading, s.view)
	})
}
