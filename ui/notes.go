package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/session"
	"wirediff/diff/text"
	"wirediff/ui/board"
)

// Measures of the sheet to write a note in.
const noteLines, noteWidth = 5, 560

// noteHere opens the note of the cell in focus, or begins one.
func (w *Window) noteHere() {
	at, ok := w.stage.board.Focus()
	targets := w.noteTargets(at)
	if !ok || len(targets) == 0 {
		w.say(tr("Go to a sentence first."), "", nil)
		return
	}
	for _, r := range w.page.Remarks {
		if r.Place == at && r.Place.Row >= 0 {
			w.editNote(r.Note)
			return
		}
	}
	w.askNote(session.Note{}, targets, w.addNote)
}

// noteOnVersion begins a note on a version.
func (w *Window) noteOnVersion(id ID) {
	k := slices.Index(w.state.Compared, id)
	if k < 0 {
		return
	}
	on := noteTarget{w.state.Versions[w.state.version(id)].Name(), session.OnVersion, diff.Place{Version: diff.VersionName(w.reading.Versions[k])}, ""}
	w.askNote(session.Note{}, []noteTarget{on}, w.addNote)
}

// addNote adds a note as the last one.
func (w *Window) addNote(n session.Note) {
	w.edit(tr("The note was added."), func(s State) State { s.Notes = append(slices.Clip(s.Notes), n); return s })
}

// editNote opens a note to be changed or removed.
func (w *Window) editNote(i int) {
	old := w.state.Notes[i]
	w.askNote(old, nil, func(n session.Note) {
		words := tr("The note was changed.")
		if n.Text == "" && n.Tag == "" {
			words = tr("The note was removed.")
		}
		w.edit(words, func(s State) State {
			s.Notes = slices.Clone(s.Notes)
			if n.Text == "" && n.Tag == "" {
				s.Notes = slices.Delete(s.Notes, i, i+1)
			} else {
				s.Notes[i] = n
			}
			return s
		})
	})
}

// noteTarget is what a note can be on, seen from a cell.
type noteTarget struct {
	words string
	on    session.Target
	place diff.Place
	in    string
}

// noteTargets lists what a note at a place of the page can be on: the cell,
// its row, its version. A cell without text names a sentence of its row, the
// base's if there is one, and the version that lacks it.
func (w *Window) noteTargets(at report.Place) []noteTarget {
	if w.page == nil || at.Row < 0 || at.Row >= len(w.page.Rows) || at.Col < 0 || at.Col >= len(w.page.Heads) {
		return nil
	}
	head, row := w.page.Heads[at.Col], &w.page.Rows[at.Row]
	version := diff.VersionName(w.reading.Versions[head.Version])
	onVersion := noteTarget{tr("the version %s, %s", head.Letter, head.Name), session.OnVersion, diff.Place{Version: version}, ""}
	unit := int(row.Cells[at.Col].Unit)
	if unit < 0 {
		unit = row.Unit
	}
	if row.Kind != report.TextRow || unit < 0 {
		return []noteTarget{onVersion}
	}
	onRow := noteTarget{tr("row %s, all versions", row.Label), session.OnRow, w.placeOfRow(unit), ""}
	onCell := noteTarget{tr("%s %s, this cell", head.Letter, row.Label), session.OnCell, onRow.place, version}
	for _, s := range row.Cells[at.Col].Sentences {
		if w.reading.RowOf(head.Version, s) == unit { // not the byline before it
			onCell.place, onCell.in = diff.PlaceOf(w.reading.Versions[head.Version], s), ""
			break
		}
	}
	return []noteTarget{onCell, onRow, onVersion}
}

// placeOfRow names a row by a sentence of it: the base's, else the first
// version's that has one.
func (w *Window) placeOfRow(unit int) diff.Place {
	cells := w.reading.Rows[unit].Cells
	v := w.reading.Base
	if v < 0 || len(cells[v].Sentences) == 0 {
		v = slices.IndexFunc(cells, func(c diff.Cell) bool { return len(c.Sentences) > 0 })
	}
	return diff.PlaceOf(w.reading.Versions[v], cells[v].Sentences[0])
}

// noteSheet is the sheet that a note is written in.
type noteSheet struct {
	note    session.Note
	targets []*press // what it is on; none where that is settled
	tags    []*press
	text    *sheetEntry
}

