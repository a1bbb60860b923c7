// Package shell is the main window: navigation, menus, shortcuts, dialogs and toasts around the screens, the first
// start, the settings, and the change of workspace and language. It knows the screens, app, the widgets and the
// catalogues, and nothing of how records are kept.
package shell
