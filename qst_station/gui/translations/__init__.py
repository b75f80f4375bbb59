"""The words of the window in other languages; made by `make translations`."""
