package loader

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"wirediff/diff/text"
)

// openFolder reads the files of a folder as a set of versions, in the order of
// their names. Symbolic links are not followed, hidden files and the picture
// folders of saved pages are passed over, and what cannot be read is reported
// beside what can.
func openFolder(ctx context.Context, fsys fs.FS, root, shownAs string, opt Options) (sources []text.Source, errs []error) {
	names, err := folderFiles(fsys, root)
	if err != nil {
		return nil, []error{&Error{shownAs, err}}
	}
	if len(names) == 0 {
		return nil, []error{&Error{shownAs, fmt.Errorf("the folder holds no files")}}
	}
	for _, n := range pick(len(names), opt.Items, MaxFiles) {
		name := names[n]
		under := strings.TrimPrefix(strings.TrimPrefix(name, root), "/")
		if root == "." {
			under = name
		}
		full := path.Join(shownAs, under)
		data, err := readFile(ctx, fsys, name, MaxFile)
		if err != nil {
			errs = append(errs, &Error{full, err})
			continue
		}
		got, bad := load(ctx, file{name: full, data: data, opt: Options{Encoding: opt.Encoding}, deep: 1})
		sources, errs = append(sources, got...), append(errs, bad...)
		if ctx.Err() != nil {
			break
		}
	}
	return sources, errs
}

// folderFiles lists the regular files under root, sorted by path.
func folderFiles(fsys fs.FS, root string) (names []string, err error) {
	err = fs.WalkDir(fsys, root, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil && name == root:
			return reason(err)
		case err != nil:
			return nil
		case name != root && hidden(e.Name(), e.IsDir()):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case e.IsDir() && strings.Count(strings.TrimPrefix(name, root), "/") > MaxDepth:
			return fs.SkipDir
		case e.Type().IsRegular():
			if names = append(names, name); len(names) > MaxFiles {
				return errTooManyFiles()
			}
		}
		return nil
	})
	return names, err
}

// errTooManyFiles is the refusal of a folder or archive with too many files.
func errTooManyFiles() error {
	return fmt.Errorf("holds more than %d files, the most that is read", MaxFiles)
}

// hidden reports whether a file or folder is none of the user's versions:
// what systems and browsers put beside them.
func hidden(name string, dir bool) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || name == "__MACOSX" || name == "Thumbs.db" || name == "desktop.ini" ||
		dir && (strings.HasSuffix(name, "_files") || strings.HasSuffix(name, ".fld"))
}
