package loader_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"wirediff/loader"
)

func TestPublic(t *testing.T) {
	for addr, want := range map[string]bool{
		"93.184.216.34": true, "8.8.8.8": true, "2606:4700::1111": true, "172.32.0.1": true, "100.128.0.1": true, "198.20.0.1": true,
		"127.0.0.1": false, "127.8.8.8": false, "10.1.2.3": false, "172.31.255.255": false, "192.168.1.1": false, "169.254.169.254": false,
		"0.0.0.0": false, "100.64.0.1": false, "192.0.0.1": false, "192.0.2.1": false, "198.18.0.1": false, "198.19.255.255": false,
		"198.51.100.1": false, "203.0.113.1": false, "224.0.0.1": false, "240.0.0.1": false, "255.255.255.255": false,
		"::1": false, "::": false, "::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "::ffff:8.8.8.8": true, "::127.0.0.1": false, "64:ff9b::7f00:1": false,
		"2002:7f00:1::": false, "2001:0:1::1": false, "2001:db8::1": false, "fd00::1": false, "fc00::1": false, "fe80::1": false, "fe80::1%eth0": false, "ff02::1": false,
	} {
		if got := loader.Public(netip.MustParseAddr(addr)); got != want {
			t.Errorf("Public(%s) = %v, want %v", addr, got, want)
		}
	}
	if loader.Public(netip.Addr{}) {
		t.Error("the zero address is public")
	}
}

const fetchedPage = `<html lang="en"><head><title>Harbour closed | The Averley Post</title><meta property="og:site_name" content="The Averley Post"></head><body><article>
<h1>Harbour closed</h1><p>The harbour was closed on Tuesday after a storm broke two of its gates, the port’s master said in the evening.</p>
<p>“It costs us dearly,” she told reporters at the quay, where forty ships were waiting for the tide and for word from the engineers.</p>
<p>The engineers hope to lift the first gate by Friday, and to let the smaller ships pass before the week is out, weather allowing.</p></article></body></html>`

func TestFetch(t *testing.T) {
	var hits int
	mux := http.NewServeMux()
	mux.HandleFunc("/story", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Cookie") != "" || r.Header.Get("Authorization") != "" {
			t.Error("the request carries credentials")
		}
		w.Header().Set("Content-Type", "text/html; charset=windows-1252")
		w.Write(bytes.ReplaceAll([]byte(fetchedPage), []byte("’"), []byte{0x92}))
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "a", Value: "b"})
		http.Redirect(w, r, "/story", http.StatusFound)
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { hits++; http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/hostname", http.StatusFound)
	})
	mux.HandleFunc("/other", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://127.0.0.2/", http.StatusFound)
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		for range 16 {
			z.Write(make([]byte, 1<<20))
		}
		z.Close()
	})
	srv := httptest.NewServer(mux)
	defer srv.Close()
	ctx := context.Background()

	if _, err := loader.Fetch(ctx, srv.URL+"/story", loader.FetchOptions{}); !errors.Is(err, loader.ErrPrivate) {
		t.Errorf("a loopback address was fetched unasked: %v", err)
	}
	noon := time.Date(2025, 10, 14, 12, 0, 0, 0, time.UTC)
	yes := loader.FetchOptions{AllowPrivate: true, Now: func() time.Time { return noon }}
	got, err := loader.Fetch(ctx, srv.URL+"/moved", yes)
	if err != nil || got.Address != srv.URL+"/story" || !got.Time.Equal(noon) {
		t.Fatalf("Fetch: %+v, %v", got, err)
	}
	for path, reason := range map[string]string{"/loop": "5 redirects", "/file": "http:// or https://", "/other": "private network", "/bomb": "larger than 10 MiB", "/none": "404"} {
		if _, err := loader.Fetch(ctx, srv.URL+path, yes); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("%s: %v, want a refusal with %q", path, err, reason)
		}
	}
	if hits > 6 {
		t.Errorf("a loop of redirects was followed %d times", hits)
	}
	for _, bad := range []string{"file:///etc/hostname", "ftp://example.org/", "http://user:pass@example.org/", "averley", ""} {
		if _, err := loader.Fetch(ctx, bad, yes); err == nil {
			t.Errorf("%q was fetched", bad)
		}
	}
	keepAndReopen(t, got)
}

func TestOpenOfAnAddress(t *testing.T) {
	ctx := context.Background()
	if _, errs := loader.Open(ctx, "https://averleypost.example/1", loader.Options{}); len(errs) != 1 || !strings.Contains(errs[0].Error(), "only when asked") {
		t.Errorf("unasked: %v", errs)
	}
	if _, errs := loader.Open(ctx, "http://127.0.0.1:9/", loader.Options{Fetch: true}); len(errs) != 1 || errs[0].Error() != "http://127.0.0.1:9/: the address leads into a private network" {
		t.Errorf("asked: %v", errs)
	}
}

// keepAndReopen reads a fetched page, keeps it as an archive and reads that.
func keepAndReopen(t *testing.T, got loader.Fetched) {
	t.Helper()
	ctx := context.Background()
	direct, errs := got.Sources(ctx, loader.Options{})
	if len(errs) > 0 || !strings.Contains(direct[0].Body, "port’s master") || direct[0].Outlet.Value != "The Averley Post" {
		t.Fatalf("Sources: %+v, %v", direct, errs)
	}
	var kept bytes.Buffer
	if err := got.WriteArchive(&kept); err != nil {
		t.Fatal(err)
	}
	again, errs := loader.Read(ctx, "kept.warc", kept.Bytes(), loader.Options{})
	if len(errs) > 0 || again[0].Body != direct[0].Body || again[0].Address.Value != direct[0].Address.Value {
		t.Errorf("the kept page reads otherwise: %+v, %v", again, errs)
	}
}
