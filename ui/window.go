// Package ui is the window: menus, tool bar, start page, status line, jobs.
//
// All goes one way round:
//
//	key, mouse, drop ─> command ─> apply(State -> State) ─┬─> job (jobs.go) ─> apply ...
//	                                                      └─> page ─> board.SetPage, panels
//
// A panel never changes another; it runs a command. State is a value, apply
// is the only function that replaces it, and follow brings what is seen in
// line with it.
package ui

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// ExamplePath is the path of the built-in example for an Opener.
const ExamplePath = "example:"

// Window is the main window.
type Window struct {
	app      fyne.App
	win      fyne.Window
	opener   Opener
	jobs     *jobs
	settings settings
	commands []command

	state    State
	history  history
	reading  *diff.Reading     // of state.Result against state.Base
	findings *report.Findings  // of reading; nil until they were looked for
	page     *report.Page      // of reading, as the state's view asks; nil before the first result
	stage    *stage            // what is seen
	house    houseList         // where decisions for always are kept
	linking  *cell             // chosen first, waits for the second; nil: no link is being made
	told     map[ID]fileStamp  // changes on the disk that were told of
	menu     *widget.PopUpMenu // the last that was opened below the pointer or a press
	wardrobe wardrobe
	keeper   *keeper
	reports  reportOptions // as they were asked for last
	batch    int           // number of the last batch of files
	offers   []manyStories // files with many stories that the reader is asked about
}

// New builds the window on a; opener reads files. The theme is set before the
// app runs, so that every font is read and every word measured once (from
// Fyne 2.7.2 on that no longer stops the toolkit from following the system).
func New(a fyne.App, opener Opener) *Window {
	w := newWindow(a, opener, diff.Compare, onMain)
	w.keeper.shelf = userShelf()
	w.loadHouse(newHouseList())
	return w
}

// newWindow is New with the comparison and the way back from other goroutines.
func newWindow(a fyne.App, opener Opener, compare compareFunc, post func(func())) *Window {
	w := &Window{app: a, win: a.NewWindow(appName), opener: opener,
		jobs: newJobs(opener, compare, post), settings: settings{a.Preferences()}, commands: commands(), told: map[ID]fileStamp{}}
	w.keeper = newKeeper(post, func(err error) { w.say(err.Error(), "", nil) })
	w.reports.sharing.Notes = true
	w.state.Look, w.state.StyleMode, w.state.Panel = w.settings.look(), w.settings.style(), w.settings.panel()
	w.wardrobe = newWardrobe(a)
	w.wearTheme() // before there is a widget that would have to follow it
	w.stage = newStage(w)
	w.win.SetPadded(false)
	w.win.SetContent(w.stage.root)
	w.win.Resize(w.settings.size())
	w.win.SetOnDropped(w.OnDropped)
	w.win.SetCloseIntercept(w.quit)
	w.win.Canvas().SetOnTypedKey(w.typedKey)
	w.win.Canvas().SetOnTypedRune(w.typedRune)
	w.addShortcuts()
	w.wearLook()
	a.Settings().AddListener(w.followSystem)
	return w
}

// ShowAndRun shows the window with these paths open and runs until it closes.
// Reading begins before the window is on the screen.
func (w *Window) ShowAndRun(paths []string) {
	w.openPaths(paths)
	w.follow(w.state)
	w.tellLeft()
	w.watch()
	w.win.ShowAndRun()
	w.jobs.stop()
}

// apply replaces the state; everything that the window shows follows.
func (w *Window) apply(change func(State) State) {
	old := w.state
	w.state = change(old).settled()
	w.follow(old)
}

// follow starts the job and makes the page that the new state needs, and
// shows it.
func (w *Window) follow(old State) {
	s := w.state
	if s.count(Waiting) == 0 && (old.count(Waiting) > 0 || !s.sameWork(old)) {
		w.compareNow()
	}
	if s.Look != old.Look {
		w.settings.keepLook(s.Look)
		w.wearLook()
	}
	if s.Panel != old.Panel {
		w.settings.keepPanel(s.Panel)
	}
	if s.StyleMode != old.StyleMode {
		w.settings.keepStyle(s.StyleMode)
	}
	if s.Result != nil && s.Result != old.Result {
		w.findNews(s.Result)
	}
	if !slices.Equal(s.Always, old.Always) {
		w.keepHouse()
	}
	if w.repage(old) {
		w.stage.views.turn(s.mode())
		w.linking = nil
		w.stage.board.SetPage(w.page)
		w.stage.probe()
	}
	w.stage.board.SetColumns(s.columns())
	if s.Query != old.Query {
		w.find()
	}
	w.stage.show(w)
	w.stage.work.Refresh() // the overview is as wide as its lanes
	if s.Panel != old.Panel {
		w.keepInView()
	}
	if old.mode() != s.mode() {
		w.focusBoard()
	}
	w.refreshMenu()
	w.win.SetTitle(title(s))
	if !s.Work.same(old.Work) || !s.File.same(old.File) {
		w.keeper.changed(w.present)
	}
}

