package workbook

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"syscall"
)

// Code says what went wrong; the words for it are the caller's.
type Code string

// The codes that an [Error] may carry.
const (
	CodeCancelled      Code = "workbook.cancelled"        // the context ended
	CodeReadOnly       Code = "workbook.read_only"        // no right to write there
	CodeNoFolder       Code = "workbook.no_folder"        // the folder does not exist
	CodeInUse          Code = "workbook.in_use"           // another program holds the file (Windows)
	CodeDiskFull       Code = "workbook.disk_full"        // no room for the file or its temporary parts
	CodeTooManyRows    Code = "workbook.too_many_rows"    // more than a sheet's 1,048,576
	CodeTooManyColumns Code = "workbook.too_many_columns" // more than a sheet's 16,384
	CodeTooLarge       Code = "workbook.too_large"        // one sheet is more than 4 GiB of XML
	CodeRows           Code = "workbook.rows"             // the sequence of rows gave an error: it is the cause
	CodeInvalid        Code = "workbook.invalid"          // the declaration is wrong: a fault of the program
	CodeTemplate       Code = "workbook.template"         // the template cannot be opened as a workbook
	CodeMacros         Code = "workbook.macros"           // the template has macros, which a filled workbook cannot have
	CodeWrite          Code = "workbook.write"            // any other failure to write
)

// Error is what every function here that writes gives back.
type Error struct {
	Code Code
	// Path of the file, and Sheet by its name, where they are known.
	Path, Sheet string
	Cause       error
}

// Error names the code, the place and the cause.
func (e *Error) Error() string {
	text := string(e.Code)
	if e.Path != "" {
		text += fmt.Sprintf(" (file %q)", e.Path)
	}
	if e.Sheet != "" {
		text += fmt.Sprintf(" (sheet %q)", e.Sheet)
	}
	if e.Cause != nil {
		text += ": " + e.Cause.Error()
	}
	return text
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// invalid is a fault in the declaration.
func invalid(format string, args ...any) error {
	return &Error{Code: CodeInvalid, Cause: fmt.Errorf(format, args...)}
}

// Windows system error codes that have no name in package syscall on other systems (winerror.h).
const (
	windowsSharingViolation = syscall.Errno(32)
	windowsHandleDiskFull   = syscall.Errno(39)
	windowsDiskFull         = syscall.Errno(112)
)

// Located gives an error of writing the file at path its code, as the functions here do.
func Located(err error, path string) error {
	located := *classify(err)
	located.Path = path
	return &located
}

// classify gives any error its code. An error that has one keeps it.
func classify(err error) *Error {
	if known, ok := errors.AsType[*Error](err); ok {
		return known
	}
	code := CodeWrite
	errno, _ := errors.AsType[syscall.Errno](err)
	windows := runtime.GOOS == "windows"
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		code = CodeCancelled
	case windows && errno == windowsSharingViolation:
		code = CodeInUse
	case windows && (errno == windowsHandleDiskFull || errno == windowsDiskFull),
		errors.Is(err, syscall.ENOSPC), isQuota(err):
		code = CodeDiskFull
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		code = CodeReadOnly
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		code = CodeNoFolder
	}
	return &Error{Code: code, Cause: err}
}
