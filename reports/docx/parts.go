package docx

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Namespaces and kinds of relation, from ECMA-376 (transitional).
const (
	wordNamespace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relationNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	drawingNamespace  = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	artNamespace      = "http://schemas.openxmlformats.org/drawingml/2006/main"
	pictureNamespace  = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	packageRelations  = "http://schemas.openxmlformats.org/package/2006/relationships"
	packageTypes      = "http://schemas.openxmlformats.org/package/2006/content-types"

	headerID = "rIdHeader"
	footerID = "rIdFooter"
	// bulletNumber is the list with bullets; numbered lists are counted behind it.
	bulletNumber = 1
)

// linePart is a header or footer.
func linePart(element, style string, l Line) []byte {
	var x part
	x.WriteString(xmlHead)
	x.start(element, "xmlns:w", wordNamespace, "xmlns:r", relationNamespace)
	x.start("w:p")
	x.start("w:pPr")
	x.empty("w:pStyle", "w:val", style)
	x.end()
	x.paged(l.Left, false)
	x.paged("\t"+l.Mark, true)
	x.paged("\t"+l.Right, false)
	x.end()
	x.end()
	return x.Bytes()
}

// paged writes a text in which {page} and {pages} are fields.
func (x *part) paged(text string, strong bool) {
	for text != "" {
		at, field, instruction := len(text), "", ""
		for _, f := range []struct{ mark, instruction string }{{"{page}", "PAGE"}, {"{pages}", "NUMPAGES"}} {
			if i := strings.Index(text, f.mark); i >= 0 && i < at {
				at, field, instruction = i, f.mark, f.instruction
			}
		}
		if at > 0 {
			x.start("w:r")
			if strong {
				x.start("w:rPr")
				x.empty("w:b")
				x.empty("w:color", "w:val", amber)
				x.end()
			}
			x.words(text[:at])
			x.end()
		}
		if field != "" {
			x.fieldStart(instruction)
			x.start("w:r")
			x.leaf("w:t", "1")
			x.end()
			x.fieldChar("end")
		}
		text = text[at+len(field):]
	}
}

// numberingPart declares the bullets and as many numbered lists as there are; the first numbers the style's own.
func numberingPart(numbered int) []byte {
	var x part
	x.WriteString(xmlHead)
	x.start("w:numbering", "xmlns:w", wordNamespace)
	for i, kind := range []struct{ format, text, style string }{{"bullet", "•", "ListBullet"}, {"decimal", "%1.", "ListNumber"}} {
		x.start("w:abstractNum", "w:abstractNumId", strconv.Itoa(i))
		x.empty("w:multiLevelType", "w:val", "singleLevel")
		x.start("w:lvl", "w:ilvl", "0")
		x.empty("w:start", "w:val", "1")
		x.empty("w:numFmt", "w:val", kind.format)
		x.empty("w:pStyle", "w:val", kind.style)
		x.empty("w:lvlText", "w:val", kind.text)
		x.empty("w:lvlJc", "w:val", "left")
		x.start("w:pPr")
		x.empty("w:ind", "w:left", "360", "w:hanging", "360")
		x.end()
		x.end()
		x.end()
	}
	for i := range max(numbered, 1) + 1 {
		x.start("w:num", "w:numId", strconv.Itoa(bulletNumber+i))
		x.empty("w:abstractNumId", "w:val", strconv.Itoa(min(i, 1)))
		if i > 1 {
			x.start("w:lvlOverride", "w:ilvl", "0")
			x.empty("w:startOverride", "w:val", "1")
			x.end()
		}
		x.end()
	}
	x.end()
	return x.Bytes()
}

func settingsPart(language string) []byte {
	var x part
	x.WriteString(xmlHead)
	x.start("w:settings", "xmlns:w", wordNamespace)
	x.start("w:compat")
	x.empty("w:compatSetting", "w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15")
	x.end()
	x.empty("w:themeFontLang", "w:val", language)
	x.end()
	return x.Bytes()
}

