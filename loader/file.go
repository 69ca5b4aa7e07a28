package loader

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// reason turns a failure of the operating system into plain words without the path.
func reason(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("you may not read this file")
	case errors.Is(err, fs.ErrInvalid):
		return errors.New("this is not a usable file name")
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	if strings.Contains(strings.ToLower(err.Error()), "error") { // "input/output error": no plain words
		return errors.New("the system could not read it")
	}
	return err
}

// readFile reads a regular file of at most limit bytes.
func readFile(ctx context.Context, fsys fs.FS, name string, limit int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, reason(err)
	}
	if err := regular(info.Mode()); err != nil {
		return nil, err
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, reason(err)
	}
	defer f.Close()
	return readAll(ctx, f, limit)
}

// regular refuses what has no end or is no file: pipes, devices, sockets.
func regular(m fs.FileMode) error {
	switch {
	case m.IsRegular():
		return nil
	case m&fs.ModeNamedPipe != 0:
		return errors.New("a pipe, not a file; give - to read standard input")
	case m&(fs.ModeDevice|fs.ModeCharDevice) != 0:
		return errors.New("a device, not a file")
	case m&fs.ModeSocket != 0:
		return errors.New("a socket, not a file")
	}
	return errors.New("not a regular file")
}

// readAll reads at most limit bytes of r, and refuses more.
func readAll(ctx context.Context, r io.Reader, limit int64) ([]byte, error) {
	if r == nil {
		return nil, errors.New("nothing to read")
	}
	data, err := io.ReadAll(io.LimitReader(&cancelled{ctx, r}, limit+1))
	if err != nil {
		return nil, reason(err)
	}
	if int64(len(data)) > limit {
		return nil, tooLarge(limit)
	}
	return data, nil
}

// tooLarge is the refusal of what is longer than limit bytes.
func tooLarge(limit int64) error {
	return fmt.Errorf("larger than %d MiB, the most that is read", limit>>20)
}

// cancelled is a reader that stops when ctx does.
type cancelled struct {
	ctx context.Context
	r   io.Reader
}

func (c *cancelled) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}
