"""Papers of a case, gathered through the gate: one module per occasion, `kinds` lists them all."""
