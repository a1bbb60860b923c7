// Package bulletin writes an issue of the project's newsletter in one language: as one HTML file that mail programs and phones
// show, as a Word document, and as Markdown. What a language lacks it lists; it never fills it in silently: a text that is
// there in another language only is marked as such. It knows the domain's records, and neither where they are kept nor the
// screen; every word of its own is in the catalogues of assets/i18n.
package bulletin
