//go:build cgo && !headless

package desktop

/*
#include <string.h>

extern char **environ;

// Fyne reads the locale while its packages are initialised, before any Go
// code of ours can run, and logs three lines when it is "C.UTF-8", as it is in
// containers and on servers. "C" alone it takes. This runs before Go starts.
__attribute__((constructor)) static void plainLocale(void) {
	for (char **e = environ; e && *e; e++) {
		if (!strncmp(*e, "LANG=C.", 7)) *e = "LANG=C";
		if (!strncmp(*e, "LC_ALL=C.", 9)) *e = "LC_ALL=C";
		if (!strncmp(*e, "LC_MESSAGES=C.", 14)) *e = "LC_MESSAGES=C";
	}
}
*/
import "C"
