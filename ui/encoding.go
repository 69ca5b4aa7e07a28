package ui

import (
	"slices"

	"wirediff/diff/session"
)

// reencodes reports whether v can be read again in another text encoding: from
// its file, or from the original that its session kept.
func (s State) reencodes(v Version) bool {
	if v.Stage != Read || v.Source.Encoding == "" {
		return false
	}
	if v.Path == "" {
		_, ok := s.original(v)
		return ok
	}
	return v.Path != "-" && v.Path != ExamplePath && !isAddress(v.Path)
}

// original returns the file that a session kept of v: a mailbox or an archive
// is kept once, with the first of its versions.
func (s State) original(v Version) (session.Original, bool) {
	for _, o := range s.Versions {
		if (o.ID == v.ID || o.Source.File == v.Source.File) && len(o.Kept.Original.Data) > 0 {
			return o.Kept.Original, true
		}
	}
	return session.Original{}, false
}

// askEncoding shows the text encoding that a version was read in and asks for another.
func (w *Window) askEncoding(id ID) {
	i := w.state.version(id)
	if i < 0 {
		return
	}
	v := w.state.Versions[i]
	if !w.state.reencodes(v) {
		w.say(tr("The encoding of %s cannot be changed: its file says it, or it was not read from a file.", v.Name()), "", nil)
		return
	}
	names := w.opener.Encodings()
	rows := []pickRow{{title: tr("As detected")}}
	for _, n := range names {
		rows = append(rows, pickRow{title: n})
	}
	l := newPickList(w, rows, func(chosen []int) {
		if c := chosen[0]; c == 0 {
			w.readAs(id, "")
		} else {
			w.readAs(id, names[c-1])
		}
	})
	l.single = true
	l.on[1+slices.Index(names, v.Encoding)] = true // "As detected" where none was chosen
	w.openPicks(tr("Text encoding of %s", v.Name()), tr("It was read as %s. Choose another where letters look wrong.", v.Source.Encoding), tr("Read again"), l)
}

// readAs reads the file of a version again in an encoding, "" as detected.
func (w *Window) readAs(id ID, encoding string) {
	w.readOne(id, encoding, func(v Version) {
		w.edit(tr("%s was read as %s.", v.Name(), v.Source.Encoding), func(s State) State { return s.change(id, func(Version) Version { return v }) })
	})
}

// readOne reads the one text of version id again and hands it over with what
// a person made of it.
func (w *Window) readOne(id ID, encoding string, done func(Version)) {
	old, path, nth, ok := w.state.placeInFile(id)
	if !ok {
		return
	}
	w.readSomehow(old, path, encoding, func(vs []Version) {
		vs = slices.DeleteFunc(vs, func(v Version) bool { return v.Stage != Read || v.Source.File != old.Source.File })
		if nth >= len(vs) || w.state.version(id) < 0 {
			w.say(tr("%s cannot be read in this encoding.", old.Name()), "", nil)
			return
		}
		v := vs[nth].withTyped(old)
		v.Path, v.Encoding, v.Kept = old.Path, encoding, old.Kept
		done(v)
	})
}

// readSomehow reads the file of a version beside the window, or the original
// that its session kept.
func (w *Window) readSomehow(v Version, path, encoding string, done func([]Version)) {
	if kept, ok := w.state.original(v); ok && v.Path == "" {
		w.jobs.beside(func() func() {
			sources, errs := w.opener.Read(w.jobs.reading, v.Source.File, kept.Data, encoding)
			vs := versionsOf(v.Source.File, sources, errs)
			return func() { done(vs) }
		})
		return
	}
	w.jobs.read(path, encoding, done)
}

// placeInFile returns version id, the path that it can be read from by itself
// or with its neighbours, and which of the texts of its file it is.
func (s State) placeInFile(id ID) (v Version, path string, nth int, ok bool) {
	i := s.version(id)
	if i < 0 {
		return v, "", 0, false
	}
	v = s.Versions[i]
	for _, o := range s.Versions[:i] {
		if o.Path == v.Path && o.Source.File == v.Source.File {
			nth++
		}
	}
	if isFolder(unpicked(v.Path)) {
		return v, v.Source.File, nth, true
	}
	return v, v.Path, nth, true
}
