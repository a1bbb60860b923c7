// Package reporttest is what the tests of reports and of their rooms share: the sample's records, and processes that are measured.
// Nothing but tests imports it.
package reporttest
