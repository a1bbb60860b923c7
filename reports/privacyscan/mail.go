package privacyscan

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// isMail tells a letter of a mail program, or a web page that was saved as one file (RFC 2557), by its ending.
func isMail(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".eml", ".mht", ".mhtml":
		return true
	}
	return false
}

// mail looks into the lines above a letter, its text in every form, and what is attached (RFC 5322, 2045). What is no letter is
// read as text.
func (s *scan) mail(name string, b []byte, depth int) error {
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		return s.text(name, b)
	}
	var unit []piece
	for _, key := range slices.Sorted(maps.Keys(m.Header)) {
		for _, value := range m.Header[key] {
			unit = append(unit, piece{text: spelled(value)})
		}
	}
	if err := s.read(name, unit); err != nil {
		return err
	}
	return s.failed(name, s.body(name, textproto.MIMEHeader(m.Header), m.Body, depth))
}

// spelled is a line of a letter with its encoded words (RFC 2047) as they are read.
func spelled(line string) string {
	words := mime.WordDecoder{CharsetReader: func(charset string, r io.Reader) (io.Reader, error) {
		as, err := htmlindex.Get(charset)
		if err != nil {
			return nil, err
		}
		return as.NewDecoder().Reader(r), nil
	}}
	if said, err := words.DecodeHeader(line); err == nil {
		return said
	}
	return line
}

// body looks into one part of a letter, or into each of several.
func (s *scan) body(name string, header textproto.MIMEHeader, r io.Reader, depth int) error {
	if s.limits.Entries--; s.limits.Entries < 0 {
		return errTooLarge
	}
	kind, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil {
		kind, params = "text/plain", nil
	}
	if depth >= s.limits.Depth {
		s.unread(name, 0, TooDeep)
		return nil
	}
	if strings.HasPrefix(kind, "multipart/") {
		parts := multipart.NewReader(r, params["boundary"])
		for n := 1; ; n++ {
			part, err := parts.NextRawPart()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return err
			}
			if err := s.body(fmt.Sprintf("%s/%d", name, n), part.Header, part, depth+1); err != nil {
				return err
			}
		}
	}
	switch strings.ToLower(header.Get("Content-Transfer-Encoding")) {
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, r)
	case "quoted-printable":
		r = quotedprintable.NewReader(r)
	}
	content, err := s.whole(r)
	if err != nil {
		return err
	}
	if as, err := htmlindex.Get(params["charset"]); err == nil && strings.HasPrefix(kind, "text/") {
		if content, err = as.NewDecoder().Bytes(content); err != nil {
			return err
		}
	}
	return s.attached(name, kind, fileName(header, params), content, depth)
}

// fileName is what something attached is called; "" for the letter itself.
func fileName(header textproto.MIMEHeader, params map[string]string) string {
	if _, of, err := mime.ParseMediaType(header.Get("Content-Disposition")); err == nil && of["filename"] != "" {
		return spelled(of["filename"])
	}
	return spelled(params["name"])
}

// attached looks into a part by its name, and at the name: files are called after people.
func (s *scan) attached(name, kind, called string, content []byte, depth int) error {
	if called != "" {
		name += "/" + path.Base(strings.ReplaceAll(called, `\`, "/"))
		if err := s.read(name, []piece{{text: strings.ReplaceAll(called, "_", " ")}}); err != nil {
			return err
		}
	}
	switch {
	case kind == "text/html" && path.Ext(called) == "":
		return s.markup(name, string(content))
	case kind == "message/rfc822":
		s.result.Parts++
		return s.mail(name, content, depth+1)
	}
	return s.part(name, bytes.NewReader(content), int64(len(content)), depth+1)
}
