package app

import (
	"path/filepath"
	"strings"

	"primadesk/data"
)

// kindWords are how files of a kind are called in the six languages: beginnings of words, folded.
var kindWords = []struct {
	kind  string
	words string
}{
	{"consent_forms", "consent συγκαταθ συναιν consentement consentim consens toestemm"},
	{"signed_list", "signed attendance participants παρουσι υπογρ presence emargement asistencia asistentes firma firme presenze presentie deelnemerslijst"},
	{"invitation", "invit προσκλησ invitacion uitnodig"},
	{"agenda", "agenda programme ημερησια προγραμμα ordre orden ordine programma"},
	{"minutes", "minutes πρακτικα compte acta verbale notulen verslag"},
	{"evaluation", "evaluat αξιολογ evaluacion valutazion questionn ερωτηματ satisf"},
	{"press", "press τυπου prensa stampa pers"},
	{"presentation", "presentation παρουσιαση slides presentacion presentazione presentatie"},
	{"screenshot", "screenshot στιγμιοτυπο capture captura schermata schermafdruk"},
	{"photographs", "photo φωτο foto img dsc"},
}

// GuessKind proposes the kind of a file of evidence by its name; a picture without one that tells is a photograph.
func GuessKind(name string) string {
	folded := data.Fold(filepath.Base(name))
	for _, k := range kindWords {
		for word := range strings.FieldsSeq(k.words) {
			if beginsAWord(folded, data.Fold(word)) {
				return k.kind
			}
		}
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".ppt", ".pptx", ".odp":
		return "presentation"
	}
	if IsPicture(name) || strings.EqualFold(filepath.Ext(name), ".heic") {
		return "photographs"
	}
	return "other"
}

// beginsAWord tells whether a word of the text begins so.
func beginsAWord(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		if at += i; at == 0 || strings.ContainsAny(text[at-1:at], " -_.()[]0123456789") {
			return true
		}
		at += len(word)
	}
}
