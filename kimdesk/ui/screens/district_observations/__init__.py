"""Beobachtungen: where the system gets stuck, put together by topic and kind of body, without any person or desk."""
