; The grammar of C calls these types like any other; those of Java, C# and Rust tell them apart.
(primitive_type) @type.builtin
(sized_type_specifier) @type.builtin
