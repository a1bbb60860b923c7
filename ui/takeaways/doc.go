// Package takeaways is the screen of what was learned at events: cards grouped by country, theme or follow-up, each with its
// languages, and the takeaway beside them with its original and a translation together.
//
// It knows app's services, data's columns, ui/fields, the widgets of ui/kit and the interfaces of ui/screen; it knows
// neither the shell nor another screen, and no SQL.
package takeaways
