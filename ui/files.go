package ui

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"wirediff/diff/session"
)

// isSession reports whether a path names a session by its ending.
func isSession(path string) bool {
	return strings.EqualFold(filepath.Ext(path), session.Extension)
}

// openPaths opens files and folders: stories become versions beside what is
// open, a session takes its place. Of several sessions the first is opened.
func (w *Window) openPaths(paths []string) {
	at := slices.IndexFunc(paths, isSession)
	if at < 0 {
		w.openStories(paths)
		return
	}
	stories := slices.DeleteFunc(slices.Clone(paths), isSession)
	w.leave(func() { w.openSession(paths[at], func() { w.openStories(stories) }) })
}

// openSession reads a session beside the window and shows it in place of what
// was open; then runs when it stands.
func (w *Window) openSession(path string, then func()) {
	path = absolute(path)
	w.jobs.beside(func() func() {
		doc, stamp, trouble, err := session.Open(path)
		return func() {
			if err != nil {
				w.say(tr("Not opened: %s", fileReason(path, err)), "", nil)
				return
			}
			w.edit("", func(s State) State {
				s = s.withSession(doc)
				s.File.Path, s.File.Stamp, s.File.Saved = path, stamp, s.Work
				return s
			})
			w.sayTrouble(path, trouble)
			then()
		}
	})
}

// fileReason is the reason of a failure with the file's name instead of its
// path.
func fileReason(path string, err error) string {
	return filepath.Base(path) + ": " + strings.TrimPrefix(err.Error(), path+": ") + "."
}

// sayTrouble tells what of a damaged session could not be read.
func (w *Window) sayTrouble(path string, trouble []error) {
	if len(trouble) == 0 {
		return
	}
	w.say(tr("%s is damaged: %s could not be read.", filepath.Base(path), countWords(len(trouble), "part")), tr("What is missing"), func() {
		w.showLines(tr("What could not be read"), trouble)
	})
}

// save writes the session to its file, and asks for one if it has none; then
// runs when it is saved.
func (w *Window) save(then func()) {
	if w.state.File.Path == "" {
		w.saveAs(then)
		return
	}
	w.saveTo(w.state.File.Path, w.state.File.Stamp, then)
}

// saveAs asks for a file and writes the session there.
func (w *Window) saveAs(then func()) {
	q := saveQuestion{title: tr("Save the comparison"), accept: tr("Save"), folder: w.saveFolder(), name: sessionName(w.state)}
	w.askPath(q, func(path string) {
		if !isSession(path) {
			path += session.Extension
		}
		path = absolute(path)
		stamp := session.Stamp("")
		if path == w.state.File.Path {
			stamp = w.state.File.Stamp
		} else if now, err := session.Current(path); err == nil {
			stamp = now // it may be replaced: the question said so
		}
		w.saveTo(path, stamp, then)
	})
}

// saveTo writes the session to path beside the window, unless the file is
// another one than stamp says.
func (w *Window) saveTo(path string, was session.Stamp, then func()) {
	doc, work, number := w.present().session(), w.state.Work, w.state.File.number
	w.jobs.beside(func() func() {
		stamp, err := session.Save(path, doc, was)
		return func() {
			switch {
			case errors.Is(err, session.ErrChanged):
				w.askOverwrite(path, then)
			case err != nil:
				w.say(fileReason(path, err), tr("Save as …"), func() { w.saveAs(then) })
			default:
				w.saved(path, stamp, work, number)
				then()
			}
		}
	})
}

// saved notes that work is on the disk; number is the document that it was
// taken from, which may have been closed since.
func (w *Window) saved(path string, stamp session.Stamp, work Work, number ID) {
	if w.state.File.number == number {
		w.apply(func(s State) State {
			s.File.Path, s.File.Name, s.File.Stamp, s.File.Saved = path, "", stamp, work
			return s
		})
	}
	w.say(tr("Saved as %s.", filepath.Base(path)), "", nil)
	w.remember()
}

