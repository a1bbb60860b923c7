//go:build headless

package main

// hasWindow: this build has the command line alone, without Fyne, and starts anywhere.
const hasWindow = false

func openWindow(options) int { return 1 }
