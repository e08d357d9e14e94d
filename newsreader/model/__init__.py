"""The words of the project as types: named tuples and enums, importing nothing of ours.

Named tuples, not dataclasses: they are made as fast as they are read, and a class of them costs a
fifth of a dataclass's time when the program starts.
"""
