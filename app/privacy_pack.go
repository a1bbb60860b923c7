package app

import (
	"context"
	"io"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/reports"
	"primadesk/reports/privacyscan"
)

// packScanner looks for personal data in each file of a pack before it is published.
type packScanner struct {
	scanner *PrivacyScanner
	p       *i18n.Printer
}

// packedEvidence is where a pack has its evidence: a picture there was looked at by whoever noted its consent.
const packedEvidence = "evidence/"

// Scan implements reports.Scanner. What could not be read stops the pack like what was found: nobody knows what is in it.
func (s *packScanner) Scan(ctx context.Context, name string, content io.ReaderAt, size int64) ([]reports.Leak, error) {
	result, err := s.scanner.Scan(ctx, name, content, size)
	if err != nil {
		return nil, err
	}
	var leaks []reports.Leak
	for _, f := range result.Findings {
		kind := s.p.T("scan.kind." + string(f.Kind))
		if f.Known {
			kind = s.p.T("scan.known", "Kind", kind)
		}
		leaks = append(leaks, reports.Leak{Place: spotOf(s.p, f.Place), Kind: kind, Text: f.Text})
	}
	for _, u := range result.Unread {
		if u.Reason == privacyscan.Picture && strings.HasPrefix(name, packedEvidence) {
			continue
		}
		where, why := TellPrivacyUnread(s.p, u)
		leaks = append(leaks, reports.Leak{Place: where, Kind: why})
	}
	return leaks, nil
}
