package journal

import "time"

// Clock is a hybrid logical clock (Kulkarni and others, 2014) in one number: milliseconds since 1970 in the upper 48
// bits, a counter in the lower 16. It follows the wall clock, but never stands still, and is never behind what its device has
// seen. Clocks order what people see. They decide nothing: no value is chosen by them.
type Clock int64

const counterBits = 16

// MaxAhead is how far another clock may push ours beyond our own wall clock. A laptop that is set to the wrong half of the
// day, or to the wrong zone, is followed, so that an answer comes after what it answers; one that is wrong by
// years is not, or a single such laptop would date everybody's work into the future for good.
const MaxAhead = 24 * time.Hour

// ClockAt is the first clock of the instant's millisecond. An instant before 1970 gives the first clock of all.
func ClockAt(instant time.Time) Clock {
	return Clock(max(instant.UnixMilli(), 0) << counterBits)
}

// Time is the instant, in UTC, to the millisecond.
func (c Clock) Time() time.Time { return time.UnixMilli(int64(c) >> counterBits).UTC() }

// Next is the clock of the next entry of a device whose last one (its own, or seen from others) was last. It is later than last,
// unless last lies more than MaxAhead after now: then our own clock was wrong and has been put right, and we follow it back.
func Next(last Clock, now time.Time) Clock {
	wall := ClockAt(now)
	if wall > last || last > ClockAt(now.Add(MaxAhead)) {
		return wall
	}
	return last + 1
}

// Observe is the clock of a device after it has seen a remote entry: the later of both, but a remote clock more than MaxAhead after
// now leaves ours as it was.
func Observe(last, remote Clock, now time.Time) Clock {
	if remote > ClockAt(now.Add(MaxAhead)) {
		return last
	}
	return max(last, remote)
}
