package app

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"
)

// Draft is the letter as a file that mail programs open for sending (RFC 5322, with the X-Unsent that Outlook and
// Thunderbird know): all addressees in blind copy, the text, and the event for the calendar as an attachment, which a
// mailto address cannot have.
func (l *Letter) Draft() ([]byte, error) {
	var out bytes.Buffer
	body := multipart.NewWriter(&out)
	head := func(name, value string) { fmt.Fprintf(&out, "%s: %s\r\n", name, value) }
	head("X-Unsent", "1")
	head("Subject", mime.QEncoding.Encode("utf-8", l.Subject))
	head("Bcc", strings.Join(l.addresses(), ",\r\n "))
	head("MIME-Version", "1.0")
	head("Content-Language", l.Lang)
	head("Content-Type", `multipart/mixed; boundary="`+body.Boundary()+`"`)
	out.WriteString("\r\n")
	text, err := body.CreatePart(textproto.MIMEHeader{
		"Content-Type": {`text/plain; charset="utf-8"`}, "Content-Transfer-Encoding": {"quoted-printable"},
	})
	if err != nil {
		return nil, err
	}
	quoted := quotedprintable.NewWriter(text)
	if _, err := io.WriteString(quoted, crlf(l.Text)); err != nil {
		return nil, err
	}
	if err := quoted.Close(); err != nil {
		return nil, err
	}
	if l.Calendar != nil {
		file, err := body.CreatePart(textproto.MIMEHeader{
			"Content-Type": {`text/calendar; charset="utf-8"; method=PUBLISH; name="event.ics"`}, "Content-Transfer-Encoding": {"base64"},
			"Content-Disposition": {`attachment; filename="event.ics"`},
		})
		if err != nil {
			return nil, err
		}
		if _, err := file.Write(base64Lines(l.Calendar)); err != nil {
			return nil, err
		}
	}
	err = body.Close()
	return out.Bytes(), err
}

// base64Lines parts the code into lines of 76 characters (RFC 2045, 6.8).
func base64Lines(b []byte) []byte {
	code := base64.StdEncoding.EncodeToString(b)
	var out bytes.Buffer
	for len(code) > 76 {
		out.WriteString(code[:76] + "\r\n")
		code = code[76:]
	}
	out.WriteString(code + "\r\n")
	return out.Bytes()
}

// SaveDrafts writes letters as files for the mail program: the first at path, the others beside it with a number. It gives
// their paths. Each file appears whole or not at all, for its owner alone.
func (s *Invitations) SaveDrafts(path string, letters []Letter) ([]string, error) {
	var paths []string
	for i := range letters {
		b, err := letters[i].Draft()
		if err != nil {
			return paths, err
		}
		at := path
		if i > 0 {
			stem, _ := strings.CutSuffix(path, ".eml")
			at = fmt.Sprintf("%s-%d.eml", stem, i+1)
		}
		if err := fileError(writeFile(at, b), at); err != nil {
			return paths, err
		}
		paths = append(paths, at)
	}
	return paths, nil
}

// SaveCalendar writes an event's calendar file.
func (s *Invitations) SaveCalendar(path string, calendar []byte) error {
	return fileError(writeFile(path, calendar), path)
}
