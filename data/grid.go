package data

// GridHigh is the first number that counts as high in the stakeholder grid, of power and of interest alike: 3 of 5 is the
// middle, and what is no more than that is no reason to give somebody all attention.
const GridHigh = 4

// Placed tells whether both power and interest are known, so that the organisation has a place in the stakeholder grid.
func (o *Organisation) Placed() bool { return o.Power != nil && o.Interest != nil }

// Quarter is the organisation's quarter of the stakeholder grid, a word of Grid; empty where it has no place in it.
func (o *Organisation) Quarter() string {
	if !o.Placed() {
		return ""
	}
	powerful, interested := *o.Power >= GridHigh, *o.Interest >= GridHigh
	switch {
	case powerful && interested:
		return "manage_closely"
	case powerful:
		return "keep_satisfied"
	case interested:
		return "keep_informed"
	}
	return "monitor"
}
