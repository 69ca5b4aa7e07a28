package ui

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"wirediff/diff/text"
)

// patience is how long the texts that were read wait for those that are still
// being read before they are compared without them.
const patience = 300 * time.Millisecond

// rememberAfter is how long a comparison stands before it counts as recent.
const rememberAfter = 3 * time.Second

// openStories reads files and folders as new versions, in the given order. The
// window shows each as soon as it can.
func (w *Window) openStories(paths []string) {
	if len(paths) == 0 {
		return
	}
	if !started(w.state) {
		w.recall(paths)
	}
	var ids []ID
	w.apply(func(s State) State {
		for _, p := range paths {
			var id ID
			s, id = s.withPath(p)
			ids = append(ids, id)
		}
		return s
	})
	for i, p := range paths {
		w.readInto(ids[i], p)
	}
	w.waitNoLonger()
}

// readInto reads path beside the window into version id. Of a file with many
// stories the reader picks some first; an address is fetched.
func (w *Window) readInto(id ID, path string) {
	if isAddress(path) {
		w.fetchInto(id, path, false)
		return
	}
	w.jobs.beside(func() func() {
		if items := w.jobs.items(path); manyItems(items) {
			return func() { w.askItems(id, path, items) }
		}
		vs := w.jobs.versions(path, "")
		return func() { w.apply(func(s State) State { return s.replace(id, vs...) }) }
	})
}

// versionsOf makes versions of what a path gave: a part that was not read
// keeps its place and name too.
func versionsOf(path string, sources []text.Source, errs []error) []Version {
	var vs []Version
	for _, src := range sources {
		vs = append(vs, Version{Path: path, Stage: Read, Source: src})
	}
	for _, err := range errs {
		vs = append(vs, Version{Path: path, Stage: Failed, Reason: reason(path, err)})
	}
	if len(vs) == 0 {
		vs = append(vs, Version{Path: path, Stage: Failed, Reason: tr("Not read: there is no text in it.")})
	}
	return vs
}

// reason says in the window's words why path was not read: without the path,
// which stands beside it.
func reason(path string, err error) string {
	words := strings.TrimPrefix(err.Error(), path+": ")
	if inner := errors.Unwrap(err); inner != nil && strings.HasSuffix(err.Error(), inner.Error()) {
		words = inner.Error()
	}
	return tr("Not read: %s.", strings.TrimSuffix(words, "."))
}

// waitNoLonger compares without the files that take long to read.
func (w *Window) waitNoLonger() {
	w.batch++
	mine := w.batch
	time.AfterFunc(patience, func() {
		w.jobs.post(func() {
			if mine == w.batch && w.state.count(Waiting) > 0 && len(w.state.read()) > 1 {
				w.compareNow()
			}
		})
	})
}

// OnDropped opens what was dropped on the window: files and folders, many at
// once. The toolkit tells of a drop only when it has happened.
func (w *Window) OnDropped(_ fyne.Position, dropped []fyne.URI) {
	var paths []string
	for _, u := range dropped {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) == 0 {
		w.say(tr("Only files and folders can be dropped here."), "", nil)
		return
	}
	if slices.ContainsFunc(paths, isSession) {
		w.openPaths(paths)
		return
	}
	before := w.state
	first := len(w.state.Versions)
	w.openPaths(paths)
	w.history.past = append(w.history.past, before)
	w.say(addedWords(first, len(paths)), tr("Undo"), w.undo)
}

// addedWords says as which letters n new versions come.
func addedWords(first, n int) string {
	if n == 1 {
		return tr("Added as %s.", letter(first))
	}
	return tr("Added as %s to %s.", letter(first), letter(first+n-1))
}

// letter names the version at place i in load order, as the columns do.
func letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letter(i/26-1) + letter(i%26)
}

// openExample opens the built-in example in place of what is open, with hints
// on it.
func (w *Window) openExample() {
	w.stage.hints.pending = true
	w.replaceAll([]string{ExamplePath})
}

// replaceAll closes what is open and opens paths; undo brings it back.
func (w *Window) replaceAll(paths []string) {
	w.leave(func() {
		words := ""
		if started(w.state) {
			words = tr("The other comparison was closed.")
		}
		w.edit(words, empty)
		w.openPaths(paths)
	})
}

// empty is the state with no version.
func empty(s State) State {
	s = s.newDocument()
	s.Work, s.Query.Text = Work{}, ""
	s.Filter = noFilter()
	return s
}

