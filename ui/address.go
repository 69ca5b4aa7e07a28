package ui

import (
	"errors"
	"net/url"
	"strings"

	"fyne.io/fyne/v2/container"

	"wirediff/diff/session"
	"wirediff/ui/board"
)

// askAddress asks for the address of a page. Nothing is fetched before Fetch
// is pressed, and nothing but that page.
func (w *Window) askAddress() {
	e := newSheetEntry(w, 1)
	e.PlaceHolder = "https://"
	hint := newLabel(tr("The page is fetched once and kept as it came, with the time."), board.ColorMuted)
	give := func() {
		address, ok := typedAddress(e.Text)
		if !ok {
			hint.say(tr("This is no address of a page: it begins with https://"))
			return
		}
		w.stage.sheet.close()
		w.openStories([]string{address})
	}
	e.OnSubmitted = func(string) { give() }
	w.openSheet(tr("Open the page at an address"), fixed(askWidth, container.NewVBox(e, hint)), e, newPress(facePrimary, tr("Fetch"), give))
	w.stage.sheet.shut.say(tr("Cancel"))
}

// typedAddress completes an address without its beginning.
func typedAddress(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if !strings.Contains(s, "://") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	return s, err == nil && isAddress(s) && u.Host != "" && !strings.ContainsAny(s, " \t\n")
}

// fetchInto fetches a page beside the window into version id; private says
// that the user agreed to an address inside a private network.
func (w *Window) fetchInto(id ID, address string, private bool) {
	w.jobs.beside(func() func() {
		page, err := w.opener.Fetch(w.jobs.reading, address, private)
		return func() {
			switch at := w.state.version(id); {
			case errors.Is(err, ErrPrivate) && !private:
				w.askPrivate(id, address)
			case at < 0: // removed meanwhile
			case err != nil && w.state.Versions[at].Stage == Read:
				w.say(reason(address, err), "", nil)
			default:
				w.fetched(id, address, page, err)
			}
		}
	})
}

// fetched puts what an address gave into version id. The page as it came goes
// with it into sessions, so that the comparison can be made again.
func (w *Window) fetched(id ID, address string, page Fetched, err error) {
	errs := page.Errs
	if err != nil {
		errs = append(errs, err)
	}
	vs := versionsOf(address, page.Sources, errs)
	if len(page.Sources) > 0 {
		vs[0].Kept.Original = session.Original{Name: "page.warc", Data: page.Archive}
	}
	w.apply(func(s State) State {
		vs[0] = vs[0].withTyped(s.Versions[s.version(id)])
		return s.replace(id, vs...)
	})
}

// askPrivate asks before an address inside a private network is fetched.
func (w *Window) askPrivate(id ID, address string) {
	w.apply(func(s State) State {
		if i := s.version(id); i >= 0 && s.Versions[i].Stage == Waiting {
			return s.without(id)
		}
		return s
	})
	w.ask(tr("Fetch from a private network?"), tr("%s is inside a private network, such as a newsroom's own server. Only this page is fetched from there.", address),
		choice{tr("Fetch it"), func() {
			if w.state.version(id) < 0 {
				w.apply(func(s State) State { s, id = s.withPath(address); return s })
			}
			w.fetchInto(id, address, true)
		}})
}
