// Package docx writes Word documents (Office Open XML, ECMA-376): real styles, headings, lists, tables with header rows,
// pictures with alternative texts, links, header and footer, a table of contents, and the language of each text. It knows
// nothing of the domain, and no words of any language: every text is given to it.
//
// The same declaration gives the same bytes.
package docx
