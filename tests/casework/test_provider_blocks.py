"""Text blocks for all desks: written in the provider's vault, given as a file, kept apart from one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import new_id
from kimdesk.casework import editing, provider_blocks, text_blocks
from kimdesk.casework.desk import Desk, Services
from kimdesk.domain.block_file import Block
from kimdesk.domain.changes import Create
from kimdesk.office import text_blocks as written
from kimdesk.office.provider import NewProvider, Provider, create_provider
from tests.support.vaults import PASSPHRASE

TRICKY = 'Sie sagte: „Ja" \\ nein.\n\tZweite Zeile \u007f {vorname}'


@pytest.fixture
def provider(services: Services, tmp_path: Path) -> Iterator[Provider]:
    new = NewProvider(
        folder=tmp_path / "Traeger", label="Musterträger", short_name="muster", district="05566", passphrase=PASSPHRASE
    )
    with create_provider(services, new)[0] as made:
        yield made


def titles(desk: Desk) -> list[tuple[str, bool]]:
    return [(each.title, text_blocks.is_providers(each)) for each in text_blocks.blocks(desk)]


def test_the_desk_takes_what_the_provider_wrote_beside_its_own(provider: Provider, desk: Desk, tmp_path: Path) -> None:
    desk.apply(Create("text_block", new_id(desk.clock), {"title": "Eigener", "text": "Meins"}))
    written.keep(provider, Block(title="Freiwillig", text=TRICKY.replace("\u007f", ""), topic="housing"))
    written.keep(provider, Block(title="Kita", text="Kita angerufen."))
    assert written.write(provider, tmp_path / "eins.toml") == 2
    file, _ = provider_blocks.load(desk, tmp_path / "eins.toml")
    assert (file.provider, len(file.blocks)) == ("Musterträger", 2)
    assert titles(desk) == [("Eigener", False), ("Freiwillig", True), ("Kita", True)]
    kept = text_blocks.blocks(desk, "freiwillig")[0]
    assert (kept.text, kept.topic) == (TRICKY.replace("\u007f", ""), "housing")
    provider_blocks.load(desk, tmp_path / "eins.toml")
    assert len(titles(desk)) == 3, "the same file changes nothing"

    written.remove(provider, written.every(provider)[0].id)
    written.keep(provider, Block(title="Kita", text="Neu."), written.every(provider)[0].id)
    written.write(provider, tmp_path / "zwei.toml")
    provider_blocks.load(desk, tmp_path / "zwei.toml")
    assert titles(desk) == [("Eigener", False), ("Kita", True)]
    assert text_blocks.blocks(desk, "kita")[0].text == "Neu."
    editing.undo(desk)
    assert len(titles(desk)) == 3, "taken back as one step"


def test_nothing_empty_is_kept_or_written(provider: Provider, tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match=r"blocks\.incomplete"):
        written.keep(provider, Block(title=" ", text="x"))
    with pytest.raises(UserProblem, match=r"blocks\.none"):
        written.write(provider, tmp_path / "leer.toml")
    assert not (tmp_path / "leer.toml").exists()


@pytest.mark.parametrize(
    "content",
    [
        b"kein TOML",
        b"\xff\xfe",
        b"format = 2\n",
        b'format = 1\nprovider = "A"\n[[block]]\ntitle = "x"\n',
        b'format = 1\nprovider = "A"\n[[block]]\ntitle = "x"\ntext = "y"\ntopic = "erfunden"\n',
        b'format = 1\nprovider = "A"\n[[block]]\ntitle = "x"\ntext = "y"\nmore = "z"\n',
        b'format = 1\nprovider = "A"\nblock = 3\n',
        b'format = 1\nprovider = "A"\n[[block]]\ntitle = "' + b"x" * 61 + b'"\ntext = "y"\n',
        b"#" * ((4 << 20) + 1),
    ],
)
def test_a_file_that_is_none_changes_nothing(desk: Desk, tmp_path: Path, content: bytes) -> None:
    desk.apply(Create("text_block", new_id(desk.clock), {"title": "T", "text": "x", "scope": provider_blocks.PROVIDER}))
    (tmp_path / "falsch.toml").write_bytes(content)
    with pytest.raises(UserProblem, match=r"blocks\.unreadable"):
        provider_blocks.load(desk, tmp_path / "falsch.toml")
    assert titles(desk) == [("T", True)]
