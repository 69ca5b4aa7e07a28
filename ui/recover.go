package ui

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

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

// leftWork is work that a crash left, as it is offered.
type leftWork struct {
	session.Left
	words string // what it was about, or why it cannot be read
	whole bool   // it can be read
	when  time.Time
}

// tellLeft looks beside the window for work that crashes left. The start page
// lists it until it is opened or discarded; where a comparison stands in its
// place, a line says so.
func (w *Window) tellLeft() {
	w.findLeft(func(left []leftWork) {
		w.apply(func(s State) State { s.Left = left; return s })
		if len(left) > 0 && started(w.state) {
			w.say(tr("Wirediff closed before all was saved."), tr("Unsaved work"), w.showLeft)
		}
	})
}

// findLeft lists beside the window what crashes left.
func (w *Window) findLeft(give func([]leftWork)) {
	shelf := w.keeper.shelf
	if shelf.Dir == "" {
		give(nil)
		return
	}
	w.jobs.beside(func() func() {
		var work []leftWork
		found, _ := shelf.Left() // a shelf that cannot be read has nothing to offer
		for _, l := range found {
			if one, ok := lookAt(shelf, l); ok {
				work = append(work, one)
			}
		}
		return func() { give(work) }
	})
}

// lookAt reads what lies on the shelf; ok is false where another window was
// first.
func lookAt(shelf session.Shelf, l session.Left) (leftWork, bool) {
	slot, err := shelf.Reclaim(l.Key)
	if err != nil {
		return leftWork{}, false
	}
	doc, from, _, err := slot.Kept()
	_ = slot.Release() // until somebody opens it
	work := leftWork{Left: l, whole: err == nil}
	if info, err := os.Stat(l.Path); err == nil {
		work.when = info.ModTime()
	}
	if err != nil {
		work.words = fileReason(l.Path, err)
	} else {
		work.words = leftWords(doc, from)
	}
	return work, true
}

// showLeft offers what crashes left, one after the other.
func (w *Window) showLeft() {
	w.findLeft(func(left []leftWork) {
		if len(left) == 0 {
			w.say(tr("There is no unsaved work from before."), "", nil)
			return
		}
		w.offer(left[0])
	})
}

// offer asks what is to become of what a crash left.
func (w *Window) offer(left leftWork) {
	discard := choice{tr("Discard"), func() { w.dropLeft(left) }}
	if !left.whole {
		w.ask(tr("Unsaved work cannot be read"), left.words, discard)
	} else {
		w.ask(tr("Open the work that was not saved?"), tr("Wirediff closed before it could be saved: %s.", left.words),
			choice{tr("Open"), func() { w.adopt(left) }}, discard)
	}
	w.stage.sheet.shut.say(tr("Later"))
}

// dropLeft takes work off the shelf for good.
func (w *Window) dropLeft(left leftWork) {
	if slot, err := w.keeper.shelf.Reclaim(left.Key); err == nil {
		_, _ = slot.Drop(), slot.Release()
	}
	w.tellLeft()
}

// leftWords say what the work was about.
func leftWords(doc *session.Session, from session.Origin) string {
	var names []string
	for _, v := range doc.Versions {
		names = append(names, v.Source.Name)
	}
	words := strings.Join(names[:min(len(names), 3)], ", ")
	if more := len(names) - 3; more > 0 {
		words += tr(" and %s", countWords(more, "other"))
	}
	if n := len(doc.Notes); n > 0 {
		words += tr(", with %s", countWords(n, "note"))
	}
	if from.Path != "" {
		words = filepath.Base(from.Path) + " (" + words + ")"
	}
	return words
}

// adopt opens what was left and goes on with it in its place on the shelf. It
// belongs to the file that it came from: saving notices if that has changed.
func (w *Window) adopt(left leftWork) {
	w.leave(func() {
		slot, err := w.keeper.shelf.Reclaim(left.Key)
		if err != nil {
			w.say(tr("Another window has opened it."), "", nil)
			return
		}
		doc, from, _, err := slot.Kept()
		if err != nil {
			_ = slot.Release()
			w.say(fileReason(left.Path, err), "", nil)
			return
		}
		w.keeper.adopt(slot)
		w.edit("", func(s State) State {
			s = s.withSession(doc)
			s.File.Path, s.File.Stamp = from.Path, from.Stamp
			if from.Path == "" {
				s.File.Name = tr("Recovered work")
			}
			return s
		})
		w.tellLeft()
	})
}
