"""The tests: a package, so that processes which they start import it, whatever else is named `tests`."""
