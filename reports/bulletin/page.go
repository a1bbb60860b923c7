package bulletin

import "primadesk/assets/i18n"

// BlockKind says what a piece of an issue is.
type BlockKind string

// The kinds.
const (
	BlockTitle     BlockKind = "title"
	BlockIssue     BlockKind = "issue"  // project, number and month
	BlockNotice    BlockKind = "notice" // what the project says over everything it shows
	BlockHeading   BlockKind = "heading"
	BlockCountry   BlockKind = "country"
	BlockEvent     BlockKind = "event"
	BlockFacts     BlockKind = "facts" // day, place and who organised it
	BlockParagraph BlockKind = "paragraph"
	BlockLead      BlockKind = "lead" // what a list is of
	BlockItem      BlockKind = "item"
	BlockLink      BlockKind = "link"
	BlockPartner   BlockKind = "partner"
	BlockFunding   BlockKind = "funding"
	BlockSmall     BlockKind = "small"
)

// Block is a piece of an issue as it is read, for whoever draws it: the window's preview.
type Block struct {
	Kind BlockKind
	Text string
	// Note says in which language the text is, where that is not the issue's.
	Note string
	// URL is where a link leads.
	URL string
	// Picture is a partner's logo or the emblem, PNG or JPEG; may be nil.
	Picture []byte
}

// Page is the issue in a language, piece by piece, in the order in which HTML, Word and Markdown have it.
func Page(i Issue, p *i18n.Printer) ([]Block, error) {
	drawn, err := emblem()
	if err != nil {
		return nil, err
	}
	l := compose(i, p)
	b := &blocks{}
	b.add(Block{Kind: BlockIssue, Text: l.Issue})
	b.text(BlockTitle, l.Title)
	b.texts(BlockNotice, l.Notice)
	b.texts(BlockParagraph, l.Intro)
	if len(l.Lands) > 0 {
		b.add(Block{Kind: BlockHeading, Text: l.Activities})
	}
	for _, land := range l.Lands {
		b.add(Block{Kind: BlockCountry, Text: land.Country})
		for _, m := range land.Meetings {
			b.text(BlockEvent, m.Name)
			b.add(Block{Kind: BlockFacts, Text: m.Facts})
			b.texts(BlockParagraph, m.Account)
			b.lessons(m.Lessons)
		}
		b.lessons(land.Lessons)
	}
	if len(l.Next) > 0 {
		b.add(Block{Kind: BlockHeading, Text: l.NextTitle})
		b.texts(BlockParagraph, l.Next)
	}
	b.ending(l)
	b.add(Block{Kind: BlockFunding, Text: l.Funding.S, Note: l.Funding.Note, Picture: drawn})
	b.texts(BlockSmall, l.Disclaimer)
	b.add(Block{Kind: BlockSmall, Text: l.Number})
	return b.list, nil
}

// blocks grow piece by piece; what says nothing is left out.
type blocks struct{ list []Block }

func (b *blocks) add(x Block) {
	if x.Text != "" {
		b.list = append(b.list, x)
	}
}

func (b *blocks) text(kind BlockKind, t text) { b.add(Block{Kind: kind, Text: t.S, Note: t.Note}) }

func (b *blocks) texts(kind BlockKind, list []text) {
	for _, t := range list {
		b.text(kind, t)
	}
}

func (b *blocks) lessons(l lessons) {
	if len(l.Items) > 0 {
		b.add(Block{Kind: BlockLead, Text: l.Title})
		b.texts(BlockItem, l.Items)
	}
}

func (b *blocks) ending(l *letter) {
	if len(l.Links) > 0 {
		b.add(Block{Kind: BlockHeading, Text: l.LinksTitle})
	}
	for _, x := range l.Links {
		b.add(Block{Kind: BlockLink, Text: x.Label, URL: x.URL})
	}
	if len(l.Partners) > 0 {
		b.add(Block{Kind: BlockHeading, Text: l.PartnersTitle})
	}
	for _, x := range l.Partners {
		name := x.Name
		if x.Country != "" {
			name += " (" + x.Country + ")"
		}
		b.add(Block{Kind: BlockPartner, Text: name, Picture: x.Logo})
	}
}
