"""Ground floor: errors, clock, ids, progress, resources, log. Standard library only, nothing of ours."""
