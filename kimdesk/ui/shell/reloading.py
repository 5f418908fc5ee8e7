"""What the presenters of an office's or a provider's screens have in common. Knows no widget."""

from __future__ import annotations

from kimdesk.domain.changes import Changes


class Reloads:
    """Reads anew when its screen is shown, and when something came in or went out."""

    def opened(self) -> None:
        """Load when the screen is shown."""
        self.reload()

    def refresh(self, changes: Changes) -> None:
        """Load anew when something came in or went out."""
        if changes.touches("post"):
            self.reload()

    def reload(self) -> None:
        """Read everything anew."""
        raise NotImplementedError
