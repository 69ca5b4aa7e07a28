// Package session keeps a comparison as one file: the texts as loaded, the
// files they came from, and what a person made of them (labels, order, base,
// filters, house-style decisions, corrections by hand, notes).
//
//	name.wirediff (zip)
//	├── session.json      readable; schema "wirediff-session/1"
//	└── originals/
//	    ├── 0-meridian.html   the files as they were, byte for byte
//	    └── 1-courier.txt
//
// The file opens when the originals are gone, and gives the same comparison
// byte for byte, because the texts are in it as they were read, not as a
// later loader might read them. It is deterministic: the same content gives
// the same bytes (no clock, no map order, fixed zip dates). Fields that a
// later program wrote and this one does not know survive a round trip.
//
// Nothing is lost: [Save] writes a temporary file beside the target, syncs
// it, keeps the former file as a backup, renames, and syncs the folder. At
// every moment there is the old file or the new one, whole. [Stamp] tells
// whether somebody else saved the file in the meantime. [Shelf] keeps unsaved
// work in the user's state folder, a [Slot] of it for each window.
package session
