package i18n

import (
	"math"
	"strconv"
	"strings"
)

// Number writes a whole number: 1,208 in English, 1.208 in Greek, 1 208 in French
// (with a narrow no-break space), 1208 but 12.080 in Spanish.
func (p *Printer) Number(n int) string {
	digits := strconv.Itoa(n)
	if n > -1000 && n < 1000 {
		return digits
	}
	sign, digits := cutSign(digits)
	return sign + p.group(digits)
}

// Decimal writes a number with so many digits after the decimal mark. What is no
// number (0/0) is "–".
func (p *Printer) Decimal(f float64, digits int) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return "–"
	}
	sign, s := cutSign(strconv.FormatFloat(f, 'f', max(digits, 0), 64))
	whole, rest, _ := strings.Cut(s, ".")
	if strings.Trim(s, "0.") == "" {
		sign = "" // no minus before what rounds to zero
	}
	if rest == "" {
		return sign + p.group(whole)
	}
	return sign + p.group(whole) + p.decimal + rest
}

// Percent writes a share, where 1 is 100%, rounded to whole percents.
func (p *Printer) Percent(f float64) string { return p.Decimal(math.Round(f*100), 0) + p.percent }

func cutSign(digits string) (sign, rest string) {
	if rest, ok := strings.CutPrefix(digits, "-"); ok {
		return "-", rest
	}
	return "", digits
}

func (p *Printer) group(digits string) string {
	if len(digits) < p.groupFrom {
		return digits
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(p.thousands)
		}
		b.WriteRune(d)
	}
	return b.String()
}