// closeAll goes back to the start page.
func (w *Window) closeAll() {
	w.leave(func() { w.edit(tr("The comparison was closed."), empty) })
}

// reload reads every file again; texts that were pasted and pages that were
// fetched stay.
func (w *Window) reload() {
	w.again(func(v Version) bool { return v.Path != "" && !isAddress(v.Path) })
}

// retryAll reads the files again that were not read.
func (w *Window) retryAll() {
	w.again(func(v Version) bool { return v.Stage == Failed })
}

// again reads the versions again that fit, once per path. What is shown stays
// until the new text is there.
func (w *Window) again(fits func(Version) bool) {
	var done []string
	for _, v := range w.state.Versions {
		if fits(v) && !slices.Contains(done, v.Path) {
			done = append(done, v.Path)
			w.readAgain(v)
		}
	}
	if len(done) > 0 {
		w.waitNoLonger()
	}
}

// readAgain reads the file of v again, or fetches its page.
func (w *Window) readAgain(v Version) {
	if isAddress(v.Path) {
		w.fetchInto(v.ID, v.Path, false)
		return
	}
	w.rereadPath(v.Path)
}

// rereadPath reads path again into the versions that came from it.
func (w *Window) rereadPath(path string) {
	w.jobs.read(path, "", func(vs []Version) {
		w.apply(func(s State) State { return s.reread(path, vs) })
		for _, v := range w.state.Versions {
			if v.Path == path && v.Encoding != "" {
				w.readOne(v.ID, v.Encoding, func(v Version) {
					w.apply(func(s State) State { return s.change(v.ID, func(Version) Version { return v }) })
				})
			}
		}
	})
}

// reread gives the versions that came from path their new texts, in order.
// Versions that are new come after the last of them, versions that are gone
// go. Names that were typed stay.
func (s State) reread(path string, now []Version) State {
	var last ID
	for _, v := range s.Versions {
		if v.Path != path {
			continue
		}
		if len(now) == 0 {
			s = s.without(v.ID)
			continue
		}
		last = v.ID
		fresh := now[0]
		now = now[1:]
		s = s.change(v.ID, func(old Version) Version {
			fresh.ID, fresh.Hidden, fresh.Pinned = old.ID, old.Hidden, old.Pinned
			return fresh.withTyped(old)
		})
	}
	if last != 0 && len(now) > 0 {
		i := s.version(last)
		s = s.replace(last, append([]Version{s.Versions[i]}, now...)...)
	}
	return s
}

// rememberLater puts the comparison on the list of recent ones once it has
// stood for a while: the toolkit writes its preferences to the disk at once,
// which must not hold up the first page.
func (w *Window) rememberLater() {
	c := w.state.Result
	time.AfterFunc(rememberAfter, func() {
		w.jobs.post(func() {
			if w.state.Result == c {
				w.remember()
			}
		})
	})
}

// remember puts the comparison on the list of recent ones: its session, or its
// versions if every one of them can be opened again.
func (w *Window) remember() {
	var r recent
	if path := w.state.File.Path; path != "" {
		w.settings.keepRecent(recent{Title: sessionTitle(w.state), Names: namesOfVersions(w.state), Paths: []string{path}, When: time.Now()})
		return
	}
	for _, v := range w.state.read() {
		if v.Path == "" || v.Path == "-" || v.Path == ExamplePath || isAddress(v.Path) {
			return
		}
		r.Names = append(r.Names, v.Name())
		if !slices.Contains(r.Paths, v.Path) {
			r.Paths = append(r.Paths, absolute(v.Path))
		}
		if r.Title == "" {
			r.Title = v.Source.Title.Value
		}
	}
	if len(r.Names) < 2 {
		return
	}
	r.When, r.View = time.Now(), w.present().keptView()
	w.settings.keepRecent(r)
}

// namesOfVersions are the outlets of what was read, in load order.
func namesOfVersions(s State) (names []string) {
	for _, v := range s.read() {
		names = append(names, v.Name())
	}
	return names
}

// absolute returns path as it can be opened from any folder.
func absolute(path string) string {
	if a, err := filepath.Abs(path); err == nil {
		return a
	}
	return path
}

// fileName is what a version is called that says nothing of its outlet.
func fileName(path string) string {
	switch path {
	case "":
		return tr("Pasted text")
	case "-":
		return tr("Standard input")
	case ExamplePath:
		return tr("Example")
	}
	return filepath.Base(path)
}