// askNote shows a note to be written; targets is what it can be on, nil for
// one that is there already. give gets it, empty if it is to be removed.
func (w *Window) askNote(n session.Note, targets []noteTarget, give func(session.Note)) {
	s := &noteSheet{note: n, text: newSheetEntry(w, noteLines)}
	box := container.NewVBox()
	if len(targets) > 0 {
		s.choose(targets[0])
		row := container.New(&inLine{gap: 6})
		for _, t := range targets {
			p := newPress(faceTool, t.words, nil)
			p.action = func() { s.choose(t); turnOnly(s.targets, p) }
			s.targets = append(s.targets, p)
			row.Add(p)
		}
		turnOnly(s.targets, s.targets[0])
		box.Add(row)
	}
	box.Add(padded(s.tagRow(), 0, 6, 0, 6))
	s.text.PlaceHolder = tr("What there is to say about it")
	s.text.SetText(n.Text)
	box.Add(s.text)
	send := func() {
		s.note.Text = strings.TrimSpace(s.text.Text)
		w.stage.sheet.close()
		if s.note.Text != "" || s.note.Tag != "" || len(targets) == 0 {
			give(s.note)
		}
	}
	s.text.OnSubmitted = func(string) { send() }
	keep := newPress(facePrimary, tr("Keep the note"), send)
	keep.hint = "Shift Enter"
	buttons := []fyne.CanvasObject{keep}
	if len(targets) == 0 {
		buttons = []fyne.CanvasObject{newPress(faceTool, tr("Remove"), func() {
			w.stage.sheet.close()
			give(session.Note{})
		}), keep}
	}
	w.openSheet(tr("Note"), container.New(&fixedWidth{noteWidth}, box), s.text, buttons...)
	w.stage.sheet.shut.say(tr("Cancel"))
	for _, p := range append(s.targets, s.tags...) {
		p.keys = w.stage.sheet.escape
	}
}

// choose says what the note is on.
func (s *noteSheet) choose(t noteTarget) { s.note.On, s.note.Place, s.note.In = t.on, t.place, t.in }

// tagRow is the tags, of which one or none holds.
func (s *noteSheet) tagRow() fyne.CanvasObject {
	row := container.New(&inLine{gap: 6})
	for _, tag := range session.Tags {
		p := newPress(faceTool, tr(tag), nil)
		p.on = tag == s.note.Tag
		p.action = func() {
			if s.note.Tag == tag {
				s.note.Tag = ""
				p.turn(false)
				return
			}
			s.note.Tag = tag
			turnOnly(s.tags, p)
		}
		s.tags = append(s.tags, p)
		row.Add(p)
	}
	return row
}

// turnOnly turns one of several presses on, and the others off.
func turnOnly(all []*press, on *press) {
	for _, p := range all {
		p.turn(p == on)
	}
}

// noteEntries lists the notes for the panel, in the order of the page.
func (w *Window) noteEntries() []newsEntry {
	var out []newsEntry
	for _, r := range w.page.Remarks {
		tag := r.Tag
		if tag == "" {
			tag = "note"
		}
		top := words(quiet(r.Where), signed(board.MarkNote, tr(tag), board.ColorInk))
		e := newsEntry{lines: []newsLine{top}, place: r.Place, leads: r.Place.Row >= 0, note: r.Note + 1, room: 6}
		if r.Text != "" {
			e.lines = append(e.lines, newsLine{pieces: []piece{plainPiece(r.Text)}, rows: 4})
		}
		out = append(out, e)
	}
	if len(out) == 0 {
		out = append(out, note(tr("No notes yet. T writes one on the sentence in focus.")))
	}
	return out
}

// notesUnder returns the state with the notes on version id under its new name.
func (s State) notesUnder(id ID, name string) State {
	i := s.version(id)
	if i < 0 {
		return s
	}
	old, now := text.Story{Source: s.Versions[i].Source}, text.Story{Source: s.Versions[i].Source}
	now.Name = name
	s.Notes = renamedNotes(s.Notes, diff.VersionName(&old), diff.VersionName(&now))
	return s
}

// renamedNotes returns the notes with a version under its new name.
func renamedNotes(notes []session.Note, from, to string) []session.Note {
	notes = slices.Clone(notes)
	for i := range notes {
		for _, v := range []*string{&notes[i].Place.Version, &notes[i].In} {
			if *v == from {
				*v = to
			}
		}
	}
	return notes
}
