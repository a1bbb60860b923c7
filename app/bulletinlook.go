package app

import (
	"context"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/bulletin"
)

// BulletinBlock is a piece of an issue as it is read; see there.
type BulletinBlock = bulletin.Block

// The kinds of piece.
const (
	BlockTitle     = bulletin.BlockTitle
	BlockIssue     = bulletin.BlockIssue
	BlockNotice    = bulletin.BlockNotice
	BlockHeading   = bulletin.BlockHeading
	BlockCountry   = bulletin.BlockCountry
	BlockEvent     = bulletin.BlockEvent
	BlockFacts     = bulletin.BlockFacts
	BlockParagraph = bulletin.BlockParagraph
	BlockLead      = bulletin.BlockLead
	BlockItem      = bulletin.BlockItem
	BlockLink      = bulletin.BlockLink
	BlockPartner   = bulletin.BlockPartner
	BlockFunding   = bulletin.BlockFunding
	BlockSmall     = bulletin.BlockSmall
)

// BulletinLook is an issue as it would be read in one language, and what it lacks in each.
type BulletinLook struct {
	Blocks []BulletinBlock
	Gaps   map[string][]BulletinGap // by language, in the order of the text
}

// Look gives an issue piece by piece, gaps and all, as it is kept or as it is being edited; with what every language lacks.
func (s *Bulletins) Look(ctx context.Context, b *data.Bulletin, lang string) (BulletinLook, error) {
	issue, err := s.issue(ctx, b)
	if err != nil {
		return BulletinLook{}, err
	}
	look := BulletinLook{Gaps: make(map[string][]BulletinGap, len(data.Languages))}
	for _, l := range data.Languages {
		look.Gaps[l] = bulletin.Gaps(issue, l)
	}
	look.Blocks, err = bulletin.Page(issue, i18n.For(lang))
	s.w.Log.Debug("bulletin previewed", "language", lang, "pieces", len(look.Blocks), "done", err == nil)
	return look, err
}

// BulletinRefusals are those of the gaps for which an issue is not written.
func BulletinRefusals(gaps []BulletinGap) []BulletinGap { return bulletin.Refusals(gaps) }
