package i18n

import (
	"regexp"
	"testing"
)

// terms are the words that EU projects use: wherever an English text has one, the
// others have theirs, in whatever case or number. Word stems only, small letters.
var terms = []struct {
	english string
	in      map[string]string
}{
	{`stakeholders?`, map[string]string{"fr": `parties? prenantes?`, "el": `ενδιαφερ[όο]μεν\pL* μ[έε]ρ`, "es": `partes? interesadas?`, "it": `portator[ei] di interess`, "nl": `belanghebbende`}},
	{`key learnings?|takeaways?`, map[string]string{"fr": `enseignements?`, "el": `συμπ[έε]ρ[αά]σμ`, "es": `conclusi[óo]n`, "it": `evidenz[ae]`, "nl": `inzicht`}},
	{`networking events?`, map[string]string{"fr": `événements? de réseautage`, "el": `εκδηλώσ\pL* δικτύωσης|εκδήλωση\pL* δικτύωσης`, "es": `jornadas? de networking`, "it": `event[oi] di networking`, "nl": `netwerkbijeenkomst`}},
	{`round tables?`, map[string]string{"fr": `tables? rondes?`, "el": `στρογγυλ\pL+ τρ[αά]π[εέ]ζ`, "es": `mesas? redondas?`, "it": `tavol[ae] rotond[ae]`, "nl": `rondetafelgesprek`}},
	{`deliverables?`, map[string]string{"fr": `livrables?`, "el": `παραδοτ[έε]`, "es": `entregables?`, "it": `deliverable`, "nl": `deliverables?`}},
	{`work packages?`, map[string]string{"fr": `lots? de travail`, "el": `πακ[έε]τ\pL+ εργασ`, "es": `paquetes? de trabajo`, "it": `pacchett[oi] di lavoro`, "nl": `werkpakket`}},
	{`attendance lists?`, map[string]string{"fr": `listes? de présence`, "el": `παρουσιολ[όο]γ[ιί]`, "es": `listas? de asistencia`, "it": `fogl[^ ]+ firm[ea]`, "nl": `presentielijst`}},
	{`follow-ups?`, map[string]string{"fr": `suivis?`, "el": `ενέργει\pL+ συνέχειας|ενεργει\pL+ συνέχειας`, "es": `seguimiento`, "it": `follow-up`, "nl": `opvolging`}},
	{`legal bas[ei]s`, map[string]string{"fr": `bases? juridiques?`, "el": `νομικ\pL+ β[άα]σ`, "es": `bases? jurídicas?`, "it": `bas[ei] giuridic`, "nl": `rechtsgrond`}},
	{`consent withdrawn`, map[string]string{"fr": `consentement retiré`, "el": `συγκατάθεση ανακλήθηκε`, "es": `consentimiento retirado`, "it": `consenso revocato`, "nl": `toestemming ingetrokken`}},
	{`reporting periods?`, map[string]string{"fr": `périodes? de rapport`, "el": `περ[ιί][όο]δ\pL+ αναφοράς`, "es": `per[íi]odos? de referencia`, "it": `period[oi] di rendicontazione`, "nl": `verslagperiode`}},
	{`grant agreements?`, map[string]string{"fr": `conventions? de subvention`, "el": `συμφων\pL+ επιχορήγησης`, "es": `convenios? de subvención`, "it": `convenzion[ei] di sovvenzione`, "nl": `subsidieovereenkomst`}},
	{`granting authorit(y|ies)`, map[string]string{"fr": `autorités? chargées? de l’octroi`, "el": `χορηγο[ύυ]σ\pL+ αρχ`, "es": `autoridad(es)? otorgante`, "it": `autorità che conced`, "nl": `subsidieverlenende autoriteit`}},
	{`partners?`, map[string]string{"fr": `partenaires?`, "el": `ετα[ίι]ρ`, "es": `soci[oa]s?`, "it": `partner`, "nl": `partners?`}},
	{`project officers?`, map[string]string{"fr": `responsables? de projet`, "el": `υπε[ύυ]θυν\pL+ έργου`, "es": `responsables? de proyecto`, "it": `funzionari[oa]? di progetto`, "nl": `projectfunctionaris`}},
	{`participants counted without names`, map[string]string{"fr": `décompte des participants`, "el": `καταμέτρηση συμμετεχόντων`, "es": `recuento de asistentes`, "it": `conteggio dei partecipanti`, "nl": `telling van deelnemers`}},
}

func TestTermsOfTheTradeAreUsed(t *testing.T) {
	all := readCatalogues(t)
	for _, term := range terms {
		english := regexp.MustCompile(`(?i)(^|[^\pL.])(` + term.english + `)($|[^\pL.]|\.$)`)
		for id, e := range all["en"] {
			if !anyForm(e, english) {
				continue
			}
			for lang, word := range term.in {
				if there, ok := all[lang][id]; ok && !anyForm(there, regexp.MustCompile(`(?i)`+word)) {
					t.Errorf("%s: en has %q, %s needs %q: %q", id, term.english, lang, word, there.forms)
				}
			}
		}
	}
}

func anyForm(e entry, r *regexp.Regexp) bool {
	for _, s := range e.forms {
		if r.MatchString(placeholder.ReplaceAllString(s, "")) {
			return true
		}
	}
	return false
}
