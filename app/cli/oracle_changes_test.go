package cli_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
)

// changer changes records after their period was closed: whatever a figure can follow from, and some things that none does.
type changer struct {
	maker
	events []*rawEvent // those of the period first
	bin    [][2]string // what is put into the trash, by entity and id
}

// changed gives the changes as JSON Lines, and what is to be deleted. All of it follows from the seed.
func changed(o *oracle, seed int) (lines string, bin [][2]string) {
	c := &changer{maker: maker{r: rand.New(rand.NewPCG(uint64(seed), 11)), of: o.raw, n: 1_000_000 * (seed + 1)}}
	for _, h := range o.held {
		c.events = append(c.events, h.rawEvent)
	}
	if len(c.events) == 0 || c.oneIn(4) {
		c.events = o.raw.events
	}
	changes := []func(){
		c.event, c.event, c.event, c.headCount, c.newHeadCount, c.person, c.newcomer, c.somebody, c.organisation, c.takeaway, c.newTakeaway, c.indicator, c.activity,
		c.newActivity, c.file, c.newEvent,
	}
	for range 1 + c.r.IntN(7) {
		one(&c.maker, changes...)()
	}
	return c.out.String(), c.bin
}

func (c *changer) drop(entity, id string) {
	if id != "" && !slices.Contains(c.bin, [2]string{entity, id}) {
		c.bin = append(c.bin, [2]string{entity, id})
	}
}

// binned tells that a record goes into the trash: then nothing else is done to it.
func (c *changer) binned(id string) bool {
	return slices.ContainsFunc(c.bin, func(x [2]string) bool { return x[1] == id })
}

// some draws one of those that are not in the trash; nil where there is none.
func some[T any](c *changer, list []T, id func(T) string) (found T) {
	list = slices.DeleteFunc(slices.Clone(list), func(x T) bool { return c.of.gone[id(x)] || c.binned(id(x)) })
	if len(list) > 0 {
		found = one(&c.maker, list...)
	}
	return found
}

func (c *changer) anyEvent() *rawEvent {
	return some(c, c.events, func(e *rawEvent) string { return e.ID })
}

func (c *changer) event() {
	e := c.anyEvent()
	if e == nil {
		return
	}
	fields := map[string]any{"id": e.ID}
	switch c.r.IntN(9) {
	case 0:
		c.drop("event", e.ID)
		return
	case 1:
		fields["start"], fields["end"] = "2028-02-03T10:00", "2028-02-03T12:00"
	case 2:
		fields["status"] = one(&c.maker, "planned", "cancelled", "postponed", "held", "reported")
	case 3:
		fields["country"] = one(&c.maker, "GR", "IT", "CY")
	case 4:
		fields["organiser"], fields["co_organisers"] = one(&c.maker, sortedKeys(c.of.partners)...), []string{one(&c.maker, sortedKeys(c.of.partners)...)}
	case 5:
		fields["expected"], fields["replies"], fields["satisfaction"] = c.r.IntN(90), c.r.IntN(20), float64(c.r.IntN(20))/4
	case 6:
		fields["type"], fields["target_groups"] = one(&c.maker, "round_table", "workshop", "networking_event"), []string{one(&c.maker, groupWords...)}
	case 7:
		fields["number"] = fmt.Sprint("XX-", c.r.IntN(90))
	case 8:
		fields["start"], fields["end"] = "2025-06-02T10:00", "2025-06-02T12:00"
	}
	c.put("event", fields)
}

// rows are those of an event that a function leaves.
func (c *changer) rows(keep func(*rawAttendance) bool) []*rawAttendance {
	e := c.anyEvent()
	if e == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(c.of.attendance[e.ID]), func(a *rawAttendance) bool { return !keep(a) })
}

func rowID(a *rawAttendance) string { return a.ID }

