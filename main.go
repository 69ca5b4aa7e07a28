package main

import (
	"os"

	"wirediff/ui/desktop"
)

func main() { os.Exit(desktop.Main(os.Args[1:])) }
