"""The program in a browser on the same machine: one page, one websocket, and who may use them.

Needs the extra ``serve``. Must stay true: nothing is answered but to a browser on this machine that
knows the secret path, from a page of ours; and the page fetches nothing from anywhere else.
"""