func (c *changer) headCount() {
	a := some(c, c.rows(func(a *rawAttendance) bool { return a.Contact == "" && a.Count != nil }), rowID)
	switch {
	case a == nil:
	case c.oneIn(3):
		c.drop("attendance", a.ID)
	case c.oneIn(2):
		c.put("attendance", map[string]any{"id": a.ID, "includes_named": !a.IncludesNamed})
	default:
		c.put("attendance", map[string]any{"id": a.ID, "count": *a.Count + 1 + c.r.IntN(5)})
	}
}

func (c *changer) newHeadCount() {
	e := c.anyEvent()
	if e == nil {
		return
	}
	fields := map[string]any{"event": e.ID, "count": c.r.IntN(30)}
	if c.oneIn(2) {
		fields["gender"], fields["country"], fields["age_band"], fields["group"] = one(&c.maker, genderWords...), one(&c.maker, "BE", "CY", "ES"), one(&c.maker, ageWords...), one(&c.maker, groupWords...)
	}
	c.put("attendance", fields)
}

// person is somebody who came, did not come after all, or only now is said to have come.
func (c *changer) person() {
	a := some(c, c.rows(func(a *rawAttendance) bool { return a.Contact != "" }), rowID)
	switch {
	case a == nil:
	case c.oneIn(3):
		c.drop("attendance", a.ID)
	case c.oneIn(2):
		c.put("attendance", map[string]any{"id": a.ID, "came": one(&c.maker, "yes", "no")})
	default:
		c.put("attendance", map[string]any{"id": a.ID, "gender": one(&c.maker, genderWords...), "group": one(&c.maker, groupWords[1:]...)})
	}
}

func (c *changer) anybody() string {
	return some(c, sortedKeys(c.of.contacts), func(id string) string { return id })
}

func (c *changer) newcomer() {
	if e, who := c.anyEvent(), c.anybody(); e != nil && who != "" {
		c.put("attendance", map[string]any{"event": e.ID, "contact": who, "came": "yes"})
	}
}

// somebody is a contact of whom something else is known, or who goes into the trash, which changes no figure.
func (c *changer) somebody() {
	who := c.anybody()
	organisation := some(c, sortedKeys(c.of.organisations), func(id string) string { return id })
	switch {
	case who == "":
	case c.oneIn(3):
		c.drop("contact", who)
	case c.oneIn(2) && organisation != "":
		c.put("contact", map[string]any{"id": who, "organisation": organisation})
	default:
		c.put("contact", map[string]any{"id": who, "gender": one(&c.maker, genderWords...), "country": one(&c.maker, "LU", "FR")})
	}
}

func (c *changer) organisation() {
	id := some(c, sortedKeys(c.of.organisations), func(id string) string { return id })
	switch {
	case id == "":
	case c.oneIn(4):
		c.drop("organisation", id)
	default:
		c.put("organisation", map[string]any{"id": id, "group": one(&c.maker, groupWords[1:]...), "country": one(&c.maker, "FR", "LU", "GR"), "level": one(&c.maker, "local", "regional", "national")})
	}
}

func (c *changer) takeaway() {
	k := some(c, c.of.takeaways, func(k *rawTakeaway) string { return k.ID })
	if k == nil {
		return
	}
	fields := map[string]any{"id": k.ID}
	switch c.r.IntN(6) {
	case 0:
		c.drop("takeaway", k.ID)
		return
	case 1:
		fields["follow_up_state"], fields["follow_up"] = one(&c.maker, "open", "done", "dropped"), "Write to them"
	case 2:
		fields["visibility"] = one(&c.maker, "internal", "public")
	case 3:
		if e := c.anyEvent(); e != nil {
			fields["events"] = []string{e.ID}
		}
	case 4:
		fields["country"] = one(&c.maker, "BE", "ES")
	case 5:
		fields["theme"], fields["kind"] = "decent_work", "finding"
	}
	c.put("takeaway", fields)
}

func (c *changer) newTakeaway() {
	if e := c.anyEvent(); e != nil {
		c.put("takeaway", map[string]any{"events": []string{e.ID}, "kind": "finding", "text": c.text("Learned later"), "visibility": "public"})
	}
}

