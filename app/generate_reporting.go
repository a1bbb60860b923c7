package app

import (
	"fmt"

	"primadesk/data"
)

func (g *generator) communications() error {
	for range (g.p.Events + 3) / 4 {
		l := pick(g, lands)
		c := &data.Communication{
			Project: g.project, Name: data.TextIn(l.lang, fmt.Sprintf("%s %d", pick(g, l.cities), g.n)), Channel: pick(g, data.CommunicationBy.Words),
			Country: l.code, Status: pick(g, data.CommunicationStatus.Words),
		}
		c.ID, c.Owner = g.id(), pick(g, g.partners).ID
		if !g.oneIn(6) {
			c.Date = data.Date("2024-05-01").AddDays(g.r.IntN(1000))
		}
		if !g.oneIn(4) {
			reached := g.r.IntN(2000)
			c.Reached = &reached
		}
		if g.oneIn(5) {
			period := 1 + g.r.IntN(2)
			c.ReportedPeriod = &period
		}
		if err := g.save(c); err != nil {
			return err
		}
	}
	return nil
}

// indicators count everything that can be counted: all of it, and of one type, group or country.
func (g *generator) indicators() error {
	for _, count := range data.IndicatorCount.Words {
		all := &data.Indicator{Count: count}
		kinds := []*data.Indicator{all}
		if count != "by_hand" {
			kinds = append(kinds, &data.Indicator{Count: count, Type: pick(g, data.Shipped("event_type"))}, &data.Indicator{Count: count, Group: pick(g, data.Group.Words)},
				&data.Indicator{Count: count, Country: pick(g, lands).code})
		} else {
			for i := range g.r.IntN(3) {
				value, period := data.DecimalOf(g.r.IntN(100))+data.DecimalOf(g.r.IntN(2))/2, i+1
				all.Values = append(all.Values, data.PeriodValue{Element: data.Element{ID: g.id(), Order: data.Ranks(2)[i]}, Period: &period, Value: &value})
			}
		}
		for _, n := range kinds {
			if err := g.indicator(n); err != nil {
				return err
			}
		}
	}
	return nil
}

func (g *generator) indicator(n *data.Indicator) error {
	g.promised++
	n.Project, n.Code, n.Name = g.project, fmt.Sprintf("I%d", g.promised), data.TextIn("en", n.Count)
	n.ID = g.id()
	if !g.oneIn(8) {
		target := data.DecimalOf(0)
		for i, p := range g.partners {
			share := data.DecimalOf(g.r.IntN(40))
			target += share
			n.Targets = append(n.Targets, data.PartnerTarget{Element: data.Element{ID: g.id(), Order: data.Ranks(len(g.partners))[i]}, Partner: p.ID, Target: &share})
		}
		n.Target = &target
	}
	if g.oneIn(4) {
		baseline := data.DecimalOf(g.r.IntN(10))
		n.Baseline = &baseline
	}
	return g.save(n)
}
