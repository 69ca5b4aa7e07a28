// Package edit finds the words that changed inside an aligned group of
// sentences. It is the only importer of go-diff.
//
// # The idea
//
// Two passes over one narrow waist. The first pass is correct: it finds a
// longest common subsequence of the token keys (equal key: "the same but for
// typography and house style"). The second, tidy, is readable: it only ever
// takes matches away or slides them, so what it leaves is still correct.
//
//	bodies ──units──▶ keys ──match──▶ ma ──tidy──▶ ma ──emit──▶ []Edit
//	                                   ▲            ▲
//	       ma[i] = the unit of B that unit i of A matches, or -1;
//	       matches never cross: i < k and both matched ⇒ ma[i] < ma[k]
//
// A unit is a token that is compared, with the silent words of its phrase
// ("per" with the silent "cent"). Punctuation has no unit, so it can neither
// win a match over a word nor carry a mark alone. Units that are printed
// without a blank between them ("19-day", "$5m", "war?") are one printed word
// and share one fate.
//
// # Match
//
//	A   the deal was agreed in Moscow on Monday by both sides
//	    ─── ────                            ───── ── ──── ─────   1 common ends
//	B   the deal was signed in Rome on Monday by both sides
//
//	1. strip the common prefix and suffix;
//	2. drop the keys that the other side does not have: no longest common
//	   subsequence holds them, and texts that share nothing cost nothing;
//	3. number the rest as runes and give them to go-diff, which is Myers'
//	   O((N+M)D) algorithm with the linear space refinement (no clock set);
//	4. above [directCap] units, where D may be of the order of N, first split
//	   at keys that occur once on either side, along the longest chain of them
//	   that rises in both (patience diff, after Cohen); where there are none,
//	   cut both sides into as many pieces of bounded length.
//
// So time is O((N+M) log(N+M) + (N+M)·directCap) and memory O(N+M).
//
// # Tidy
//
//	slide     in [+Rome in+] Paris     ──▶  [+in Rome+] in Paris
//	printed   [-19-]{+20+}-day         ──▶  [19-day=>20-day]
//	islands   [-big-] of [-red-]       ──▶  one change, "of" is swallowed
//	blocks    more than [BlockShare] changed: old and new as they stand
//
// The result is symmetric: Words(b, a) is Words(a, b) with the sides changed,
// because the sides are put in an order of their own before matching.
//
// References: E. W. Myers, An O(ND) Difference Algorithm and Its Variations,
// Algorithmica 1 (1986), doi:10.1007/BF01840446. P. Heckel, A Technique for
// Isolating Differences Between Files, CACM 21 (1978),
// doi:10.1145/359460.359467 (unique lines as anchors). N. Fraser, Diff
// Strategies (2006), semantic clean-up. W. Hughes, Difftastic, sliders.
package edit