func (c *changer) indicator() {
	i := some(c, c.of.indicators, func(i *rawIndicator) string { return i.ID })
	switch {
	case i == nil:
	case c.oneIn(4):
		c.drop("indicator", i.ID)
	case c.oneIn(3):
		c.put("indicator", map[string]any{"id": i.ID, "target": float64(c.r.IntN(400)) / 2})
	case c.oneIn(2):
		c.put("indicator", map[string]any{"id": i.ID, "baseline": c.r.IntN(9)})
	default:
		c.put("indicator", map[string]any{"code": fmt.Sprint("N", c.n), "name": c.text("New one"), "count": one(&c.maker, "events_held", "participations", "unique_people", "organisations"), "target": 3})
	}
}

func (c *changer) activity() {
	x := some(c, c.of.communications, func(x *rawCommunication) string { return x.ID })
	if x == nil {
		return
	}
	fields := map[string]any{"id": x.ID}
	switch c.r.IntN(6) {
	case 0:
		c.drop("communication", x.ID)
		return
	case 1:
		fields["status"] = one(&c.maker, "delivered", "ongoing", "cancelled")
	case 2:
		fields["reached"] = c.r.IntN(5000)
	case 3:
		fields["date"] = one(&c.maker, "2025-06-02", "2026-06-02", "2028-06-02")
	case 4:
		fields["reported_period"] = 1 + c.r.IntN(2)
	case 5:
		fields["channel"] = one(&c.maker, "website", "newsletter")
	}
	c.put("communication", fields)
}

func (c *changer) newActivity() {
	c.put("communication", map[string]any{"name": c.text("Told later"), "channel": "website", "status": "delivered", "date": one(&c.maker, "2025-06-02", "2026-06-02"), "reached": c.r.IntN(50)})
}

// file is one more of what is on file of an event, or one less.
func (c *changer) file() {
	e := c.anyEvent()
	if e == nil {
		return
	}
	if x := some(c, c.of.evidence[e.ID], func(x rawEvidence) string { return x.ID }); x.ID != "" && c.oneIn(2) {
		c.drop("evidence", x.ID)
		return
	}
	c.put("evidence", map[string]any{"event": e.ID, "kind": one(&c.maker, "agenda", "minutes"), "original_at": "Archive"})
}

// newEvent is one that nobody had reported, with people or without.
func (c *changer) newEvent() {
	id := c.put("event", map[string]any{
		"number": fmt.Sprint("ZZ-", c.n), "name": c.text("Found later"), "type": "workshop", "mode": "online", "status": "held", "zone": "Europe/Athens",
		"start": one(&c.maker, "2025-06-02T10:00", "2026-06-02T10:00"), "organiser": one(&c.maker, sortedKeys(c.of.partners)...),
	})
	if !c.oneIn(3) {
		c.put("attendance", map[string]any{"event": id, "count": c.r.IntN(20)})
	}
}

// change changes records and then puts some into the trash, and gives all as they were in between: what lies in the trash is counted as
// it was when it came there.
func (d *desk) change(before *raw, lines string, bin [][2]string) *raw {
	d.t.Helper()
	d.in(lines, "put")
	r := d.reread(before, d.run("export", "all"))
	for _, x := range bin {
		d.run("delete", x[0], x[1])
	}
	return r
}

// reread reads an export again. Who was in the one before and is not in this one lies in the trash, and came all the same.
func (d *desk) reread(before *raw, export string) *raw {
	d.t.Helper()
	r := readRaw(d.t, export)
	maps.Copy(r.gone, before.gone)
	for id, c := range before.contacts {
		if _, there := r.contacts[id]; !there {
			r.contacts[id], r.gone[id] = c, true
		}
	}
	for id, x := range before.organisations {
		if _, there := r.organisations[id]; !there {
			r.organisations[id], r.gone[id] = x, true
		}
	}
	return r
}