func corePart(p Properties) []byte {
	var x part
	x.WriteString(xmlHead)
	x.start("cp:coreProperties", "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	for _, field := range []struct{ name, value string }{
		{"dc:title", p.Title}, {"dc:subject", p.Subject}, {"dc:creator", p.Creator}, {"cp:keywords", p.Keywords}, {"dc:description", p.Description},
		{"dc:language", p.Language}, {"cp:category", p.Category}, {"cp:contentStatus", p.Status},
	} {
		if field.value != "" {
			x.leaf(field.name, oneLine(field.value))
		}
	}
	if !p.Created.IsZero() {
		at := p.Created.UTC().Format(time.RFC3339)
		x.leaf("dcterms:created", at, "xsi:type", "dcterms:W3CDTF")
		x.leaf("dcterms:modified", at, "xsi:type", "dcterms:W3CDTF")
	}
	x.end()
	return x.Bytes()
}

func appPart(p Properties) []byte {
	var x part
	x.WriteString(xmlHead)
	x.start("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	for _, field := range []struct{ name, value string }{{"Application", p.Application}, {"Company", p.Company}} {
		if field.value != "" {
			x.leaf(field.name, oneLine(field.value))
		}
	}
	x.end()
	return x.Bytes()
}

// relation leads from one part to another, or out of the file.
type relation struct {
	id, kind, target string
	outside          bool
}

func relations(list []relation) []byte {
	var x part
	x.WriteString(xmlHead)
	x.start("Relationships", "xmlns", packageRelations)
	for _, r := range list {
		attributes := []string{"Id", r.id, "Type", r.kind, "Target", r.target}
		if r.outside {
			attributes = append(attributes, "TargetMode", "External")
		}
		x.empty("Relationship", attributes...)
	}
	x.end()
	return x.Bytes()
}

func packageRelationsPart() []byte {
	return relations([]relation{
		{id: "rId1", kind: relationNamespace + "/officeDocument", target: "word/document.xml"},
		{id: "rId2", kind: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", target: "docProps/core.xml"},
		{id: "rId3", kind: relationNamespace + "/extended-properties", target: "docProps/app.xml"},
	})
}

func (b *body) relations() []byte {
	list := []relation{
		{id: "rIdStyles", kind: relationNamespace + "/styles", target: "styles.xml"},
		{id: "rIdNumbering", kind: relationNamespace + "/numbering", target: "numbering.xml"},
		{id: "rIdSettings", kind: relationNamespace + "/settings", target: "settings.xml"},
		{id: headerID, kind: relationNamespace + "/header", target: "header1.xml"},
		{id: footerID, kind: relationNamespace + "/footer", target: "footer1.xml"},
	}
	for i, m := range b.media {
		list = append(list, relation{id: mediaID(i), kind: relationNamespace + "/image", target: "media/" + m.file(i)})
	}
	for i, address := range b.links {
		list = append(list, relation{id: linkID(i), kind: relationNamespace + "/hyperlink", target: address, outside: true})
	}
	return relations(list)
}

func contentTypes() []byte {
	var x part
	x.WriteString(xmlHead)
	x.start("Types", "xmlns", packageTypes)
	for _, d := range []struct{ ending, kind string }{
		{"rels", "application/vnd.openxmlformats-package.relationships+xml"}, {"xml", "application/xml"}, {"png", "image/png"}, {"jpeg", "image/jpeg"},
	} {
		x.empty("Default", "Extension", d.ending, "ContentType", d.kind)
	}
	for _, p := range []struct{ name, kind string }{
		{"document", "document.main"}, {"styles", "styles"}, {"numbering", "numbering"}, {"settings", "settings"}, {"header1", "header"}, {"footer1", "footer"},
	} {
		x.empty("Override", "PartName", "/word/"+p.name+".xml", "ContentType", fmt.Sprintf("application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml", p.kind))
	}
	x.empty("Override", "PartName", "/docProps/core.xml", "ContentType", "application/vnd.openxmlformats-package.core-properties+xml")
	x.empty("Override", "PartName", "/docProps/app.xml", "ContentType", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	x.end()
	return x.Bytes()
}
