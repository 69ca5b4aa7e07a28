package page

import (
	"regexp"
	"strings"
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

// openings are how lines begin that are not the story; short blocks only.
var openings = regexp.MustCompile(`(?i)^(` + strings.Join([]string{
	`share (this|on|via|with)\b`, `sign up (for|to|now|here)\b`, `sign in\b`, `subscribe( now| to| for| today)?\b`, `read (more|also|next|the full)\b`,
	`related( (stories|articles|content|coverage|video|news|topics))?\s*:?$`, `related:`, `more (from|on|stories|news|coverage|about)\b`,
	`see (also|more)\b`, `watch( now| live| more)?:`, `also (read|see|on|watch)\b`, `recommended( for you| stories| reading)?:?$`, `follow (us|me|him|her|them|@|on)\b`,
	`follow .{2,40} on (twitter|facebook|instagram|x)\b`, `like us on\b`, `advertisement\b`, `story continues below`, `article continues (below|after)`,
	`continue reading`, `click here\b`, `tap here\b`, `download (the|our)\b`, `get (the|our) .{0,40}(newsletter|app|briefing|inbox)\b`, `join (the conversation|our)\b`,
	`(view|post|leave|show|read|add) (a |all |the )?comments?\b`, `\d* ?comments?$`, `comments \(`, `loading\b`, `most (read|popular|viewed|shared)\b`,
	`trending( now)?:?$`, `up next\b`, `next (story|article|up)\b`, `you (may|might) (also )?(like|be interested|enjoy)`, `don.t miss\b`, `(©|copyright\b|\(c\) ?(19|20)\d\d)`, `all rights reserved`,
	`(photo|image|picture|video|graphic)s?( credits?| by| courtesy)?\s*:`, `file photo\b`, `(getty|ap|afp|reuters|epa|shutterstock) ?(images|photo)`, `print this\b`, `email this\b`,
	`tweet$`, `facebook$`, `twitter$`, `whatsapp$`, `email$`, `print$`, `save$`, `copy link`, `tags?:`, `topics?:`, `filed under\b`, `posted in\b`, `support (our|the) (journalism|work)`,
	`have a (tip|story)\b`, `got a (tip|story)\b`, `this (article|story) (originally|first) appeared`,
}, "|") + `)`)

// openingMax is the longest block, in bytes, that an opening can take out.
const openingMax = 220

// linkShort is the longest block that is taken out for being nothing but links.
const linkShort = 160

// furniture reports whether block b is furniture by its look alone.
func (b block) furniture() bool {
	switch {
	case b.marks&(inFigcaption|inNav|inFooter|inButton|inHidden) != 0:
		return true
	case b.marks&inAside != 0:
		return true
	case len(b.text) <= linkShort && b.links*10 >= len(strings.ReplaceAll(b.text, " ", ""))*9:
		return true
	case len(b.text) <= openingMax && openings.MatchString(b.text):
		return true
	}
	return false
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
