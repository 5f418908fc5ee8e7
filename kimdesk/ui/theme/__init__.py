"""How the desktop looks: colours, sizes, fonts, icons and one small style sheet."""
