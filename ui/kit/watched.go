package kit

// watched tells others when what embeds it gets the focus and when it loses it.
type watched struct{ watchers []func(on bool) }

func (w *watched) watch(f func(on bool)) { w.watchers = append(w.watchers, f) }

func (w *watched) tellFocus(on bool) {
	for _, f := range w.watchers {
		f(on)
	}
}

// watchFocus tells when a control gets the focus and when it loses it. A control of several parts says so for each.
func watchFocus(c Control, f func(on bool)) {
	if around, ok := c.(interface{ Inner() Control }); ok { // a control around another, of somebody else's
		watchFocus(around.Inner(), f)
		return
	}
	if many, ok := c.(interface{ watchParts(func(on bool)) }); ok {
		many.watchParts(f)
		return
	}
	if one, ok := c.Target().(interface{ watch(func(on bool)) }); ok {
		one.watch(f)
	}
}
