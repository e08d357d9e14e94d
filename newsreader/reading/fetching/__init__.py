"""Getting a page that the user named by its address: one request, checked at every step.

What must stay true: nothing is asked for that the user did not name, and nothing but http and
https; every name is resolved first and the connection goes to the very address that was checked;
size, redirects and time are bounded. This is the only place in the program that opens a
connection to another machine.
"""
