package loader

import (
	"context"

	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/office"
	"wirediff/loader/internal/pack"
)

// sides reads one side of the tracked changes of a document.
type sides func(keep office.Kept) (d draft.Draft, changed bool, err error)

// document is the kind of a word processor's file: one version, or two if it
// has tracked changes that make a difference.
func document(read sides) kind {
	return func(_ context.Context, f file) (shelf, error) {
		accepted, changed, err := read(office.Accepted)
		if err != nil {
			return shelf{}, err
		}
		original := accepted
		if changed {
			original, _, err = read(office.Original)
		}
		if err != nil || accepted.Finish().Body == original.Finish().Body {
			return single(f, func() ([]draft.Draft, []error) { return oneDraft(accepted, nil) }), nil
		}
		accepted.Name = stem(f.name) + " (changes accepted)"
		original.Name = stem(f.name) + " (as original)"
		both := []draft.Draft{accepted, original}
		s := shelf{whole: true, read: func(_ context.Context, i int) ([]draft.Draft, []error) { return both[i : i+1], nil }}
		for i, d := range both {
			s.items = append(s.items, Item{Index: i, Title: d.Name, Size: d.Size()})
		}
		return s, nil
	}
}

func oneDraft(d draft.Draft, err error) ([]draft.Draft, []error) {
	if err != nil {
		return nil, []error{err}
	}
	return []draft.Draft{d}, nil
}

func docx(a *pack.Archive) kind {
	return document(func(keep office.Kept) (draft.Draft, bool, error) { return office.Docx(a, keep) })
}

func odt(a *pack.Archive) kind {
	return document(func(keep office.Kept) (draft.Draft, bool, error) { return office.Odt(a, keep) })
}

func rtf(data []byte) kind {
	return document(func(keep office.Kept) (draft.Draft, bool, error) { return office.RTF(data, keep) })
}

// flatOdt opens an OpenDocument text in one XML file.
func flatOdt(ctx context.Context, f file) (shelf, error) {
	return document(func(keep office.Kept) (draft.Draft, bool, error) { return office.FlatOdt(f.text.String, keep) })(ctx, f)
}
