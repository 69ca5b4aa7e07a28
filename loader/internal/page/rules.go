package page

import (
	"strings"

	"wirediff/diff/text"
)

// classes is a set of class words.
type classes uint64

// classTable lists the words in class names and ids behind which news sites
// put what is not the story. One bit each, so at most 64.
var classTable = strings.Fields(`
	share sharing social newsletter signup subscribe subscription promo promoted related recommended recirc recirculation
	more trending popular caption credit byline author bio tags tag topics breadcrumb breadcrumbs comments comment disqus
	advert ad ads advertisement sponsored sponsor widget sidebar footer nav navigation menu toolbar tooltip modal popup
	timestamp dateline meta metadata cookie consent paywall inline-promo embed outbrain taboola gallery copyright readmore`)

// classGuard is the share of the chosen words above which a class word is no
// evidence: some sites put the whole story under "share" or "content-meta".
// Without it one page in nine loses its body.
const classGuard = 0.12

var classBit = func() map[string]classes {
	m := make(map[string]classes, len(classTable))
	for i, w := range classTable {
		m[w] = 1 << i
	}
	return m
}()

// classWords returns the class words in the value of a class or id attribute:
// "article-share_bar" and "articleShareBar" both hold "share".
func classWords(s string) classes {
	var set classes
	start := 0
	lower := strings.ToLower(s)
	for i := 0; i <= len(s); i++ {
		upper := i < len(s) && s[i] >= 'A' && s[i] <= 'Z' && i > 0 && !(s[i-1] >= 'A' && s[i-1] <= 'Z')
		letter := i < len(s) && (lower[i] >= 'a' && lower[i] <= 'z')
		if letter && !upper {
			continue
		}
		if start < i && i <= len(lower) {
			set |= classBit[lower[start:i]]
		}
		start = i
		if !letter {
			start = i + 1
		}
	}
	return set
}

// lineMax is the longest block, in bytes, that is furniture for its words.
const lineMax = 220

// linkShort is the longest block that is taken out for being nothing but links.
const linkShort = 160

// furniture reports whether block b is furniture by its look alone: by the
// elements around it, or its words in the tables of package text.
func (b block) furniture(lang string) bool {
	switch {
	case b.marks&(inFigcaption|inNav|inFooter|inButton|inHidden) != 0:
		return true
	case b.marks&inAside != 0:
		return true
	case b.onlyLinks():
		return true
	case len(b.text) <= lineMax && text.RoleOf(b.text, lang) == text.RoleFurniture:
		return true
	}
	return false
}

// onlyLinks reports whether a short block is nothing but links.
func (b block) onlyLinks() bool {
	return len(b.text) <= linkShort && b.links*10 >= len(strings.ReplaceAll(b.text, " ", ""))*9
}

// guarded returns the class words that may count as evidence on a page with
// these chosen blocks: those that cover little of the chosen text.
func guarded(blocks []block, chosen []bool) classes {
	var total int
	var under [64]int
	for i, b := range blocks {
		if !chosen[i] {
			continue
		}
		total += len(b.text)
		for bit := range classTable {
			if b.class&(1<<bit) != 0 {
				under[bit] += len(b.text)
			}
		}
	}
	var ok classes
	for bit, n := range under {
		if float64(n) < classGuard*float64(total) {
			ok |= 1 << bit
		}
	}
	return ok
}
