package loader

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"wirediff/loader/internal/draft"
)

// folder opens a folder as a set of versions, in the order of their names.
// Symbolic links are not followed; hidden files and the picture folders of
// saved pages are passed over.
func folder(fsys fs.FS, root string) kind {
	return func(_ context.Context, f file) (shelf, error) {
		names, err := folderFiles(fsys, root)
		if err != nil {
			return shelf{}, err
		}
		if len(names) == 0 {
			return shelf{}, errors.New("the folder holds no files")
		}
		s := shelf{whole: true}
		for i, name := range names {
			s.items = append(s.items, Item{Index: i, Title: under(root, name)})
		}
		s.read = func(ctx context.Context, i int) ([]draft.Draft, []error) {
			full := path.Join(f.name, under(root, names[i]))
			data, err := readFile(ctx, fsys, names[i], MaxFile)
			if err != nil {
				return nil, []error{&Error{full, err}}
			}
			return take(ctx, file{name: full, data: data, opt: Options{Encoding: f.opt.Encoding}}, nil)
		}
		return s, nil
	}
}

// under is the path of name below root.
func under(root, name string) string {
	if root == "." {
		return name
	}
	return strings.TrimPrefix(strings.TrimPrefix(name, root), "/")
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
