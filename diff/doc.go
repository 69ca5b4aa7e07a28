// Package diff compares two to many versions of one story: pairs, rows, and
// what each version did to a base.
//
//	text.Source ──Segment──▶ text.Story ──style.Apply──▶ keyed stories
//	     ──align.Pair, every two──▶ pairs ──graph──▶ units ──order──▶ rows
//	                                                        ──Read(base)──▶ verdicts, tallies
//
// # Graph first, table derived
//
// All sentences of all versions are nodes, all links of all pairs are edges.
// Nothing is aligned to a base: content that two outlets share and the base
// lacks would be lost, and the result would depend on the choice.
//
//	version 1   version 2   version 3
//	    s ────────── t                      pairs found: s–t, t–u
//	                 └────────── u          the unit {s, t, u} gives s–u, too
//
// Edges join units in descending weight. Two guards may refuse an edge:
//
//   - fits: two sentences of one version come into one unit only if a
//     pairwise result put them together (a split or a merger);
//   - supported: of the links possible between the two units, at least
//     minSupport must be there, so that one weak link cannot chain two large
//     units.
//
// The gain is in the links that follow from others: on three translations
// of the Bible, pair F1 read off the rows is above that of the pairs alone,
// and the guards raise precision again; the figures are in BENCHMARKS.md.
//
// # From units to rows
//
// A unit within another is taken into it (closeUnits has the picture). Then
// units get one order by progressive collation (order has the picture), as in
// CollateX, with moves beside the order, never part of it: a version's units
// outside the heaviest subsequence that follows the rows are flagged
// ([Cell.Away]). So rows are acyclic, and what is not away runs down the rows
// of every version in published order and is contiguous in each row.
//
// # Order of loading
//
// The work is done on the versions in an order by their content, equal ones
// once (canon). Every tie is broken by index in that order, so the order of
// loading can only change the order of the columns. Jobs run on all
// processors and write into slots of their own, so their number changes
// nothing either.
//
// # Reading
//
// [Collation.Read] reads the rows against a base, or none. It changes no row;
// it only names what stands there.
//
// # Complexity
//
// n versions of m sentences: up to [AllPairs] versions n²/2 pair alignments;
// above, n times [Nearest]+[Hubs], chosen by bottom-k sketches of their word
// pairs. Units: sorting of the links; rows: n m log m, and the table of n
// cells for every row.
//
// # References
//
// R. H. Dekker, D. van Hulle, G. Middell, V. Neyt, J. van Zundert,
// Computer-supported collation of modern manuscripts: CollateX and the
// Beckett Digital Manuscript Project, 2015, doi:10.1093/llc/fqu007.
// D. Schmidt, R. Colomb, A data structure for representing multi-version
// texts online, 2009, doi:10.1016/j.ijhcs.2009.02.001.
// R. E. Tarjan, Efficiency of a Good But Not Linear Set Union Algorithm,
// 1975, doi:10.1145/321879.321884. P. M. Fenwick, A New Data Structure for
// Cumulative Frequency Tables, 1994, doi:10.1002/spe.4380240306.
// A. Z. Broder, On the Resemblance and Containment of Documents, 1997,
// doi:10.1109/SEQUEN.1997.666900.
package diff
