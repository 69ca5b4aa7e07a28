package loader_test

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"wirediff/loader"
)

// mutationsPerFile is how many damaged copies of each real document are read.
const mutationsPerFile = 2

// TestMutatedDocuments damages every real document (cut off, bytes changed,
// stretches removed and repeated; fixed seeds) and reads it: a story or a
// refusal in words, never a panic, never long.
func TestMutatedDocuments(t *testing.T) {
	for _, sub := range []string{"text", "html/pages", "html/saved", "office", "mail", "wire/*", "feeds", "warc", "pdf"} {
		files, _ := filepath.Glob(filepath.Join(shared(t, sub), "*"))
		read, refused := 0, 0
		var slowest time.Duration
		for n, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				continue
			}
			for m := range mutationsPerFile {
				start := time.Now()
				got, errs := loader.Read(context.Background(), filepath.Base(f), damaged(data, uint64(n*mutationsPerFile+m)), loader.Options{})
				slowest = max(slowest, time.Since(start))
				if len(got) > 0 {
					read++
				} else {
					refused++
				}
				for _, src := range got {
					wellFormed(t, src)
				}
				for _, err := range errs {
					if strings.Contains(err.Error(), loader.Damaged) {
						t.Errorf("mutation %d: %v: a parser panicked", m, err)
					}
				}
			}
		}
		t.Logf("%s: %d read, %d refused, slowest %v", sub, read, refused, slowest.Round(time.Millisecond))
	}
}

// damaged returns a damaged copy of data.
func damaged(data []byte, seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 1))
	out := append([]byte(nil), data...)
	if len(out) < 8 {
		return out
	}
	for range 1 + r.IntN(4) {
		i, n := r.IntN(len(out)), 1+r.IntN(min(len(out), 200))
		switch j := min(i+n, len(out)); r.IntN(5) {
		case 0:
			out = out[:max(i, 4)]
		case 1:
			for k := i; k < j; k += 1 + r.IntN(20) {
				out[k] = byte(r.IntN(256))
			}
		case 2:
			out = append(out[:i:i], out[j:]...)
		case 3:
			out = append(out[:j:j], out[i:]...)
		case 4:
			copy(out[i:j], []byte("<<<<{{{{\\\\>>>>\x00\xff\xfe((((]]]]"))
		}
		if len(out) < 8 {
			break
		}
	}
	return out
}
