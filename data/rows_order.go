package data

// Reorder gives the order keys of a list whose members stand in a new order. Keys are the members' keys as they are now,
// empty for a member that is new. As many as possible stay as they are, so that moving one member writes one field.
func Reorder(keys []string) []string {
	out := make([]string, len(keys))
	keep := longestRise(keys)
	before := ""
	for i, key := range keys {
		if keep[i] {
			out[i], before = key, key
			continue
		}
		after := ""
		for j := i + 1; j < len(keys); j++ {
			if keep[j] {
				after = keys[j]
				break
			}
		}
		out[i] = Between(before, after)
		before = out[i]
	}
	return out
}

// longestRise marks a longest strictly ascending part of keys; empty ones are in none. Lists are short, so that the
// square of their length does not matter.
func longestRise(keys []string) []bool {
	length, from := make([]int, len(keys)), make([]int, len(keys))
	best := -1
	for i, key := range keys {
		from[i] = -1
		if key == "" {
			continue
		}
		length[i] = 1
		for j := range i {
			if keys[j] != "" && keys[j] < key && length[j]+1 > length[i] {
				length[i], from[i] = length[j]+1, j
			}
		}
		if best < 0 || length[i] > length[best] {
			best = i
		}
	}
	keep := make([]bool, len(keys))
	for i := best; i >= 0; i = from[i] {
		keep[i] = true
	}
	return keep
}
