package ui

import (
	"sync"
	"time"

	"wirediff/diff/session"
)

// keepAfter is how long a change waits for the next one before unsaved work
// is put on the shelf.
const keepAfter = 2 * time.Second

// keeper keeps unsaved work on the shelf, so that a crash loses two seconds of
// it at most. Its methods are called on the window's goroutine; what touches
// the disk runs beside it, one thing after another.
//
//	change ─> wait 2 s ─> unsaved? ─> shelf      saved, discarded, closed ─> off the shelf
type keeper struct {
	shelf session.Shelf
	after func(time.Duration, func()) // time.AfterFunc; tests turn the clock
	post  func(func())
	tell  func(error) // told once that nothing can be kept

	number int        // of the last change; older waits come to nothing
	disk   sync.Mutex // held while the shelf is written
	slot   *session.Slot
	last   int  // number of the change that was written last
	failed bool // told already
}

// newKeeper returns a keeper that keeps nothing until it has a shelf.
func newKeeper(post func(func()), tell func(error)) *keeper {
	return &keeper{post: post, tell: tell, after: func(d time.Duration, f func()) { time.AfterFunc(d, f) }}
}

// changed hears of the state that now holds. Cheap: it makes the session only
// when the wait is over.
func (k *keeper) changed(now func() State) {
	if k.shelf.Dir == "" {
		return
	}
	k.number++
	mine := k.number
	k.after(keepAfter, func() {
		k.post(func() {
			if mine != k.number {
				return
			}
			if s := now(); s.unsaved() {
				doc, from := s.session(), session.Origin{Path: s.File.Path, Stamp: s.File.Stamp}
				go k.write(mine, doc, from)
			} else {
				go k.drop(mine)
			}
		})
	})
}

// write puts a session on the shelf unless something newer was done.
func (k *keeper) write(number int, doc *session.Session, from session.Origin) {
	k.disk.Lock()
	defer k.disk.Unlock()
	if number < k.last {
		return
	}
	k.last = number
	var err error
	if k.slot == nil {
		k.slot, err = k.shelf.Claim()
	}
	if err == nil {
		err = k.slot.Keep(doc, from)
	}
	if err != nil && !k.failed {
		k.failed = true
		k.post(func() { k.tell(err) })
	}
}

// drop takes the work off the shelf.
func (k *keeper) drop(number int) {
	k.disk.Lock()
	defer k.disk.Unlock()
	if number < k.last || k.slot == nil {
		return
	}
	k.last = number
	_ = k.slot.Drop() // what stays is offered again, which loses nothing
}

// close gives the place on the shelf back; the window closes, and what was
// unsaved was saved or let go.
func (k *keeper) close() {
	k.number++
	k.disk.Lock()
	defer k.disk.Unlock()
	k.last = k.number
	if k.slot != nil {
		_ = k.slot.Drop()
		_ = k.slot.Release()
		k.slot = nil
	}
}

// adopt goes on in the slot of a crashed window.
func (k *keeper) adopt(slot *session.Slot) {
	k.disk.Lock()
	defer k.disk.Unlock()
	if k.slot != nil {
		_ = k.slot.Drop()
		_ = k.slot.Release()
	}
	k.slot = slot
}
