package ui

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// maxAtOnce is how many versions of a folder or an archive open unasked: as
// many as fit side by side.
const maxAtOnce = 8

// manyStories is a file with many stories that the reader is still to pick from.
type manyStories struct {
	path  string
	items []Item
}

// manyItems reports whether the reader should pick: a mailbox, a feed or a
// web archive with more than one story, a set of more versions than fit.
func manyItems(items []Item) bool {
	return len(items) > 1 && (!items[0].Set || len(items) > maxAtOnce)
}

// items lists what path holds; nil for what is read without a question.
// Standard input can be read once only.
func (j *jobs) items(path string) []Item {
	if path == "-" || path == ExamplePath || unpicked(path) != path {
		return nil
	}
	return j.open.List(j.reading, path)
}

// askItems takes version id, which waits for path, out again and asks what of
// path is to be opened. Several files ask one after the other.
func (w *Window) askItems(id ID, path string, items []Item) {
	w.apply(func(s State) State { return s.without(id) })
	w.offers = append(w.offers, manyStories{path, items})
	if len(w.offers) == 1 {
		w.showItems()
	}
}

// showItems asks about the first file.
func (w *Window) showItems() {
	o := w.offers[0]
	rows := make([]pickRow, len(o.items))
	for i, it := range o.items {
		rows[i] = it.row()
	}
	l := newPickList(w, rows, func(chosen []int) { w.openStories([]string{picked(o.path, chosen)}) })
	w.openPicks(tr("Which stories of %s?", fileName(o.path)), tr("Space checks a line, A all of them, Enter opens what is checked."), tr("Open"), l)
	w.stage.sheet.closed = func() {
		w.offers = w.offers[1:]
		if len(w.offers) > 0 {
			w.jobs.post(w.showItems)
		}
	}
}

// row is how an item is listed.
func (it Item) row() pickRow {
	var notes []string
	for _, n := range []string{it.From, dateWords(it.Date), sizeWords(it.Size)} {
		if n != "" {
			notes = append(notes, n)
		}
	}
	title := it.Title
	if title == "" {
		title = tr("Without a title")
	}
	return pickRow{title, strings.Join(notes, " · ")}
}

// picked is the path of the chosen stories of a file, counted from 1:
// "box.mbox#2,5".
func picked(path string, chosen []int) string {
	numbers := make([]string, len(chosen))
	for i, c := range chosen {
		numbers[i] = strconv.Itoa(c + 1)
	}
	return path + "#" + strings.Join(numbers, ",")
}

var pickedSuffix = regexp.MustCompile(`#\d{1,6}(,\d{1,6})*$`)

// unpicked returns the file of a path that picked made, any other as it is.
func unpicked(path string) string {
	at := pickedSuffix.FindStringIndex(path)
	if at == nil {
		return path
	}
	if _, err := os.Stat(path); err == nil { // a file may be called so
		return path
	}
	return path[:at[0]]
}

// dateWords prints an RFC 3339 date or date-time in the zone it was given in;
// anything else as it is.
func dateWords(date string) string {
	if t, err := time.Parse(time.RFC3339, date); err == nil {
		return strings.Replace(t.Format("2 Jan 2006, 15:04 -07:00"), "+00:00", "UTC", 1)
	}
	if t, err := time.Parse(time.DateOnly, date); err == nil {
		return t.Format("2 Jan 2006")
	}
	return date
}

// sizeWords prints a number of bytes, "" for none.
func sizeWords(n int64) string {
	switch {
	case n <= 0:
		return ""
	case n < 1<<10:
		return countWords(int(n), "byte")
	case n < 1<<20:
		return tr("%d KiB", n>>10)
	}
	return tr("%.1f MiB", float64(n)/(1<<20))
}
