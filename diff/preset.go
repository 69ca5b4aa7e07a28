package diff

// Preset chooses rows by which versions have them.
type Preset uint8

const (
	AllRows    Preset = iota // no choice
	InAll                    // every version has it
	MissingOne               // all versions but one have it
	OnlyOne                  // a single version has it
	NotInBase                // the base has it not; without a base, no row
	MovedRows                // a version has it moved
)

// String returns the words that the window prints.
func (p Preset) String() string {
	return [...]string{"all", "in all", "missing in one", "only in one", "not in base", "moved"}[p]
}

// Preset returns the rows that a preset chooses among those with counted
// text, in order. versions are the versions looked at, nil for all.
func (r *Reading) Preset(p Preset, versions []int) []int {
	if versions == nil {
		versions = make([]int, len(r.Versions))
		for v := range versions {
			versions[v] = v
		}
	}
	var rows []int
	for i := range r.Rows {
		if r.fits(i, p, versions) {
			rows = append(rows, i)
		}
	}
	return rows
}

func (r *Reading) fits(row int, p Preset, versions []int) bool {
	cells := r.Rows[row].Cells
	have, moved := 0, false
	for _, v := range versions {
		if countedOf(r.Versions[v], cells[v].Sentences) > 0 {
			have++
			moved = moved || r.Verdicts[row][v].Moved
		}
	}
	switch p {
	case InAll:
		return have == len(versions)
	case MissingOne:
		return have > 0 && have == len(versions)-1
	case OnlyOne:
		return have == 1
	case NotInBase:
		return have > 0 && r.Base >= 0 && countedOf(r.Versions[r.Base], cells[r.Base].Sentences) == 0
	case MovedRows:
		return moved
	}
	return have > 0
}
