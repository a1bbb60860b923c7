package i18n

import "strings"

// The statements that article 17 of the grant agreement asks for, as the EU words them
// in each language.

// FundingStatement is the line beside the emblem: funding is "funded_by" or "co_funded_by".
func (p *Printer) FundingStatement(funding string) string {
	if funding == "co_funded_by" {
		return p.T("statement.co_funded_by")
	}
	return p.T("statement.funded_by")
}

// Disclaimer is the statement that the views are the authors' only. The authority is the
// one in the grant. The European Commission, however a language calls it, or none at all,
// gives the official wording; another name is put so that no grammar breaks, because in
// four of the languages a name after "or" takes a case or an article.
func (p *Printer) Disclaimer(authority string) string {
	phrase := p.T("statement.authority.european_commission")
	if authority = strings.TrimSpace(authority); authority != "" && !isCommission(authority) {
		phrase = p.T("statement.authority.other", "Name", strings.TrimPrefix(authority, "the "))
	}
	return p.T("statement.disclaimer", "Authority", phrase)
}

func isCommission(authority string) bool {
	for _, lang := range Languages {
		name := For(lang).T("statement.commission")
		if strings.EqualFold(authority, name) || strings.EqualFold(authority, "the "+name) {
			return true
		}
	}
	return false
}
