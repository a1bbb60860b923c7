//go:build !unix

package workbook

// isQuota is always false: elsewhere a quota is told as a full disk.
func isQuota(error) bool { return false }
