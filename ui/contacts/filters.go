package contacts

import (
	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
)

// The fields that the list can be narrowed by, as app's conditions name them, in the order of the menu.
const (
	byCountry  = "country"
	byGroup    = "organisation.group"
	byConsent  = "consent.newsletter"
	byLanguage = "preferred_language"
	byTag      = "tags"
)

var filterFields = []string{byCountry, byGroup, byConsent, byLanguage, byTag}

// filters are the values that the list is narrowed to, by field; one a field, and all hold together.
type filters map[string]string

// conds are the filters as conditions of a query, in the menu's order.
func (f filters) conds() []app.Cond {
	var out []app.Cond
	for _, field := range filterFields {
		value, set := f[field]
		switch {
		case !set:
		case field == byTag:
			out = append(out, app.Where(field, "has", value))
		default:
			out = append(out, app.Where(field, "=", value))
		}
	}
	return out
}

// filterLabel is what a field is called in the menu.
func filterLabel(p *i18n.Printer, field string) string {
	switch field {
	case byCountry:
		return p.T("field.country")
	case byGroup:
		return p.T("field.group")
	case byConsent:
		return p.T("contacts.newsletter")
	case byLanguage:
		return p.T("field.preferred_language")
	}
	return p.T("contacts.tag")
}

// filterWord is what a value is called.
func filterWord(p *i18n.Printer, v *app.Viewer, field, value string) string {
	switch field {
	case byCountry:
		return p.Country(value)
	case byGroup:
		return p.Enum(data.Group.Name, value)
	case byConsent:
		return consentWord(p, value)
	case byLanguage:
		return i18n.Name(value)
	}
	return tagWord(v, value)
}

// tagWord is a tag as people read it: the label of the vocabulary's word, or what somebody typed.
func tagWord(v *app.Viewer, code string) string {
	if v != nil && v.Words != nil {
		if label := v.Words("tag", code); label != "" {
			return label
		}
	}
	return code
}

// filterChip is what the chip of a filter says. Countries and groups speak for themselves.
func filterChip(p *i18n.Printer, v *app.Viewer, field, value string) string {
	word := filterWord(p, v, field, value)
	if field == byCountry || field == byGroup {
		return word
	}
	return p.T("contacts.filter_set", "Field", filterLabel(p, field), "Value", word)
}
