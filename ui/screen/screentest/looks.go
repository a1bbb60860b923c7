package screentest

import "primadesk/ui/kit"

// Looks are the languages, themes and scales in which screens are drawn to be looked at; a picture's name ends with the look's.
var Looks = []struct {
	Name, Lang string
	Theme      kit.ThemeParams
}{
	{"-en", "en", kit.ThemeParams{Look: kit.LookLight}},
	{"-el", "el", kit.ThemeParams{Look: kit.LookLight}},
	{"-el-dark", "el", kit.ThemeParams{Look: kit.LookDark}},
	{"-nl-large", "nl", kit.ThemeParams{Look: kit.LookLight, Scale: 1.5}},
}
