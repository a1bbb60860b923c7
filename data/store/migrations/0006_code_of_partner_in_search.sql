-- A partner is found by its code. No table changes; the partners that there are go into the search index anew (migrate_search.go).
SELECT 1;
