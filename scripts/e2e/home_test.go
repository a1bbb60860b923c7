//go:build e2e

package e2e

import "testing"

// Home leads to what is due, to what reports lack and to what was changed; its search leads anywhere.
func TestHome(t *testing.T) {
	d := newDesk(t)
	d.begun("en")
	d.settle()
	d.press("+ New event")
	d.await("screen shown", "id=events")
	d.settle()
	d.key("Escape")
	d.screen("ctrl+1", "home")
	d.key("ctrl+f")
	d.write("cammarata")
	d.key("Return")
	d.await("msg=revealed", "entity=contact")
	d.screen("ctrl+1", "home")
	d.press("Open") // the first that is lacking
	d.await("msg=revealed", "entity=event", "field=start")
	d.close()
}
