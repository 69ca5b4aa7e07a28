package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"wirediff/diff"
	"wirediff/diff/text"
)

// slow is how long a job may run before the window shows that it runs.
const slow = 200 * time.Millisecond

// progressStep is how often a running comparison may report, so that its
// reports never crowd out the window's own work.
const progressStep = 50 * time.Millisecond

// compareFunc is diff.Compare; tests bring their own.
type compareFunc func(context.Context, []text.Source, diff.Options) (*diff.Collation, error)

// onMain runs f on the window's goroutine, after what is queued there. It is
// the only place where work crosses over.
func onMain(f func()) { fyne.Do(f) }

// jobs runs the work beside the window: at most one comparison, and the
// reading of files. Its methods are called on the window's goroutine only.
// Each comparison has a number; what a comparison reports after a newer one
// was started, or after it was cancelled, is dropped.
type jobs struct {
	post    func(func()) // onMain; tests queue by hand
	compare compareFunc
	open    Opener

	generation int
	cancel     context.CancelFunc // stops the running comparison; nil if none runs
	reading    context.Context    // lives as long as the window
	stop       context.CancelFunc
	pending    int // paths that are being read
}

// newJobs returns jobs that read with open and report through post.
func newJobs(open Opener, compare compareFunc, post func(func())) *jobs {
	j := &jobs{post: post, compare: compare, open: open}
	j.reading, j.stop = context.WithCancel(context.Background())
	return j
}

// reports is what a comparison tells its window; every function runs on the
// window's goroutine and none after the comparison was superseded.
type reports struct {
	slow     func()             // it has run for more than slow
	progress func(done float64) // 0..1
	finished func(*diff.Collation)
}

// start begins a comparison and gives up the one that runs.
func (j *jobs) start(sources []text.Source, opt diff.Options, n reports) {
	j.giveUp()
	ctx, cancel := context.WithCancel(j.reading)
	j.cancel = cancel
	mine := j.generation
	tell := func(f func()) {
		j.post(func() {
			if mine == j.generation {
				f()
			}
		})
	}
	opt.Progress = throttle(progressStep, func(done float64) { tell(func() { n.progress(done) }) })
	timer := time.AfterFunc(slow, func() { tell(n.slow) })
	go func() {
		defer cancel()
		c, err := j.compare(ctx, sources, opt)
		timer.Stop()
		if err != nil { // only the context's: nobody waits for it
			return
		}
		tell(func() {
			j.cancel = nil
			n.finished(c)
		})
	}()
}

// giveUp cancels the running comparison, if any; nothing more is heard of it.
func (j *jobs) giveUp() {
	j.generation++
	if j.cancel != nil {
		j.cancel()
		j.cancel = nil
	}
}

// running reports whether a comparison runs.
func (j *jobs) running() bool { return j.cancel != nil }

// read reads path beside the window and hands over the versions that it gave.
func (j *jobs) read(path, encoding string, done func([]Version)) {
	j.beside(func() func() {
		vs := j.versions(path, encoding)
		return func() { done(vs) }
	})
}

// versions reads path on the goroutine it is called on.
func (j *jobs) versions(path, encoding string) []Version {
	sources, errs := j.open.Open(j.reading, path, encoding)
	vs := versionsOf(path, sources, errs)
	keepOriginals(path, vs)
	return vs
}

// beside runs work beside the window, and what it returns on the window's
// goroutine.
func (j *jobs) beside(work func() (done func())) {
	j.pending++
	go func() {
		done := work()
		j.post(func() {
			j.pending--
			done()
		})
	}()
}

// throttle passes calls on to f at most once per step; calls come from one
// goroutine.
func throttle(step time.Duration, f func(float64)) func(float64) {
	var last time.Time
	return func(done float64) {
		if now := time.Now(); now.Sub(last) >= step {
			last = now
			f(done)
		}
	}
}
