package news

import "wirediff/diff/text"

// Type is the kind of a finding, as written in JSON.
type Type string

// The kinds of findings.
const (
	Number           Type = "number"             // counts, rates, ages, percentages
	Money            Type = "money"              // sums, with currency
	Date             Type = "date"               // days, months, years, clock times
	Name             Type = "name"               // persons, companies, organisations that differ
	Title            Type = "title"              // office, rank; former, acting, deputy
	PlaceType        Type = "place"              // towns, countries, compass points
	Quantity         Type = "quantity"           // "billions of dollars", "dozens"
	Org              Type = "org"                // an agency, a medium or an organisation named in one version only
	AttributionVerb  Type = "attribution_verb"   // said became claimed
	AttributionLost  Type = "attribution_lost"   // the source, or the agency it spoke to, is gone
	AttributionAdded Type = "attribution_added"  // a source came in
	AttributionScope Type = "attribution_scope"  // after a split a half stands without its source
	HedgeLost        Type = "hedge_lost"         // alleged, may, reportedly are gone
	HedgeAdded       Type = "hedge_added"        // or came in
	Negation         Type = "negation"           // not, never, un- gained or lost
	Qualifier        Type = "qualifier"          // at least, up to, nearly, most
	QuoteAltered     Type = "quote_altered"      // other words inside the marks
	QuoteTrimmed     Type = "quote_trimmed"      // words cut inside the marks
	UnitConversion   Type = "unit_conversion"    // the same number in another unit, or a wrong conversion
	PassiveAgentLost Type = "passive_agent_lost" // who did it is gone
)

// Side is the sentences of one version that were aligned with the other side's.
type Side struct {
	Story     *text.Story
	Sentences []int32
}

// Flag is something an editor may want to look at: never a verdict.
// A and B are byte spans of the two bodies; an empty span (Start == End)
// means that the words are on the other side only.
type Flag struct {
	Type Type
	A, B text.Span
	Why  string // in plain words, for people
}

// Words says in plain words what a finding of this kind is about.
func (t Type) Words() string {
	return map[Type]string{
		Number: "number", Money: "money", Date: "date", Name: "name", Title: "title", PlaceType: "place",
		Quantity: "quantity", Org: "organisation", UnitConversion: "unit",
		AttributionVerb: "verb of saying", AttributionLost: "source lost", AttributionAdded: "source added",
		AttributionScope: "part without its source", HedgeLost: "hedge lost", HedgeAdded: "hedge added",
		Negation: "negation", Qualifier: "limit", QuoteAltered: "quotation altered",
		QuoteTrimmed: "quotation trimmed", PassiveAgentLost: "doer lost",
	}[t]
}

// Types lists every kind, in the order in which this package names them.
func Types() []Type {
	return []Type{Number, Money, Date, Name, Title, PlaceType, Quantity, Org, AttributionVerb, AttributionLost, AttributionAdded,
		AttributionScope, HedgeLost, HedgeAdded, Negation, Qualifier, QuoteAltered, QuoteTrimmed, UnitConversion, PassiveAgentLost}
}

// Fact reports whether the kind is about facts, which the Facts panel lists;
// all others belong to the watch on sources, hedges, negations and quotations.
func (t Type) Fact() bool {
	switch t {
	case Number, Money, Date, Name, Title, PlaceType, Quantity, Org, UnitConversion:
		return true
	}
	return false
}

// Inverse is the kind of the same finding read from the other version: a
// source lost one way is a source added the other way. Most kinds have no
// direction.
func (t Type) Inverse() Type {
	switch t {
	case AttributionLost:
		return AttributionAdded
	case AttributionAdded:
		return AttributionLost
	case HedgeLost:
		return HedgeAdded
	case HedgeAdded:
		return HedgeLost
	}
	return t
}
