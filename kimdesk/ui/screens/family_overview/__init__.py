"""A family's first page: wish and strengths, what was last, what is promised, the plan, who lives here."""
