"""What is measured, one module a subject; a package, since a peer installs one of that name."""
