package data

// Takeaway is what was learned at one or several events.
type Takeaway struct {
	Meta
	Project       string
	Events        Set
	Country       string
	Order         string // a fractional key
	Kind          string
	Theme         string
	Text          Texts
	Evidence      string
	TargetGroups  Set
	Visibility    string
	FollowUp      string
	FollowUpOwner string
	FollowUpDue   Date
	FollowUpState string
}

var takeaways = entity[Takeaway]("takeaway", "takeaways", "takeaways", true,
	projectColumn(func(t *Takeaway) any { return &t.Project }),
	Column{ID: "events", Kind: KindSet, Item: KindRef, Ref: "event", Filter: true, Width: 20, at: at(func(t *Takeaway) any { return &t.Events })},
	Column{ID: "country", Kind: KindCountry, Sort: true, Filter: true, Width: 12, at: at(func(t *Takeaway) any { return &t.Country })},
	Column{ID: "order", Kind: KindText, Sort: true, at: at(func(t *Takeaway) any { return &t.Order })},
	Column{ID: "kind", Kind: KindEnum, Enum: TakeawayKind, Sort: true, Filter: true, Label: "field.takeaway_kind", Width: 14, at: at(func(t *Takeaway) any { return &t.Kind })},
	Column{ID: "theme", Kind: KindWord, Vocabulary: "theme", Sort: true, Filter: true, Width: 18, at: at(func(t *Takeaway) any { return &t.Theme })},
	Column{ID: "text", Kind: KindTexts, Required: true, Search: true, Sort: true, Width: 60, at: at(func(t *Takeaway) any { return &t.Text })},
	Column{ID: "evidence", Kind: KindRef, Ref: "evidence", Width: 16, at: at(func(t *Takeaway) any { return &t.Evidence })},
	Column{ID: "target_groups", Kind: KindSet, Item: KindEnum, Enum: Group, Filter: true, Width: 20, at: at(func(t *Takeaway) any { return &t.TargetGroups })},
	Column{ID: "visibility", Kind: KindEnum, Enum: Visibility, Sort: true, Filter: true, Width: 10, at: at(func(t *Takeaway) any { return &t.Visibility })},
	Column{ID: "follow_up", Kind: KindText, Search: true, Width: 30, at: at(func(t *Takeaway) any { return &t.FollowUp })},
	Column{ID: "follow_up_owner", Kind: KindRef, Ref: "partner", Sort: true, Filter: true, Width: 16, at: at(func(t *Takeaway) any { return &t.FollowUpOwner })},
	Column{ID: "follow_up_due", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(t *Takeaway) any { return &t.FollowUpDue })},
	Column{ID: "follow_up_state", Kind: KindEnum, Enum: FollowUpStatus, Sort: true, Filter: true, Width: 12, at: at(func(t *Takeaway) any { return &t.FollowUpState })},
)

// Title is the text.
func (t *Takeaway) Title(lang string) string { return t.Text.Show(lang) }

// HasFollowUp tells whether something was agreed to be done.
func (t *Takeaway) HasFollowUp() bool {
	return t.FollowUp != "" || t.FollowUpOwner != "" || t.FollowUpDue != "" || t.FollowUpState != ""
}

// Check has nothing to add to the columns.
func (t *Takeaway) Check(*Problems) {}

// Vocabulary is a word that users add to an open list: a theme, a tag, an event type.
type Vocabulary struct {
	Meta
	Kind  string
	Code  string
	Label Texts
	Order string
}

var vocabularies = entity[Vocabulary]("vocabulary", "vocabularies", "vocabularies", false,
	Column{ID: "kind", Kind: KindEnum, Enum: VocabularyKind, Required: true, Sort: true, Filter: true, Label: "field.vocabulary_kind", Width: 12, at: at(func(v *Vocabulary) any { return &v.Kind })},
	Column{ID: "code", Kind: KindText, Required: true, Search: true, Sort: true, Width: 20, at: at(func(v *Vocabulary) any { return &v.Code })},
	Column{ID: "label", Kind: KindTexts, Search: true, Sort: true, Width: 30, at: at(func(v *Vocabulary) any { return &v.Label })},
	Column{ID: "order", Kind: KindText, Sort: true, at: at(func(v *Vocabulary) any { return &v.Order })},
)

// Title is the label, or the code.
func (v *Vocabulary) Title(lang string) string {
	if s := v.Label.Show(lang); s != "" {
		return s
	}
	return v.Code
}

// Check has nothing to add to the columns.
func (v *Vocabulary) Check(*Problems) {}
