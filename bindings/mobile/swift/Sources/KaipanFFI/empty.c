// The functions are those of the library; SwiftPM wants a source file all the same.
