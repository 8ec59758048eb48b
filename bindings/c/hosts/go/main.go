// Runs every vector and a columnar pricing: host VECTORS THREE-UNITS; host list names operations.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
)

type vector struct {
	Operation   string
	Request     json.RawMessage
	RequestText *string `json:"request_text"`
	Response    json.RawMessage
	Error       json.RawMessage
}

func compact(raw json.RawMessage) []byte {
	var out bytes.Buffer
	check(json.Compact(&out, raw))
	return out.Bytes()
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(path string) error {
	file, err := os.ReadFile(path)
	check(err)
	var one vector
	check(json.Unmarshal(file, &one))
	var request, expected []byte
	if one.RequestText != nil {
		request = []byte(*one.RequestText)
	} else {
		request = compact(one.Request)
	}
	if one.Response != nil {
		expected = compact(one.Response)
	} else {
		expected = []byte(`{"error":` + string(compact(one.Error)) + "}")
	}
	found, err := Call(one.Operation, request)
	var refused *Error
	if errors.As(err, &refused) {
		found = refused.JSON
	}
	if !bytes.Equal(found, expected) {
		return fmt.Errorf("%s\n    expected %s\n    found    %s", path, expected, found)
	}
	return nil
}

func main() {
	if len(os.Args) == 2 && os.Args[1] == "list" {
		for _, name := range Operations() {
			fmt.Println(name)
		}
		return
	}
	paths, err := filepath.Glob(filepath.Join(os.Args[1], "*", "*.json"))
	check(err)
	if len(paths) == 0 {
		check(errors.New("no vectors"))
	}
	for _, path := range paths {
		check(run(path))
	}
	request, err := os.ReadFile(os.Args[2])
	check(err)
	units, totals, err := Price(request)
	check(err)
	if !reflect.DeepEqual(units, []int64{1000000, 1010000, 1000000}) ||
		!reflect.DeepEqual(totals, []int64{89500000, 121503000, 89500000}) {
		check(fmt.Errorf("columns: %v %v", units, totals))
	}
	_, _, err = Price([]byte(`{"scheme":{"code":"A"},"units":[]}`))
	var refused *Error
	if !errors.As(err, &refused) || refused.Code != "pricing.no_base" {
		check(fmt.Errorf("not refused: %v", err))
	}
	fmt.Printf("Go: %d vectors and the columns are right\n", len(paths))
}
