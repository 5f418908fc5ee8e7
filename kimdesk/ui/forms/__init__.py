"""Forms laid out from field declarations: labels, help, editors, drafts and hints are the same everywhere."""