// repage makes reading and page anew if the state asks for others than the
// old one did, and reports whether it did.
func (w *Window) repage(old State) bool {
	s := w.state
	if s.Result == nil {
		changed := w.page != nil
		w.reading, w.page, w.findings = nil, nil, nil
		return changed
	}
	newBase := s.Result != old.Result || s.baseIndex() != old.baseIndex()
	if newBase {
		w.reading = s.Result.Read(s.baseIndex())
	}
	found := w.refind(old, newBase)
	if !newBase && !found && reflect.DeepEqual(s.view(), old.view()) {
		return false
	}
	view := s.view()
	view.Findings = w.findings
	w.page = report.New(w.reading, view)
	return true
}

// compareNow compares what was read so far.
func (w *Window) compareNow() {
	read := w.state.read()
	if len(read) == 0 {
		w.jobs.giveUp()
		return
	}
	ids, sources := make([]ID, len(read)), make([]text.Source, len(read))
	for i, v := range read {
		ids[i], sources[i] = v.ID, v.Source
	}
	w.jobs.start(sources, w.state.options(), reports{
		slow:     func() { w.apply(func(s State) State { s.Busy = true; return s }) },
		progress: func(done float64) { w.apply(func(s State) State { s.Done = done; return s }) },
		finished: func(c *diff.Collation) { w.finish(c, ids) },
	})
}

// finish shows the result of the comparison of ids.
func (w *Window) finish(c *diff.Collation, ids []ID) {
	first := w.page == nil || len(w.page.Heads) < 2
	w.apply(func(s State) State {
		s.Result, s.Compared, s.Busy, s.Done = c, ids, false, 0
		return s
	})
	if first && w.state.Return == nil {
		w.beginWithBase()
	}
	w.comeBack()
	if w.stage.hints.pending && w.state.mode() == Columns {
		w.jobs.post(w.stage.hints.begin) // once the page is laid out
	}
	w.rememberLater()
}

// cancelJob gives up the running comparison; the last result stays.
func (w *Window) cancelJob() {
	w.jobs.giveUp()
	w.apply(func(s State) State { s.Busy, s.Done = false, 0; return s })
	w.say(tr("The comparison was cancelled."), tr("Compare again"), w.compareNow)
}

// keepInView scrolls sideways to the cell in focus where a panel has pushed its
// column out of sight.
func (w *Window) keepInView() {
	shown, _ := w.stage.board.InView()
	if at, ok := w.stage.board.Focus(); ok && !slices.Contains(shown, at.Col) {
		w.stage.board.FocusCell(at)
	}
}

// beginWithBase shows the first sentence of the base when a comparison is first
// shown, where an outlet's own opening would fill the screen before it: at
// first glance all columns speak.
func (w *Window) beginWithBase() {
	col := slices.IndexFunc(w.page.Heads, func(h report.Head) bool { return h.Base })
	before := 0
	for r := range w.page.Rows {
		row := &w.page.Rows[r]
		switch {
		case col < 0 || row.Kind != report.TextRow:
		case len(row.Cells[col].Sentences) == 0:
			before++
		case before > ownOpening:
			w.stage.board.Uncover(r)
			return
		default:
			return
		}
	}
}

// ownOpening is how many rows of an outlet's own may stand before the base's
// first sentence and still leave it on the first screen.
const ownOpening = 2

// columnHere returns the version whose column has the focus, else the first
// column.
func (w *Window) columnHere() (ID, bool) {
	if w.page == nil || len(w.page.Heads) == 0 {
		return 0, false
	}
	at, _ := w.stage.board.Focus()
	return w.column(at.Col)
}

// column returns the version of a column of the page.
func (w *Window) column(col int) (ID, bool) {
	if w.page == nil || col < 0 || col >= len(w.page.Heads) {
		return 0, false
	}
	return w.state.Compared[w.page.Heads[col].Version], true
}
