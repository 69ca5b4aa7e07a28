// Command bill lists what is linked into a built program: an SBOM in
// CycloneDX form and the licences of every module. It reads the list from
// the program itself, so it can name neither too much nor too little, and
// takes the licences from the module cache.
//
//	go run ./assets/internal/bill -sbom FILE.json -licences FILE.txt [-also NAME@VERSION=FILE,...] PROGRAM...
//
// What is embedded without being a module (PDFium) is named by -also, with
// the files that hold its licences. Same programs, same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	sbom := flag.String("sbom", "", "write the software bill of materials here")
	licences := flag.String("licences", "", "write the licence texts here")
	version := flag.String("version", "", "version of the program")
	also := flag.String("also", "", "an embedded part, as NAME@VERSION=LICENCE FILE,...")
	flag.Parse()
	if err := run(*version, *sbom, *licences, *also, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "bill:", err)
		os.Exit(2)
	}
}

func run(version, sbom, licences, also string, programs []string) error {
	if sbom == "" || licences == "" || len(programs) == 0 {
		return fmt.Errorf("usage: bill [-version V] -sbom FILE -licences FILE PROGRAM")
	}
	mods, err := linked(programs)
	if err != nil {
		return err
	}
	for i := range mods {
		if mods[i].Texts, err = licenceTexts(mods[i]); err != nil {
			return err
		}
		if len(mods[i].Texts) == 0 {
			return fmt.Errorf("%s: no licence text in its module", mods[i].Path)
		}
	}
	if also != "" {
		part, err := embedded(also)
		if err != nil {
			return err
		}
		mods = append(mods, part)
	}
	b, err := cycloneDX(version, mods)
	if err != nil {
		return err
	}
	if err := os.WriteFile(sbom, b, 0o644); err != nil {
		return err
	}
	return os.WriteFile(licences, notices(mods), 0o644)
}
