package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// marks of the licences that occur: the first whose words all stand in the
// text names it. The order matters: BSD-3-Clause holds the words of BSD-2-Clause.
var marks = []struct {
	id    string
	words []string
}{
	{"Apache-2.0", []string{"Apache License", "Version 2.0"}},
	{"MPL-2.0", []string{"Mozilla Public License", "2.0"}},
	{"OFL-1.1", []string{"SIL OPEN FONT LICENSE"}},
	{"BSD-3-Clause", []string{"Redistribution and use in source and binary forms", "endorse or promote"}},
	{"BSD-2-Clause", []string{"Redistribution and use in source and binary forms"}},
	{"ISC", []string{"Permission to use, copy, modify, and"}},
	{"CC-BY-4.0", []string{"Creative Commons Attribution 4.0 International"}},
	{"MIT", []string{"Permission is hereby granted, free of charge", "WITHOUT WARRANTY OF ANY KIND"}},
	{"Zlib", []string{"provided 'as-is', without any express or implied", "altered source versions"}},
	{"Unlicense", []string{"This is free and unencumbered software"}},
}

func spdx(text string) string {
	flat := strings.ToLower(strings.Join(strings.Fields(text), " "))
next:
	for _, m := range marks {
		for _, w := range m.words {
			if !strings.Contains(flat, strings.ToLower(w)) {
				continue next
			}
		}
		return m.id
	}
	return ""
}

type (
	bom struct {
		Format      string      `json:"bomFormat"`
		SpecVersion string      `json:"specVersion"`
		Version     int         `json:"version"`
		Metadata    metadata    `json:"metadata"`
		Components  []component `json:"components"`
	}
	metadata struct {
		Component component `json:"component"`
	}
	component struct {
		Type       string     `json:"type"`
		Ref        string     `json:"bom-ref"`
		Name       string     `json:"name"`
		Version    string     `json:"version,omitempty"`
		URL        string     `json:"purl"`
		Licences   []choice   `json:"licenses,omitempty"`
		Properties []property `json:"properties,omitempty"`
	}
	choice struct {
		License struct {
			ID string `json:"id"`
		} `json:"license"`
	}
	property struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
)

// cycloneDX writes the list as CycloneDX 1.5. It has no serial number and no
// date of making, so that it can be reproduced.
func cycloneDX(version string, mods []module) ([]byte, error) {
	b := bom{Format: "CycloneDX", SpecVersion: "1.5", Version: 1}
	b.Metadata.Component = entry("application", "wirediff", version)
	b.Metadata.Component.Licences = choices([]licence{{ID: "Apache-2.0"}})
	for _, m := range mods {
		c := entry("library", m.Path, m.Version)
		c.Licences = choices(m.Texts)
		if m.Sum != "" {
			c.Properties = []property{{"go:sum", m.Sum}}
		}
		b.Components = append(b.Components, c)
	}
	out, err := json.MarshalIndent(b, "", " ")
	return append(out, '\n'), err
}

func entry(kind, path, version string) component {
	url := "pkg:golang/" + path
	if scoped, ok := strings.CutPrefix(path, "@"); ok {
		url = "pkg:npm/%40" + scoped
	}
	if version != "" {
		url += "@" + strings.ReplaceAll(version, "+", "%2B")
	}
	return component{Type: kind, Ref: url, Name: path, Version: version, URL: url}
}

// choices lists each known licence once, in the order found.
func choices(texts []licence) []choice {
	var list []choice
	seen := map[string]bool{"": true}
	for _, l := range texts {
		if seen[l.ID] {
			continue
		}
		seen[l.ID] = true
		var c choice
		c.License.ID = l.ID
		list = append(list, c)
	}
	return list
}

// notices prints every licence text under the modules that have it.
func notices(mods []module) []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "Wirediff is licensed under the Apache License 2.0. Linked into it are the modules below.\n")
	for _, m := range mods {
		for _, l := range m.Texts {
			fmt.Fprintf(&out, "\n%s\n%s %s: %s\n%s\n\n%s\n", strings.Repeat("=", 78), m.Path, m.Version, l.File, strings.Repeat("-", 78), l.Text)
		}
	}
	return out.Bytes()
}
