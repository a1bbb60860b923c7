// Package events is the screen of the events that the project plans and holds: a list that searches while one types, the
// chosen event in short beside it, and the event's own page with all that belongs to it: plan, what happened, people,
// checklist, takeaways and evidence.
//
// It knows app's services, data's columns, ui/fields, the widgets of ui/kit and the interfaces of ui/screen; it knows
// neither the shell nor another screen, and no SQL.
package events
