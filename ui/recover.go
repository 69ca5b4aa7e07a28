package ui

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"wirediff/diff/session"
)

// userShelf is where unsaved work is kept; no folder where the system names none.
func userShelf() session.Shelf {
	dir, err := session.StateDir(os.Getenv, runtime.GOOS)
	if err != nil {
		return session.Shelf{}
	}
	return session.Shelf{Dir: dir}
}

// tellLeft looks beside the window for work that a crash left, and says so.
func (w *Window) tellLeft() {
	w.findLeft(func(left []session.Left) {
		if len(left) > 0 {
			w.say("Wirediff closed before all was saved.", "Unsaved work", w.showLeft)
		}
	})
}

// findLeft lists beside the window what crashes left.
func (w *Window) findLeft(give func([]session.Left)) {
	shelf := w.keeper.shelf
	if shelf.Dir == "" {
		give(nil)
		return
	}
	w.jobs.beside(func() func() {
		left, _ := shelf.Left() // a shelf that cannot be read has nothing to offer
		return func() { give(left) }
	})
}

// showLeft offers the first of what crashes left.
func (w *Window) showLeft() {
	w.findLeft(func(left []session.Left) {
		if len(left) == 0 {
			w.say("There is no unsaved work from before.", "", nil)
			return
		}
		w.offer(left[0])
	})
}

// offer asks what is to become of what a crash left.
func (w *Window) offer(left session.Left) {
	slot, err := w.keeper.shelf.Reclaim(left.Key)
	if err != nil { // another window was first
		return
	}
	doc, from, _, err := slot.Kept()
	_ = slot.Release() // until the answer is there
	discard := choice{"Discard", func() {
		if slot, err := w.keeper.shelf.Reclaim(left.Key); err == nil {
			_, _ = slot.Drop(), slot.Release()
		}
		w.tellLeft()
	}}
	if err != nil {
		w.ask("Unsaved work cannot be read", fileReason(left.Path, err), discard)
	} else {
		w.ask("Open the work that was not saved?", "Wirediff closed before it could be saved: "+leftWords(doc, from)+".",
			choice{"Open", func() { w.adopt(left.Key, doc, from) }}, discard)
	}
	w.stage.sheet.shut.say("Later")
}

// leftWords say what the work was about.
func leftWords(doc *session.Session, from session.Origin) string {
	var names []string
	for _, v := range doc.Versions {
		names = append(names, v.Source.Name)
	}
	words := strings.Join(names[:min(len(names), 3)], ", ")
	if more := len(names) - 3; more > 0 {
		words += " and " + countWords(more, "other")
	}
	if n := len(doc.Notes); n > 0 {
		words += ", with " + countWords(n, "note")
	}
	if from.Path != "" {
		words = filepath.Base(from.Path) + " (" + words + ")"
	}
	return words
}

// adopt opens what was left and goes on with it in its place on the shelf. It
// belongs to the file that it came from: saving notices if that has changed.
func (w *Window) adopt(key string, doc *session.Session, from session.Origin) {
	w.leave(func() {
		slot, err := w.keeper.shelf.Reclaim(key)
		if err != nil {
			w.say("Another window has opened it.", "", nil)
			return
		}
		w.keeper.adopt(slot)
		w.edit("", func(s State) State {
			s = s.withSession(doc)
			s.File.Path, s.File.Stamp = from.Path, from.Stamp
			if from.Path == "" {
				s.File.Name = "Recovered work"
			}
			return s
		})
	})
}
