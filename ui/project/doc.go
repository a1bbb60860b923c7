// Package project is the Project screen: the grant with its periods and statements, partners, the plan (work packages,
// tasks, deliverables, milestones), indicators, communication activities, risks, narratives, what partners were asked for, and the lists of words.
//
// The list of parts stands at the left; each part is a list with a record beside it (ui/record.Desk), or one record alone.
// A part is made when it is first shown. The package knows app's services and data's columns, and no other screen.
package project
