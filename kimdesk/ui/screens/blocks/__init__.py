"""The provider's text blocks: written here, given to the desks as a file."""
