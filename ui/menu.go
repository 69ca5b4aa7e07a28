package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// mainMenu builds the menus from the table of commands, with what can be done
// and what is chosen in the present state. The toolkit fires the shortcut of
// an item that is switched off too, so every item asks again when it runs.
func (w *Window) mainMenu() *fyne.MainMenu {
	main := &fyne.MainMenu{}
	for _, c := range w.commands {
		name, sub, nested := strings.Cut(c.menu, "/")
		m := menuNamed(main, name)
		if nested {
			m = submenu(m, sub)
		}
		w.addTo(m, c)
	}
	return main
}

// menuNamed returns the menu of that name, making it if need be.
func menuNamed(main *fyne.MainMenu, name string) *fyne.Menu {
	for _, m := range main.Items {
		if m.Label == tr(name) {
			return m
		}
	}
	m := fyne.NewMenu(tr(name))
	main.Items = append(main.Items, m)
	return m
}

// submenu returns the menu behind the entry of that name, making it if need be.
func submenu(m *fyne.Menu, name string) *fyne.Menu {
	for _, i := range m.Items {
		if i.Label == tr(name) {
			return i.ChildMenu
		}
	}
	item := fyne.NewMenuItem(tr(name), nil)
	item.ChildMenu = fyne.NewMenu(tr(name))
	m.Items = append(m.Items, item)
	return item.ChildMenu
}

// addTo appends what c shows in a menu.
func (w *Window) addTo(m *fyne.Menu, c command) {
	switch {
	case c.id == "":
		m.Items = append(m.Items, fyne.NewMenuItemSeparator())
	case c.each != nil:
		m.Items = append(m.Items, c.each(w)...)
	default:
		m.Items = append(m.Items, w.menuItem(c))
	}
}

// menuItem returns the entry of a command.
func (w *Window) menuItem(c command) *fyne.MenuItem {
	item := fyne.NewMenuItem(tr(c.title), func() { w.do(c) })
	if len(c.keys) > 0 {
		item.Shortcut = c.menuChord().shortcut()
	}
	item.Checked = c.chosen(w.state)
	item.Disabled = !c.enabled(w.state)
	return item
}

// menuChord is the chord that the menu carries: the first that the toolkit
// fires by itself, else the first.
func (c command) menuChord() chord {
	for _, k := range c.keys {
		if !k.plain() {
			return k
		}
	}
	return c.keys[0]
}

// choices returns the entries of a submenu, for the choices of the tool bar.
func (w *Window) choices(menu string) *fyne.Menu {
	m := fyne.NewMenu("")
	for _, c := range w.commands {
		if c.menu == menu && (c.set != nil || c.each != nil) {
			w.addTo(m, c)
		}
	}
	return m
}

// chosenTitle returns the title of the choice that holds in a submenu.
func (w *Window) chosenTitle(menu, otherwise string) string {
	for _, c := range w.commands {
		if c.menu == menu && c.chosen(w.state) {
			return tr(c.title)
		}
	}
	return otherwise
}

// command returns the command of that id.
func (w *Window) command(id string) command {
	i := slices.IndexFunc(w.commands, func(c command) bool { return c.id == id })
	return w.commands[i]
}

// do runs c if it can be done now.
func (w *Window) do(c command) {
	if c.run != nil && c.enabled(w.state) {
		c.run(w)
	}
}

// dispatch runs the command with this chord; it reports whether there is one.
func (w *Window) dispatch(k chord) bool {
	for _, c := range w.commands {
		if slices.Contains(c.keys, k) {
			w.do(c)
			return true
		}
	}
	return false
}

// refreshMenu puts a new menu up when what can be done or is chosen has
// changed; a new menu closes an open one.
func (w *Window) refreshMenu() {
	m := w.mainMenu()
	if old := w.win.MainMenu(); old != nil && sameMenus(old.Items, m.Items) {
		return
	}
	w.win.SetMainMenu(m)
}

func sameMenus(a, b []*fyne.Menu) bool {
	return slices.EqualFunc(a, b, func(x, y *fyne.Menu) bool { return slices.EqualFunc(x.Items, y.Items, sameItem) })
}

func sameItem(a, b *fyne.MenuItem) bool {
	if a.Label != b.Label || a.Checked != b.Checked || a.Disabled != b.Disabled {
		return false
	}
	if a.ChildMenu == nil || b.ChildMenu == nil {
		return a.ChildMenu == b.ChildMenu
	}
	return slices.EqualFunc(a.ChildMenu.Items, b.ChildMenu.Items, sameItem)
}
