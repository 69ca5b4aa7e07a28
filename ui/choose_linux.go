package ui

import (
	"net/url"
	"os"

	"github.com/rymdport/portal/filechooser"
)

// nativeChooser asks the desktop's own file chooser; ok is false where the
// desktop has none. It blocks until the chooser is closed.
func nativeChooser(folder bool) (paths []string, ok bool) {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" {
		return nil, false
	}
	uris, err := filechooser.OpenFile("", "Open versions", &filechooser.OpenFileOptions{
		Multiple: !folder, Directory: folder, AcceptLabel: "Open",
	})
	if err != nil {
		return nil, false
	}
	for _, s := range uris {
		if u, err := url.Parse(s); err == nil && u.Scheme == "file" {
			paths = append(paths, u.Path)
		}
	}
	return paths, true
}

// nativeSave asks the desktop's own chooser where to write a file; ok is
// false where the desktop has none, path is empty if the person let it be.
func nativeSave(q saveQuestion) (path string, ok bool) {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" {
		return "", false
	}
	uris, err := filechooser.SaveFile("", q.title, &filechooser.SaveFileOptions{AcceptLabel: q.accept, CurrentName: q.name, CurrentFolder: q.folder})
	if err != nil {
		return "", false
	}
	for _, s := range uris {
		if u, err := url.Parse(s); err == nil && u.Scheme == "file" {
			return u.Path, true
		}
	}
	return "", true
}
