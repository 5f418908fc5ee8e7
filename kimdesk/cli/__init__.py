"""The command line: the same use cases as the window, for scripts, support and a headless first run; knows no Qt."""
