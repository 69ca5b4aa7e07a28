package loader

import (
	"net/netip"
	"sync"
)

// reserved are the networks that no public page lives in, from the registries
// of IANA (RFC 6890 and its successors). netip's own IsPrivate and
// IsGlobalUnicast miss most of them.
var reserved = sync.OnceValue(func() (list []netip.Prefix) {
	for _, s := range []string{
		"0.0.0.0/8",       // this network
		"10.0.0.0/8",      // private
		"100.64.0.0/10",   // behind a provider's translator
		"127.0.0.0/8",     // this machine
		"169.254.0.0/16",  // link-local; cloud machines' keys
		"172.16.0.0/12",   // private
		"192.0.0.0/24",    // protocol assignments
		"192.0.2.0/24",    // documentation
		"192.88.99.0/24",  // 6to4 relays
		"192.168.0.0/16",  // private
		"198.18.0.0/15",   // benchmarks
		"198.51.100.0/24", // documentation
		"203.0.113.0/24",  // documentation
		"224.0.0.0/4",     // multicast
		"240.0.0.0/4",     // reserved, broadcast
		"::/96",           // unspecified, this machine, IPv4-compatible
		"64:ff9b::/96",    // translated IPv4
		"64:ff9b:1::/48",  // translated, local
		"100::/64",        // discard
		"2001::/23",       // protocol assignments, Teredo
		"2001:db8::/32",   // documentation
		"2002::/16",       // 6to4
		"3fff::/20",       // documentation
		"5f00::/16",       // segment routing
		"fc00::/7",        // private
		"fe80::/10",       // link-local
		"fec0::/10",       // site-local, old
		"ff00::/8",        // multicast
	} {
		list = append(list, netip.MustParsePrefix(s))
	}
	return list
})

// Public reports whether an address belongs to the public network. An IPv4
// address inside an IPv6 one is judged as itself; one with a zone is not public.
func Public(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsValid() || a.Zone() != "" {
		return false
	}
	for _, p := range reserved() {
		if p.Contains(a) {
			return false
		}
	}
	return true
}
