"""The Word document: WordprocessingML (ISO/IEC 29500-1) of a resolved Document."""
