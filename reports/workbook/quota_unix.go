//go:build unix

package workbook

import (
	"errors"
	"syscall"
)

// isQuota reports whether the user's share of the disk is used up.
func isQuota(err error) bool { return errors.Is(err, syscall.EDQUOT) }
