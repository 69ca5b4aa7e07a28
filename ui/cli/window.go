package cli

import (
	"context"
	"errors"

	"wirediff/assets"
)

// window opens the window with these paths. Where there is no display it
// says so and prints the comparison in the terminal: of the paths, or of the
// built-in example.
func (r *run) window(ctx context.Context, paths []string) error {
	paths, err := r.expand(paths)
	if err != nil {
		return err
	}
	switch {
	case r.env.Window == nil:
		r.note("this is the command line only, without the window")
	case r.env.OS == "linux" && r.getenv("DISPLAY") == "" && r.getenv("WAYLAND_DISPLAY") == "":
		r.note("there is no display, so the window cannot open")
	default:
		r.exit = r.env.Window(paths)
		return nil
	}
	return r.instead(ctx, paths)
}

// instead prints in the terminal what the window would have shown.
func (r *run) instead(ctx context.Context, paths []string) error {
	o := &options{format: "text", base: "0", style: "quiet", given: func(string) bool { return false }}
	switch {
	case len(paths) == 0:
		r.note("this is the built-in example in the terminal; for your own files: wirediff compare FILE FILE...")
		sources, err := loadFS(ctx, assets.Example())
		if err != nil {
			return err
		}
		return r.report(ctx, &input{sources: sources}, o)
	case len(paths) == 1 && isSession(paths[0]):
		r.note("this is the session in the terminal, as wirediff session prints it")
		o.pairs, o.palette, o.paper = "base", "standard", "a4"
		return r.session(ctx, paths, o)
	}
	in, err := r.inputOf(ctx, paths, nil)
	if err != nil {
		return err
	}
	if len(in.sources) < 2 {
		return errors.New("one version alone is nothing to compare: give two or more")
	}
	r.note("this is the comparison in the terminal, as wirediff compare prints it")
	return r.report(ctx, in, o)
}
