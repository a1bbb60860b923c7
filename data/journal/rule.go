package journal

// Head is a change that still stands in a register.
type Head struct {
	Path   Path // the register
	Below  Path // set when the change is an edit further down that a removal of Path had not seen; then Value is that Path stays
	ID     ID   // the entry
	Value  Value
	Author ID
	Clock  Clock // for people; the rule does not look at it
}

// Rule picks what a register shows while its heads differ. Heads are at least two, in the order of their ids. It has to
// be the same function of the same values everywhere, or replicas would show different things.
type Rule func(heads []Head) Value

// FixedRule is the rule of this program (docs/decisions/0001): what is present before what is removed, a value before none;
// then the longer, since what was added is rarely wrong and always visible; then the greater by bytes.
func FixedRule(heads []Head) Value {
	best := heads[0]
	for _, head := range heads[1:] {
		if before(head, best) {
			best = head
		}
	}
	return best.Value
}

func before(a, b Head) bool {
	if a.Path == Record && presenceRank(a.Value) != presenceRank(b.Value) {
		return presenceRank(a.Value) < presenceRank(b.Value)
	}
	if (a.Value == Null) != (b.Value == Null) {
		return b.Value == Null
	}
	if len(a.Value) != len(b.Value) {
		return len(a.Value) > len(b.Value)
	}
	return a.Value > b.Value
}

// presenceRank puts the trash before undone, because what lies in the trash can still be found.
func presenceRank(v Value) int {
	switch v {
	case Live:
		return 0
	case Trash:
		return 1
	case Undone:
		return 2
	}
	return 3
}

// pick applies the rule where there is something to choose.
func pick(rule Rule, heads []Head) Value {
	if len(heads) == 0 {
		return Null
	}
	if agree(heads) {
		return heads[0].Value
	}
	return rule(heads)
}

func agree(heads []Head) bool {
	for i := 1; i < len(heads); i++ {
		if heads[i].Value != heads[0].Value {
			return false
		}
	}
	return true
}
