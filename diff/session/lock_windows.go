package session

import (
	"errors"
	"os"
	"syscall"
)

// sharingViolation is what Windows says of a file that another has open for
// itself alone (ERROR_SHARING_VIOLATION).
const sharingViolation = syscall.Errno(32)

// takeLock opens the file at path for this window alone, making it if need
// be; errHeld if another process or window has it.
func takeLock(path string) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	const notShared = 0
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, notShared, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, sharingViolation) {
		return nil, errHeld
	}
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(h), path), nil
}
