"""The first screen, written before Textual is loaded, which is half of any Textual program's start.

:mod:`newsreader.tui.first_frame.held` takes the terminal as soon as the program starts, so that
keys are kept from then on; :mod:`newsreader.tui.first_frame.showing` draws the list or the story
from the same lines as the widgets; the driver then takes over, and Textual's first frame overdraws
the same cells. Must stay true: nothing here imports Textual or Rich; where anything is unusual no
frame is drawn, and the program starts as it would without; and whatever happens in between, the
terminal is given back as it was.
"""
