// kaipan from Go by cgo: what a host needs, and no more.
package main

/*
#cgo pkg-config: kaipan
#include <kaipan.h>
*/
import "C"

import (
	"errors"
	"unsafe"
)

// Error is a refusal: what kaipan says of it.
type Error struct {
	Number         int
	Code, Path, En string
	JSON           []byte
}

func (e *Error) Error() string { return "[" + e.Code + "] " + e.Path + ": " + e.En }

// takeError copies an error of the library and frees it.
func takeError(e *C.KpError) error {
	defer C.kp_error_free(e)
	if e == nil {
		return errors.New("kaipan gave no error")
	}
	return &Error{
		Number: int(C.kp_error_number(e)),
		Code:   C.GoString(C.kp_error_code(e, nil)),
		Path:   C.GoString(C.kp_error_path(e, nil)),
		En:     C.GoString(C.kp_error_message(e, C.KP_EN, nil)),
		JSON:   []byte(C.GoString(C.kp_error_json(e, nil))),
	}
}

// text lends bytes to C for one call.
func text(bytes []byte) (*C.char, C.size_t) {
	if len(bytes) == 0 {
		return nil, 0
	}
	return (*C.char)(unsafe.Pointer(&bytes[0])), C.size_t(len(bytes))
}

// Call runs an operation: JSON request in, JSON response out.
func Call(operation string, request []byte) ([]byte, error) {
	name, nameLen := text([]byte(operation))
	start, length := text(request)
	var response *C.char
	var responseLen C.size_t
	var refused *C.KpError
	if C.kp_call(name, nameLen, start, length, &response, &responseLen, &refused) != C.KP_OK {
		return nil, takeError(refused)
	}
	defer C.kp_string_free(response)
	return C.GoBytes(unsafe.Pointer(response), C.int(responseLen)), nil
}

// Operations lists the catalogue.
func Operations() []string {
	var names []string
	for at := C.size_t(0); at < C.kp_operation_count(); at++ {
		names = append(names, C.GoString(C.kp_operation_name(at)))
	}
	return names
}

// Price compiles {"scheme":…,"units":…} and prices the units: unit prices and totals in fen.
func Price(request []byte) (units, totals []int64, err error) {
	start, length := text(request)
	var scheme *C.KpCompiledScheme
	var refused *C.KpError
	if C.kp_compiled_scheme_new(start, length, &scheme, &refused) != C.KP_OK {
		return nil, nil, takeError(refused)
	}
	defer C.kp_compiled_scheme_free(scheme)
	var columns C.KpColumns
	if C.kp_compiled_scheme_columns(scheme, &columns, &refused) != C.KP_OK {
		return nil, nil, takeError(refused)
	}
	// One element more, so that there is a first one to point to.
	units, totals = make([]int64, columns.rows+1), make([]int64, columns.rows+1)
	status := C.kp_compiled_scheme_price(scheme, &columns, (*C.int64_t)(&units[0]), (*C.int64_t)(&totals[0]), nil, &refused)
	if status != C.KP_OK {
		return nil, nil, takeError(refused)
	}
	return units[:columns.rows], totals[:columns.rows], nil
}
