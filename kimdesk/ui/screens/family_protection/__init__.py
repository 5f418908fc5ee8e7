"""Child protection, part of a family's page: closed until the passphrase is given again, closed again when left."""
