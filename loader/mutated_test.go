package loader_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"wirediff/loader"
)

// mutationsPerFile is how many damaged copies of each real document are read;
// WIREDIFF_MUTATIONS asks for more.
var mutationsPerFile = func() int {
	n, _ := strconv.Atoi(os.Getenv("WIREDIFF_MUTATIONS"))
	return max(n, 2)
}()

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
				got, errs := loader.Read(context.Background(), filepath.Base(f), damagedInside(data, uint64(n*mutationsPerFile+m)), loader.Options{})
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

// damagedInside damages what is packed: a gzip comes back unpacked, and one
// part of a zip is damaged and packed again, every second time.
func damagedInside(data []byte, seed uint64) []byte {
	if z, err := gzip.NewReader(bytes.NewReader(data)); err == nil && seed%2 == 0 {
		if all, err := io.ReadAll(z); err == nil {
			return damaged(all, seed)
		}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(z.File) == 0 || seed%2 == 1 {
		return damaged(data, seed)
	}
	var pairs []string
	bad := int(seed/2) % len(z.File)
	for i, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return damaged(data, seed)
		}
		part, _ := io.ReadAll(r)
		if i == bad || strings.HasSuffix(f.Name, "document.xml") || f.Name == "content.xml" {
			part = damaged(part, seed)
		}
		pairs = append(pairs, f.Name, string(part))
	}
	return []byte(zipped(pairs...))
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
