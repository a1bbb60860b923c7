package store

func (s *Store) backupBefore(version int) error { return nil }
