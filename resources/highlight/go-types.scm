; To the grammar of Go these are names like any other.
((type_identifier) @type.builtin
 (#any-of? @type.builtin "any" "bool" "byte" "comparable" "complex64" "complex128" "error" "float32" "float64" "int"
  "int8" "int16" "int32" "int64" "rune" "string" "uint" "uint8" "uint16" "uint32" "uint64" "uintptr"))
