package takeaways

import (
	"context"
	"testing"

	"primadesk/data"
)

// stale changes the original of a takeaway and leaves its translations as they are.
func stale(t *testing.T, f *fakeShell, id string) {
	t.Helper()
	next := *f.takeaway(t, id)
	next.Text = next.Text.Clone()
	next.Text.In[next.Text.Original] += " And soon."
	next.Text.Set("nl", "")
	if _, err := f.work.Records.Save(context.Background(), &next); err != nil {
		t.Fatal(err)
	}
	_ = data.Languages
}
