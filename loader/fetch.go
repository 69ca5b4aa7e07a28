package loader

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"

	"wirediff/diff/text"
)

// Caps of Fetch. A page that needs more is no story, or no honest server.
const (
	MaxPage       = 10 << 20 // bytes of an answer, after unpacking
	maxHeaders    = 1 << 20
	maxRedirects  = 5
	connectTime   = 8 * time.Second
	MaxFetchTime  = 20 * time.Second
	fetchAgent    = "Mozilla/5.0 (compatible; Wirediff)"
	fetchAccept   = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5"
	archiveFormat = "2006-01-02T15:04:05Z"
)

// ErrPrivate is the reason for an address inside a private network. The user
// who typed it may be asked, and Fetch called again with AllowPrivate.
var ErrPrivate = errors.New("the address leads into a private network")

// FetchOptions of Fetch; the zero value is the usual one.
type FetchOptions struct {
	AllowPrivate bool // the user typed the address and said yes: its host may be private, another never
	Now          func() time.Time
}

// Fetched is an answer as it came, to be kept beside a comparison.
type Fetched struct {
	Asked, Address string // as typed, and after redirects
	Type           string // content type as the server named it
	Time           time.Time
	Body           []byte
}

// Fetch gets the page at an address, on the user's word only: nothing else in
// the package dials. It follows at most five redirects, keeps no cookies,
// sends no credentials and uses no proxy. Addresses of private networks are
// refused by the number that is dialled, whatever name led to it.
func Fetch(ctx context.Context, address string, opt FetchOptions) (Fetched, error) {
	u, err := checkAddress(address)
	if err != nil {
		return Fetched{}, &Error{address, err}
	}
	ctx, cancel := context.WithTimeout(ctx, MaxFetchTime)
	defer cancel()
	got, err := fetch(ctx, client(u.Hostname(), opt.AllowPrivate), u)
	if err != nil {
		return Fetched{}, &Error{address, fetchReason(ctx, err)}
	}
	now := opt.Now
	if now == nil {
		now = time.Now
	}
	got.Asked, got.Time = address, now().UTC()
	return got, nil
}

// Sources reads the stories of a fetched page.
func (f Fetched) Sources(ctx context.Context, opt Options) ([]text.Source, []error) {
	return load(ctx, f.file(opt), nil)
}

func (f Fetched) file(opt Options) file {
	_, params, _ := mime.ParseMediaType(f.Type)
	return file{name: f.Asked, data: f.Body, opt: opt, declared: params["charset"], address: f.Address}
}

// isAddress reports whether a path is an address of the web.
func isAddress(path string) bool {
	return strings.HasPrefix(path, "http://") || strings.HasPrefix(path, "https://")
}

// locateAddress fetches an address where that is asked for.
func locateAddress(ctx context.Context, path string, opt Options) (file, kind, error) {
	if !opt.Fetch {
		return file{}, nil, errors.New("an address; pages are fetched only when asked")
	}
	got, err := Fetch(ctx, path, FetchOptions{})
	var named *Error
	if errors.As(err, &named) {
		err = named.Err
	}
	return got.file(opt), nil, err
}

// WriteArchive writes the page with its address and time as a web archive
// (WARC 1.1), which Open reads.
func (f Fetched) WriteArchive(w io.Writer) error {
	kind := f.Type
	if kind == "" {
		kind = "text/html"
	}
	_, err := fmt.Fprintf(w, "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: %s\r\nWARC-Date: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		oneLine(f.Address), f.Time.Format(archiveFormat), oneLine(kind), len(f.Body), f.Body)
	return err
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// checkAddress accepts http and https addresses without a password in them.
func checkAddress(s string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(s))
	switch {
	case err == nil && u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https":
		return nil, errors.New("only addresses that begin with http:// or https:// are fetched")
	case err != nil || u.Host == "":
		return nil, errors.New("not an address of a page; it begins with https://")
	case u.User != nil:
		return nil, errors.New("addresses with a user name or password in them are not fetched")
	}
	return u, nil
}

// client makes an HTTP client that dials public addresses only, and those of
// one private host if that is allowed.
func client(typed string, allowPrivate bool) *http.Client {
	dial := func(ctx context.Context, network, addr string) (net.Conn, error) {
		d := net.Dialer{Timeout: connectTime}
		if host, _, err := net.SplitHostPort(addr); err != nil || !allowPrivate || !strings.EqualFold(host, typed) {
			d.ControlContext = func(_ context.Context, _, addr string, _ syscall.RawConn) error { return publicOnly(addr) }
		}
		return d.DialContext(ctx, network, addr)
	}
	return &http.Client{
		Transport: &http.Transport{DialContext: dial, MaxResponseHeaderBytes: maxHeaders, DisableKeepAlives: true, TLSHandshakeTimeout: connectTime},
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return fmt.Errorf("more than %d redirects, the most that are followed", maxRedirects)
			}
			_, err := checkAddress(req.URL.String())
			return err
		},
	}
}

// publicOnly refuses to dial an address of a private network.
func publicOnly(addr string) error {
	a, err := netip.ParseAddrPort(addr)
	if err != nil || !Public(a.Addr()) {
		return ErrPrivate
	}
	return nil
}

// fetch makes the request.
func fetch(ctx context.Context, c *http.Client, u *url.URL) (Fetched, error) {
	defer c.CloseIdleConnections()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return Fetched{}, err
	}
	req.Header.Set("User-Agent", fetchAgent)
	req.Header.Set("Accept", fetchAccept)
	resp, err := c.Do(req)
	if err != nil {
		return Fetched{}, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return Fetched{}, fmt.Errorf("the server answered %d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
	}
	body, err := readAll(ctx, resp.Body, MaxPage)
	return Fetched{Address: resp.Request.URL.String(), Type: resp.Header.Get("Content-Type"), Body: body}, err
}

// fetchReason turns a failure into plain words.
func fetchReason(ctx context.Context, err error) error {
	var dns *net.DNSError
	var dial *net.OpError
	var asked *url.Error
	switch {
	case errors.Is(err, ErrPrivate):
		return ErrPrivate
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return fmt.Errorf("no answer within %v", MaxFetchTime)
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &dns):
		return fmt.Errorf("there is no server called %s, or no connection", dns.Name)
	case errors.As(err, &dial) && dial.Op == "dial":
		return errors.New("the server does not answer")
	case errors.As(err, &asked):
		return asked.Err
	}
	return err
}
