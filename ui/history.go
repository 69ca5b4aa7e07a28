package ui

import "slices"

// maxHistory is how many steps can be taken back. A step is a few slices of
// versions whose texts are shared, so it costs next to nothing.
const maxHistory = 100

// history holds the states before and after the present one, as far as undo
// takes them back: their Work, and the rules for always.
type history struct{ past, future []State }

// edit is apply for what undo takes back: words say what was done.
func (w *Window) edit(words string, change func(State) State) {
	w.history.past = append(slices.Clip(w.history.past), w.state)
	if extra := len(w.history.past) - maxHistory; extra > 0 {
		w.history.past = w.history.past[extra:]
	}
	w.history.future = nil
	w.apply(change)
	if words != "" {
		w.say(words, tr("Undo"), w.undo)
	}
}

func (w *Window) undo() { w.step(&w.history.past, &w.history.future, tr("Nothing to undo.")) }
func (w *Window) redo() { w.step(&w.history.future, &w.history.past, tr("Nothing to redo.")) }

// step goes to the newest state of from and keeps the present one in to.
func (w *Window) step(from, to *[]State, none string) {
	n := len(*from)
	if n == 0 {
		w.say(none, "", nil)
		return
	}
	then := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, w.state)
	w.stage.toast.hide()
	w.apply(func(s State) State {
		s.Work, s.Always = then.Work, then.Always
		if then.File.number != s.File.number { // another document; of the same the newest stamp holds
			s.File = then.File
		}
		s.Result, s.Compared = then.Result, then.Compared
		return s
	})
}
