// Package privacyscan finds personal data in files that are about to leave: names, addresses and numbers of people whom the
// caller knows, and what looks like an e-mail address, telephone number, IBAN or passport. It reads workbooks, documents, PDF,
// web pages, CSV, JSON, text and archives of these, and says what it could not read, so that silence means clean.
//
// It knows nothing of where people or files are kept, writes nothing, and never gives back what it found in full.
package privacyscan
