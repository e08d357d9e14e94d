"""The words of the project as types: frozen dataclasses and enums, importing nothing of ours."""
