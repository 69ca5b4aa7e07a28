package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSPDXKnowsTheLicencesThatOccur(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Permission is hereby granted, free of charge, ... THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND", "MIT"},
		{"Redistribution and use in source and\nbinary forms, with or without ... used to endorse or promote products", "BSD-3-Clause"},
		{"Redistribution and use in source and binary forms, with or without modification", "BSD-2-Clause"},
		{"                     Apache License\n               Version 2.0, January 2004", "Apache-2.0"},
		{"This software is provided 'as-is', without any express or implied warranty. 2. Altered source versions must", "Zlib"},
		{"All rights reserved.", ""},
	} {
		if got := spdx(c.text); got != c.want {
			t.Errorf("%.40q is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSBOMHoldsEveryModuleOnceAndNoClock(t *testing.T) {
	mods := []module{
		{Path: "example.org/a", Version: "v1.0.0+incompatible", Sum: "h1:x", Texts: []licence{{ID: "MIT"}, {ID: "MIT"}, {}}},
		{Path: "std", Version: "1.26"},
	}
	one, err := cycloneDX("0.1.0", mods)
	if err != nil {
		t.Fatal(err)
	}
	two, _ := cycloneDX("0.1.0", mods)
	if string(one) != string(two) {
		t.Error("two runs differ")
	}
	for _, want := range []string{`"pkg:golang/example.org/a@v1.0.0%2Bincompatible"`, `"pkg:golang/std@1.26"`} {
		if strings.Count(string(one), `"purl": `+want) != 1 {
			t.Errorf("%s is not there once", want)
		}
	}
	if strings.Count(string(one), `"id": "MIT"`) != 1 {
		t.Error("a licence that occurs twice must be listed once")
	}
	if strings.Contains(string(one), "timestamp") || strings.Contains(string(one), "serialNumber") {
		t.Error("the list must not hold a date or a random number")
	}
}

func TestEmbeddedPartsKeepEveryLicence(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return file
	}
	one := write("one.txt", "Apache License, Version 2.0\n")
	two := write("two.txt", "Redistribution and use in source and binary forms ... endorse or promote products")
	part, err := embedded("@scope/part@1.2=" + one + "," + two)
	if err != nil {
		t.Fatal(err)
	}
	if part.Path != "@scope/part" || part.Version != "1.2" || len(part.Texts) != 2 ||
		part.Texts[0].ID != "Apache-2.0" || part.Texts[1].ID != "BSD-3-Clause" {
		t.Errorf("read as %+v", part)
	}
	for _, bad := range []string{"part", "part=" + one, "part@1=" + write("empty.txt", " \n"), "part@1=" + filepath.Join(dir, "none")} {
		if _, err := embedded(bad); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}
