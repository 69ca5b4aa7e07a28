package ui

import (
	"os"
	"time"
)

// watchEvery is how often the files of the versions are looked at. A look is
// one question to the file system for each; it reads nothing.
const watchEvery = 2 * time.Second

// fileStamp tells whether a file is still the one that was read.
type fileStamp struct {
	path string
	size int64
	when time.Time
}

// stampOf returns the stamp of a regular file; ok is false for anything else.
func stampOf(path string) (fileStamp, bool) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return fileStamp{}, false
	}
	return fileStamp{path, info.Size(), info.ModTime()}, true
}

// watch looks at the files now and then, for as long as the window is open.
func (w *Window) watch() {
	time.AfterFunc(watchEvery, func() {
		w.jobs.post(func() {
			if w.jobs.reading.Err() == nil {
				w.lookAtFiles(w.watch)
			}
		})
	})
}

// lookAtFiles looks beside the window which files have changed since they were
// read, says so once for each change, and then runs. A file that is gone says
// nothing: its text is still here.
func (w *Window) lookAtFiles(then func()) {
	read := w.state.read()
	w.jobs.beside(func() func() {
		changed := map[ID]fileStamp{}
		for _, v := range read {
			if now, ok := stampOf(v.stamp.path); ok && now != v.stamp {
				changed[v.ID] = now
			}
		}
		return func() { w.tellChanged(changed); then() }
	})
}

// tellChanged offers to read changed files again; a change that was told of
// is not told of again.
func (w *Window) tellChanged(changed map[ID]fileStamp) {
	var names []string
	fresh := map[ID]bool{}
	for _, v := range w.state.Versions {
		if now, ok := changed[v.ID]; ok && w.told[v.ID] != now && v.stamp != now {
			names = append(names, v.Name())
			fresh[v.ID] = true
			w.told[v.ID] = now
		}
	}
	switch n := len(names); {
	case n == 0:
	case n == 1:
		w.say(tr("%s has changed on the disk.", names[0]), tr("Reload"), func() { w.again(func(v Version) bool { return fresh[v.ID] }) })
	default:
		w.say(tr("%s have changed on the disk.", countWords(n, "file")), tr("Reload"), func() { w.again(func(v Version) bool { return fresh[v.ID] }) })
	}
}
