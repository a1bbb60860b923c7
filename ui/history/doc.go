// Package history is the screen of what was done in the workspace, and of what lies in its trash. It knows app's
// services, the teller of ui/record and the widgets; it does not know how the journal is kept.
package history
