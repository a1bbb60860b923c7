package data

import "slices"

// Enum is a closed list of words. Words are stored, their translations never;
// the message id of a word is "enum." + Name + "." + word.
type Enum struct {
	Name  string
	Words []string
}

// Has tells whether w is one of the words.
func (e *Enum) Has(w string) bool { return slices.Contains(e.Words, w) }

// LabelID is the message id of one of the words.
func (e *Enum) LabelID(w string) string { return "enum." + e.Name + "." + w }

func enum(name string, words ...string) *Enum { return &Enum{Name: name, Words: words} }

// The closed lists of the data dictionary.
var (
	PartnerRole         = enum("partner_role", "coordinator", "beneficiary", "affiliated_entity", "associated_partner")
	DeliveryStatus      = enum("delivery_status", "pending", "draft", "submitted", "approved", "rejected")
	Dissemination       = enum("dissemination", "public", "sensitive")
	Group               = enum("group", "migrants", "employers", "authorities", "employment_services", "labour_market_actors", "civil_society", "local_communities", "policy_makers", "research_education", "media", "other")
	Sector              = enum("sector", "agriculture", "livestock", "fisheries", "aquaculture", "forestry", "mining", "food_processing", "other")
	Level               = enum("level", "local", "regional", "national", "eu")
	EngagementLevel     = enum("engagement_level", "unaware", "resistant", "neutral", "supportive", "leading")
	Gender              = enum("gender", "female", "male", "non_binary", "undisclosed")
	LegalBasis          = enum("legal_basis", "contract", "legal_obligation", "public_task", "legitimate_interest", "consent")
	Purpose             = enum("purpose", "project_contact", "newsletter", "photographs", "sharing_with_partners")
	ConsentGiven        = enum("consent_given", "paper", "online_form", "email", "oral", "other")
	Channel             = enum("channel", "email", "call", "meeting", "event", "letter", "social_media")
	Direction           = enum("direction", "incoming", "outgoing")
	Mode                = enum("mode", "in_situ", "online", "hybrid")
	EventStatus         = enum("event_status", "idea", "planned", "confirmed", "held", "reported", "postponed", "cancelled")
	Phase               = enum("phase", "before", "during", "after")
	EvidenceKind        = enum("evidence_kind", "invitation", "agenda", "signed_list", "consent_forms", "photographs", "presentation", "minutes", "evaluation", "press", "screenshot", "other")
	BudgetCategory      = enum("budget_category", "venue", "catering", "travel", "interpretation", "materials", "fees", "other")
	Invitation          = enum("invitation", "not_invited", "invited", "accepted", "declined", "tentative")
	Came                = enum("came", "yes", "no", "unknown")
	AgeBand             = enum("age_band", "under_18", "from_18_to_60", "over_60", "undisclosed")
	AttendanceEvidence  = enum("attendance_evidence", "signed", "platform_log", "counted")
	Dimension           = enum("dimension", "gender", "age_band", "country", "group")
	TakeawayKind        = enum("takeaway_kind", "finding", "challenge", "good_practice", "need", "partnership", "recommendation", "next_step")
	Visibility          = enum("visibility", "public", "internal")
	FollowUpStatus      = enum("follow_up_status", "open", "in_progress", "done", "dropped")
	CommunicationBy     = enum("communication_channel", "event", "exhibition", "interview", "media_article", "newsletter", "press_release", "printed_material", "social_media", "tv_radio", "video", "website", "other")
	CommunicationStatus = enum("communication_status", "ongoing", "delivered", "postponed", "cancelled")
	IndicatorCount      = enum("indicator_count", "events_held", "participations", "unique_people", "organisations", "by_hand")
	ContactLabel        = enum("contact_label", "work", "home", "mobile", "other")
	VocabularyKind      = enum("vocabulary_kind", "event_type", "theme", "tag")
	Grid                = enum("grid", "keep_satisfied", "manage_closely", "monitor", "keep_informed")
	Funding             = enum("funding", "funded_by", "co_funded_by")
)

// Enums lists every closed list, for tests of the catalogues.
func Enums() []*Enum {
	return []*Enum{
		PartnerRole, DeliveryStatus, Dissemination, Group, Sector, Level, EngagementLevel, Gender, LegalBasis,
		Purpose, ConsentGiven, Channel, Direction, Mode, EventStatus, Phase, EvidenceKind, BudgetCategory,
		Invitation, Came, AgeBand, AttendanceEvidence, Dimension, TakeawayKind, Visibility, FollowUpStatus,
		CommunicationBy, CommunicationStatus, IndicatorCount, ContactLabel, VocabularyKind, Grid, Funding,
		AchievedWords, PhotoConsent,
	}
}

// Shipped are the words of the editable vocabularies that come with the program.
// Their labels are the messages "word." + kind + "." + code, until a vocabulary
// record of the same kind and code says otherwise.
func Shipped(kind string) []string {
	switch kind {
	case "event_type":
		return []string{"networking_event", "round_table", "focus_group", "co_design_lab", "workshop", "training", "information_day", "conference", "steering_meeting", "other"}
	case "theme":
		return []string{"labour_exploitation", "access_to_services", "social_invisibility", "cross_sector_cooperation", "decent_work", "cooperatives", "gaps_in_support", "social_inclusion", "knowledge_exchange", "framework"}
	}
	return nil
}

// Languages of the program and of its reports (ISO 639-1).
var Languages = []string{"en", "fr", "el", "es", "it", "nl"}
