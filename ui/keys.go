package ui

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// chord is one key with its modifiers. A chord without Control, Alt or Super
// is plain: a letter, digit or function key. Plain letters and digits act
// only while the board has the focus, so that they can be typed elsewhere.
type chord struct {
	key fyne.KeyName
	mod fyne.KeyModifier
}

// chordOf reads "Ctrl+Shift+V", "Alt+Down", "F3" or "N"; "" is no chord.
func chordOf(s string) chord {
	var c chord
	for {
		word, rest, more := strings.Cut(s, "+")
		m, ok := map[string]fyne.KeyModifier{
			"Ctrl": fyne.KeyModifierShortcutDefault, "Shift": fyne.KeyModifierShift, "Alt": fyne.KeyModifierAlt,
		}[word]
		if !more || !ok {
			c.key = fyne.KeyName(s)
			return c
		}
		c.mod |= m
		s = rest
	}
}

// plain reports whether the toolkit would hand the chord to the focused
// widget instead of looking in the menus.
func (c chord) plain() bool { return c.mod&^fyne.KeyModifierShift == 0 }

// typed reports whether the chord types something: a letter, a digit, a sign.
func (c chord) typed() bool { return c.plain() && len(c.key) == 1 }

// String returns the words that menus, tips and the list of keys print.
func (c chord) String() string {
	if c.key == "" {
		return ""
	}
	var b strings.Builder
	if c.mod&fyne.KeyModifierShortcutDefault != 0 {
		b.WriteString("Ctrl ")
	}
	if c.mod&fyne.KeyModifierAlt != 0 {
		b.WriteString("Alt ")
	}
	if c.mod&fyne.KeyModifierShift != 0 {
		b.WriteString("Shift ")
	}
	b.WriteString(keyWord(c.key))
	return b.String()
}

// keyWord is what stands on the key; the toolkit's own names for the page
// keys are "Next" and "Prior".
func keyWord(k fyne.KeyName) string {
	switch k {
	case fyne.KeyPageDown:
		return "Page Down"
	case fyne.KeyPageUp:
		return "Page Up"
	case fyne.KeyReturn:
		return "Enter"
	case fyne.KeyBackspace:
		return "Backspace"
	}
	return string(k)
}

// shortcut returns the chord as the toolkit's shortcut for a menu item. The
// toolkit turns some chords into shortcuts of its own; a menu that wants them
// must name them so. Plain chords never fire as shortcuts: the menu only
// prints them, and dispatch runs them.
func (c chord) shortcut() fyne.Shortcut {
	if c.key == "" {
		return nil
	}
	if c.mod == fyne.KeyModifierShortcutDefault {
		switch c.key {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyC:
			return &fyne.ShortcutCopy{}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		}
	}
	return &desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod}
}

// runeChord returns the plain chord that typed r.
func runeChord(r rune) chord {
	c := chord{key: fyne.KeyName(unicode.ToUpper(r))}
	if unicode.IsUpper(r) {
		c.mod = fyne.KeyModifierShift
	}
	return c
}

// heldModifiers returns the modifiers that are down; a key event does not
// carry them.
func heldModifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
