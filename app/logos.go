package app

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg" // the two formats in which logos are taken
	_ "image/png"
	"io"
	"os"
	"path/filepath"

	"primadesk/data"
)

// MaxLogo is the size of the largest logo that is taken, in bytes: it goes into every project file.
const MaxLogo = 4 << 20

// mostLogoPixels bounds what a small file may unpack to.
const mostLogoPixels = 40_000_000

// SetLogo keeps a picture (PNG or JPEG) as the logo of a partner. Its codes: logo.format, logo.large, record.missing.
func (s *Projects) SetLogo(ctx context.Context, partner, file string) (Done, error) {
	f, err := os.Open(file)
	if err != nil {
		return Done{}, fileError(err, file)
	}
	defer func() { _ = f.Close() }() // it was only read
	b, err := io.ReadAll(io.LimitReader(f, MaxLogo+1))
	if err != nil {
		return Done{}, fileError(err, file)
	}
	if len(b) > MaxLogo {
		return Done{}, data.Fail("logo.large", "File", filepath.Base(file), "Limit", MaxLogo>>20)
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil || format != "png" && format != "jpeg" || config.Width*config.Height > mostLogoPixels {
		return Done{}, data.Fail("logo.format", "File", filepath.Base(file)).Because(err)
	}
	sha, _, err := s.w.store.PutEvidence(ctx, bytes.NewReader(b))
	if err != nil {
		return Done{}, fileError(err, file)
	}
	v := &data.Evidence{Kind: "other", File: sha, FileName: filepath.Base(file), Size: new(len(b))}
	v.ID = newID()
	return s.changeLogo(ctx, partner, func(tx *Tx, p *data.Partner) error {
		v.Project, v.Owner, p.Logo = p.Project, p.ID, v.ID
		return tx.Save(v)
	})
}

// RemoveLogo takes the logo of a partner away.
func (s *Projects) RemoveLogo(ctx context.Context, partner string) (Done, error) {
	return s.changeLogo(ctx, partner, func(_ *Tx, p *data.Partner) error {
		p.Logo = ""
		return nil
	})
}

// changeLogo changes a partner, and puts the logo that it had into the trash.
func (s *Projects) changeLogo(ctx context.Context, partner string, change func(*Tx, *data.Partner) error) (Done, error) {
	entity, _ := data.EntityNamed("partner")
	evidence, _ := data.EntityNamed("evidence")
	return s.w.Records.Write(ctx, "logo", map[string]any{"Entity": "partner", "Record": partner}, func(tx *Tx) error {
		rec, err := tx.Get(entity, partner)
		if err != nil {
			return err
		}
		p := rec.(*data.Partner)
		before := p.Logo
		if err := change(tx, p); err != nil {
			return err
		}
		if err := tx.Save(p); err != nil || before == "" {
			return err
		}
		if err := tx.Trash(evidence, before); !data.HasCode(err, "record.missing") { // a project file may have come without it
			return err
		}
		return nil
	})
}

// Logo gives a partner's logo; nil where it has none, or its file is not here.
func (s *Projects) Logo(ctx context.Context, p *data.Partner) ([]byte, error) {
	if p.Logo == "" {
		return nil, nil
	}
	e, _ := data.EntityNamed("evidence")
	rec, err := s.w.Records.Get(ctx, e, p.Logo)
	if data.HasCode(err, "record.missing") {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	v := rec.(*data.Evidence)
	if v.File == "" || v.State != data.Live {
		return nil, nil
	}
	b, err := s.w.Evidence.bytes(v.File)
	if data.HasCode(err, "evidence.missing") {
		return nil, nil
	}
	return b, err
}