// askOverwrite asks what to do about a file that somebody else has changed.
func (w *Window) askOverwrite(path string, then func()) {
	over := func() {
		w.jobs.beside(func() func() {
			now, err := session.Current(path)
			return func() {
				if err != nil {
					w.say(fileReason(path, err), "", nil)
					return
				}
				w.saveTo(path, now, then)
			}
		})
	}
	w.ask(tr("The file was changed by another window or program"),
		tr("%s is not as it was when it was opened here. Overwriting it loses what was saved there; the former file stays beside it as a backup.", filepath.Base(path)),
		choice{tr("Save as …"), func() { w.saveAs(then) }}, choice{tr("Overwrite"), over})
}

// leave runs then, after asking what is to become of unsaved work.
func (w *Window) leave(then func()) {
	w.remember()
	if !w.state.unsaved() {
		then()
		return
	}
	name := w.state.File.named()
	if name == "" {
		name = tr("this comparison")
	}
	w.ask(tr("Save %s?", name), tr("There is unsaved work: %s.", unsavedWords(w.state)),
		choice{tr("Save"), func() { w.save(then) }},
		choice{tr("Do not save"), func() { w.discard(); then() }})
}

// unsavedWords say what would be lost.
func unsavedWords(s State) string {
	var parts []string
	add := func(n int, word string) {
		if n > 0 {
			parts = append(parts, countWords(n, word))
		}
	}
	add(len(s.Notes)-len(s.File.Saved.Notes), "note")
	add(len(s.Hand)-len(s.File.Saved.Hand), "correction")
	add(len(s.Rules)-len(s.File.Saved.Rules), "house-style decision")
	if len(parts) == 0 {
		return tr("changes to %s", countWords(len(s.read()), "version"))
	}
	return strings.Join(parts, ", ")
}

// discard lets go of the unsaved work: what is open counts as saved.
func (w *Window) discard() {
	w.apply(func(s State) State { s.File.Saved, s.File.Name = s.Work, s.File.named(); return s })
}

// revert opens the file again as it was last saved; undo brings the work back.
func (w *Window) revert() {
	w.openSession(w.state.File.Path, func() {
		w.say(tr("The comparison is as it was last saved."), tr("Undo"), w.undo)
	})
}

// duplicate makes a copy of what is open; the file stays as it was saved.
func (w *Window) duplicate() {
	w.apply(func(s State) State {
		name, frame := tr("%s copy", sessionTitle(s)), s.File.frame
		s = s.newDocument()
		s.File.Name, s.File.frame = name, frame
		return s
	})
	w.say(tr("This is a copy now. Saving it asks for a name."), "", nil)
}

// newDocument returns the state with a file that nothing is saved in yet.
func (s State) newDocument() State {
	s.next++
	s.File = document{number: s.next}
	return s
}

// sessionTitle names a comparison: its file, its headline, or its first outlet.
func sessionTitle(s State) string {
	if name := s.File.named(); name != "" {
		return name
	}
	vs := s.read()
	if len(vs) == 0 {
		return tr("Comparison")
	}
	if name := vs[0].Source.Title.Value; name != "" {
		return name
	}
	return vs[0].Name()
}

// saveFolder is where a session is offered to be saved: beside its file, or
// beside the first story that has one.
func (w *Window) saveFolder() string {
	if p := w.state.File.Path; p != "" {
		return filepath.Dir(p)
	}
	for _, v := range w.state.Versions {
		if v.Path != "" && v.Path != "-" && v.Path != ExamplePath {
			return filepath.Dir(absolute(v.Path))
		}
	}
	return homeFolder()
}

// sessionName is the file name that is offered first.
func sessionName(s State) string {
	const longest = 60
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, sessionTitle(s))
	if rs := []rune(name); len(rs) > longest {
		name = strings.TrimSpace(string(rs[:longest]))
	}
	return name + session.Extension
}
