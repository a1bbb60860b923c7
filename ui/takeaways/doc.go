// Package takeaways is the screen of what was learned at events: cards grouped by country, theme, kind or target group,
// each with its languages, follow-ups on a board, and the takeaway beside them with its original and a translation together.
//
// It knows app's services, data's columns, ui/fields, ui/record, the widgets of ui/kit and the interfaces of ui/screen; it knows
// neither the shell nor another screen, and no SQL.
package takeaways
