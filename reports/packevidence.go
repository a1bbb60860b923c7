package reports

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"primadesk/data"
)

// enclosure is a piece of evidence that goes into the pack.
type enclosure struct {
	file string // SHA-256
	name string // in the pack
}

// The reasons why evidence stays out of a pack.
const (
	leftPersonal = "personal" // it names people
	leftConsent  = "consent"  // it shows people, and nobody has noted that they agreed
	leftNoFile   = "no_file"  // only the place of the original is known
)

// leftOut is how many pieces of evidence of a kind stay out, and why.
type leftOut struct {
	kind, reason string
	n            int
}

// whyNot is the reason why a piece of evidence may not be shown to those who judge the deliverable; "" is that it may. Lists of
// people and their consents are for an audit, with personal data or without.
func whyNot(v *data.Evidence) string {
	switch v.Kind {
	case "signed_list", "consent_forms":
		return leftPersonal
	case "photographs", "screenshot":
		if !v.ConsentChecked {
			return leftConsent
		}
	}
	if v.File == "" {
		return leftNoFile
	}
	return ""
}

// chooseEvidence parts the evidence of the held events, in their order, into what goes along and what stays. Names of files
// are made anew: how a file was called may be personal.
func (k *pack) chooseEvidence(ctx context.Context) error {
	all, err := k.src.Evidence(ctx)
	if err != nil {
		return fmt.Errorf("evidence: %w", err)
	}
	kinds := data.EvidenceKind.Words
	rankOf := func(kind string) int { return slices.Index(kinds, kind) }
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b *data.Evidence) int {
		return cmp.Or(cmp.Compare(rankOf(a.Kind), rankOf(b.Kind)), strings.Compare(a.ID, b.ID))
	})
	left := map[leftOut]int{}
	for _, o := range k.d.held {
		counts := map[string]int{}
		for _, v := range all {
			if v.Event != o.ID {
				continue
			}
			if reason := whyNot(v); reason != "" {
				left[leftOut{kind: v.Kind, reason: reason}]++
				continue
			}
			counts[v.Kind]++
			name := fmt.Sprintf("%s-%d%s", safeName(v.Kind, "file"), counts[v.Kind], ending(v.FileName))
			k.evidence = append(k.evidence, enclosure{v.File, path.Join("evidence", k.eventName(o), name)})
		}
	}
	for l, n := range left {
		l.n = n
		k.left = append(k.left, l)
	}
	slices.SortFunc(k.left, func(a, b leftOut) int {
		return cmp.Or(cmp.Compare(rankOf(a.kind), rankOf(b.kind)), strings.Compare(a.reason, b.reason))
	})
	return nil
}

// eventName is the event in the name of a file: "EL-03", or its place where it has no number.
func (k *pack) eventName(o *occasion) string { return safeName(o.Number, o.sheet) }

// enclosures adds the evidence.
func (b *packing) enclosures() error {
	for _, p := range b.evidence {
		err := b.add(partEvidence, p.name, func(out io.Writer) error {
			in, err := b.src.OpenEvidence(p.file)
			if err != nil {
				return err
			}
			defer func() { _ = in.Close() }()
			_, err = io.Copy(out, &cancelled{b.ctx, in})
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// cancelled is a reader that ends with its context.
type cancelled struct {
	ctx context.Context
	io.Reader
}

// Read reads on.
func (c *cancelled) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.Reader.Read(p)
}
