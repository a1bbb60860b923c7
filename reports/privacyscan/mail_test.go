package privacyscan

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"
)

// A letter says who it is from and to, and most of its text is not to be read as it stands in the file.
func TestLetters(t *testing.T) {
	encoded := func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }
	inner := "From: A <inner@example.org>\r\nSubject: x\r\n\r\nNothing.\r\n"
	letter := strings.Join([]string{
		"From: Somebody <one@example.org>", "To: =?utf-8?B?" + encoded("Γιώργος Παπαδόπουλος") + "?=", "MIME-Version: 1.0",
		`Content-Type: multipart/mixed; boundary="b"`, "",
		"--b", "Content-Type: text/plain; charset=windows-1253", "Content-Transfer-Encoding: quoted-printable", "",
		"Telephone +30 210 55=\r\n5 1234", "--b", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64", "",
		encoded("<p>Write to <b>Maria</b> Elena Rossi</p>"), "--b", `Content-Type: text/csv; name="Anna_Kollia.csv"`, "Content-Transfer-Encoding: base64", "",
		encoded("iban\nGR16 0110 1250 0000 0001 2300 695\n"), "--b", "Content-Type: message/rfc822", "", inner, "--b--", "",
	}, "\r\n")
	got := told(scanned(t, "letter.eml", []byte(letter)))
	for _, want := range []string{"email o***@example.org", "name Γ*** Π***", "phone ***34", "name M*** E*** R***", "iban GR***95", "email i***@example.org"} {
		if !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, want) }) {
			t.Errorf("%q is not found in %q", want, got)
		}
	}
	if r := scanned(t, "no letter.eml", []byte("just text of nobody\nAnna Kollia <a@example.org>")); len(r.Findings) == 0 {
		t.Error("what is no letter is not read")
	}
	deep := "x"
	for range 9 {
		deep = "Content-Type: message/rfc822\r\n\r\n" + deep
	}
	if r := scanned(t, "deep.eml", []byte(deep)); r.Clean() || r.Unread[0].Reason != TooDeep {
		t.Errorf("letters in letters without end: %+v", r)
	}
	broken := "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!\r\n--b--\r\n"
	if r := scanned(t, "broken.eml", []byte(broken)); r.Clean() {
		t.Error("what could not be read passes for clean")
	}
}

func FuzzMail(f *testing.F) {
	f.Add([]byte("From: a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b--"))
	f.Fuzz(func(t *testing.T, b []byte) { scanned(t, "x.eml", b) })
}
