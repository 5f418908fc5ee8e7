"""What every language has to keep: same meaning slots, own script, number forms, printable letters, honest gaps."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path
from unicodedata import name as letter_name

import pytest

from kimdesk import documents
from kimdesk.base.errors import UserProblem
from kimdesk.base.resources import resource
from kimdesk.text import phrases
from kimdesk.text.coverage import missing
from kimdesk.text.direction import OwnWords, way_of
from kimdesk.text.phrases import Phrase, Phrases, load_phrases, shipped_languages
from kimdesk.text.plurals import categories
from kimdesk.text.shaping import Faces
from kimdesk.text.sheets import sheet_keys

LANGUAGES = shipped_languages()
SOURCES = ("de", "en")
EASY = "de-simple"
TRANSLATED = [language for language in LANGUAGES if language not in SOURCES]
FEW = {"zero", "one", "two"}
"""Forms that may say their number in a word of their own."""
SCRIPTS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC", "Ethi": "ETHIOPIC", "Deva": "DEVANAGARI"}
ARABIC_LETTERS = {"fa": "يكىة", "fa-AF": "يكىة", "ckb": "يكىة", "ur": "يكىة", "ps": "كى"}
"""Letters that belong to Arabic and look like those of these languages, but are not theirs."""
PAIRS = ("„“", "“”", "«»", "„”", "”“")
ENDINGS = {".": ".", "।": ".", "۔": ".", "።": ".", ":": ":", "፦": ":", "?": "?", "؟": "?", "፧": "?", ",": ",", "،": ","}
MARKS_OF_OTHERS = {"Arab": ",;?", "Ethi": ",;:?.፡", "Deva": "."}
"""Marks of the Latin script, or (፡) a divider between words, where these scripts have their own."""
NAMES = {"KIM"}
WORD = re.compile(r"[^\W\d_]+")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def texts(language: str) -> dict[str, str]:
    table = load_phrases(language).table
    return {f"{key} {form}": text for key, phrase in table.items() for form, text in phrase.forms.items()}


def ending(text: str) -> str:
    """Return the mark a phrase ends with, as German would write it."""
    return ENDINGS.get(text.rstrip("»“”")[-1], "")


def spoken(text: str) -> str:
    """Leave out what is filled in."""
    return re.sub(r"\{\w+\}", "", text)


def scripts(word: str) -> set[str]:
    return {letter_name(char).split()[0] for char in word if char.isalpha() and "MODIFIER" not in letter_name(char)}


@pytest.mark.parametrize(
    "codes",
    [
        "life_domain", "goal_state", "measure_state", "responsible", "priority", "signature_form", "contact_form",
        "family_role", "phase", "interpreting", "yes_no", "partner_type", "closing_reason", "consent_scope",
        "data_category", "direction", "consent_form", "rating", "network_sector", "network_horizon", "referral_state",
        "satisfaction",
    ],
)  # fmt: skip
def test_every_printed_code_has_words(codes: str) -> None:
    listed = tomllib.loads(resource("codes", f"{codes}.toml").read_text("utf-8"))["code"]
    for language in LANGUAGES:
        table = load_phrases(language).table
        here = {key for key in table if key.startswith(f"{codes}.")}
        assert {f"{codes}.{entry['code']}" for entry in listed} <= here, language


def test_scopes_of_consent_say_what_they_allow_why_and_what_follows_a_refusal() -> None:
    scopes = {
        key.removeprefix("consent_scope.") for key in load_phrases("de").table if key.startswith("consent_scope.")
    }
    for table in ("consent_text", "consent_why", "consent_refusal"):
        assert scopes == {
            key.removeprefix(f"{table}.") for key in load_phrases("de").table if key.startswith(f"{table}.")
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_has_the_same_placeholders_and_the_number_forms_of_its_language(language: str) -> None:
    german = load_phrases("de").table
    needed = set(categories(language))
    for key, phrase in load_phrases(language).table.items():
        assert key in german, key
        slots = placeholders(german[key].text)
        for form, text in phrase.forms.items():
            said = placeholders(text)
            assert said == slots or (form in FEW and said | {"n"} == slots), (key, form)
        if len(german[key].forms) > 1:
            assert set(phrase.forms) == needed, key
        else:
            assert set(phrase.forms) == {"other"}, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_can_be_printed(language: str, faces: Faces) -> None:
    said = texts(language)
    if missing("\n".join(said.values()), faces):
        assert {key: missing(text, faces) for key, text in said.items() if missing(text, faces)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_written_in_its_own_script_and_letters(language: str) -> None:
    own = SCRIPTS[load_phrases(language).script]
    for key, text in texts(language).items():
        used = [scripts(word) for word in WORD.findall(spoken(text))]
        assert all(len(each) <= 1 for each in used), f"{key} mixes scripts in a word"
        assert set().union(*used) <= {own, "LATIN"}, key
        assert own in set().union(*used) or set(WORD.findall(spoken(text))) <= NAMES, key
        assert set(text).isdisjoint(ARABIC_LETTERS.get(language, "")), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_set_with_care(language: str) -> None:
    for key, text in texts(language).items():
        assert text.strip() == text != "", key
        assert set(text).isdisjoint("\"'`´"), f"{key} has a straight quotation mark"
        assert "  " not in text, key
        assert "..." not in text, key
        assert not re.search(r" [,.;:!?،؛؟።፣]", text), f"{key} has a space before a mark"
        quotes = "".join(char for char in text if char in "„“”«»")
        assert quotes == "" or quotes in PAIRS, key


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_phrase_has_the_marks_of_its_script(language: str) -> None:
    others = MARKS_OF_OTHERS.get(load_phrases(language).script, "") + ("." if language == "ur" else "")
    for key, text in texts(language).items():
        assert set(spoken(text)).isdisjoint(others), key


@pytest.mark.parametrize("language", [each for each in TRANSLATED if each != EASY])
def test_questions_stay_questions_and_sentences_sentences(language: str) -> None:
    german = load_phrases("de").table
    for key, phrase in load_phrases(language).table.items():
        if not key.startswith("letter.greeting") and key != "recovery.group":
            assert ending(phrase.text) == ending(german[key].text), key


@pytest.mark.parametrize("language", [each for each in TRANSLATED if each != EASY])
def test_almost_no_phrase_is_left_in_german_or_english(language: str) -> None:
    table = load_phrases(language).table
    german, english = load_phrases("de").table, load_phrases("en").table
    same = [key for key, phrase in table.items() if phrase.text in (german[key].text, english[key].text)]
    assert len(same) <= 0.05 * len(table), same


def test_easy_german_says_it_otherwise_and_in_short_sentences() -> None:
    german, easy = load_phrases("de").table, load_phrases(EASY).table
    long = {key for key in easy if len(german[key].text.split()) > 5}
    assert sum(german[key].text == easy[key].text for key in long) <= 0.05 * len(long)
    sentences = [part.split() for phrase in easy.values() for part in re.split(r"[.!?:] ", phrase.text)]
    assert max(map(len, sentences)) <= 20
    assert sum(map(len, sentences)) <= 8 * len(sentences)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_families_read(language: str) -> None:
    printed = set(phrases.documents_in(language))
    assert printed >= {name for name in phrases.documents() if phrases.for_families(name)}
    assert [key for key in sheet_keys() if key not in load_phrases(language).table] == []
    assert phrases.stock(language, "standard_measure").keys() == phrases.stock("de", "standard_measure").keys()
    assert phrases.stock(language, "standard_goal").keys() == phrases.stock("de", "standard_goal").keys()


def test_only_german_and_english_count_as_reviewed() -> None:
    assert {language for language in LANGUAGES if not load_phrases(language).drafts()} == set(SOURCES)


def test_every_phrase_belongs_to_a_document_or_to_the_stock() -> None:
    stock = {key for kind in ("standard_measure", "standard_goal") for key in phrases.stock("de", kind)}
    names = phrases.documents()
    lost = {key for key in load_phrases("de").table if not any(phrases.needed(key, name) for name in names)}
    assert lost == stock


def test_every_table_a_document_asks_for_is_there() -> None:
    keys = load_phrases("de").table
    wanted = tomllib.loads(resource("phrases", "documents.toml").read_text("utf-8"))
    asked = {name for tables in (wanted["every"], wanted["stock"], *wanted["needs"].values()) for name in tables}
    assert {name for name in asked if not any(key == name or key.startswith(f"{name}.") for key in keys)} == set()
    assert {*wanted["desk"], *wanted["legal"]} <= set(wanted["needs"])
    assert {key.removeprefix("document.") for key in keys if key.startswith("document.")} == set(wanted["needs"])


def test_every_phrase_of_a_document_that_exists_is_used() -> None:
    source = "\n".join(path.read_text("utf-8") for path in Path(documents.__file__).parent.glob("*.py"))
    for key in load_phrases("de").table:
        stem = re.sub(r"_\d$", "", key)
        if key.split(".")[0] in {"plan", "visit", "recovery"} and not key.startswith("plan.title."):
            assert re.search(rf"""["']{re.escape(stem)}["']""", source), key


def test_a_missing_phrase_is_an_error_and_never_another_languages_words() -> None:
    with pytest.raises(KeyError):
        Phrases("xx", "X", "ltr", {}).say("plan.goals")


@pytest.mark.parametrize("language", ["xx", "../de", "", "documents.toml"])
def test_a_language_without_phrases_is_refused(language: str) -> None:
    with pytest.raises(UserProblem) as refused:
        load_phrases(language)
    assert refused.value.code == "document.language_not_yet"


def test_the_number_chooses_the_form() -> None:
    german, bulgarian = load_phrases("de"), load_phrases("bg")
    assert [german.say("closing.contacts", n=n) for n in (0, 1, 2)] == ["0 Kontakte", "1 Kontakt", "2 Kontakte"]
    assert bulgarian.say("closing.contacts", n=1) == "1 контакт"


@pytest.fixture
def gap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A made-up language that can say a plan and nothing else."""
    for part in ("words", "plan"):
        (tmp_path / "phrases" / "xg").mkdir(parents=True, exist_ok=True)
        text = resource("phrases", "bg", f"{part}.toml").read_text("utf-8")
        (tmp_path / "phrases" / "xg" / f"{part}.toml").write_text(text, "utf-8")
    shipped = resource("phrases")
    for name in ("de", "documents.toml"):
        (tmp_path / "phrases" / name).symlink_to(shipped / name)
    monkeypatch.setattr(phrases, "resource", tmp_path.joinpath)


@pytest.mark.usefixtures("gap")
def test_a_document_is_refused_in_a_language_that_lacks_its_words() -> None:
    try:
        assert set(phrases.documents_in("xg")) >= {"plan", "fridge", "aloud"}
        assert "information" not in phrases.documents_in("xg")
        assert "xg" not in phrases.languages_for("information")
        with pytest.raises(UserProblem) as refused:
            phrases.SHIPPED.load("xg", "information")
        assert (refused.value.code, refused.value.params["document"]) == ("document.not_in_language", "information")
    finally:
        phrases.load_phrases.cache_clear()
        phrases.lacking.cache_clear()


def test_a_document_has_its_own_words_only() -> None:
    plan = phrases.SHIPPED.load("de", "plan")
    assert plan.say("plan.goals") == "Unsere Ziele"
    with pytest.raises(KeyError):
        plan.say("information.lead", law="Art. 13")


def reviewed(language: str, keys: set[str], *, german: str = "") -> phrases.Phrasebook:
    own, source = load_phrases(language).table, load_phrases("de").table
    told = {
        key: phrases.Reviewed({"other": german} if german else source[key].forms, own[key].forms, "reviewed")
        for key in keys
    }
    return phrases.Phrasebook({language: told})


LEGAL = {"consent", "release", "information"}


@pytest.mark.parametrize("document", sorted(LEGAL | {"plan", "withdrawal", "invitation"}))
def test_nobody_signs_a_legal_paper_in_words_nobody_has_reviewed(document: str) -> None:
    german, bulgarian = (phrases.SHIPPED.load(each, document) for each in ("de", "bg"))
    assert not phrases.nobody_signs(document, (german,))
    assert phrases.nobody_signs(document, (german, bulgarian)) == (document in LEGAL)
    if document in LEGAL:
        with pytest.raises(UserProblem) as refused:
            phrases.nobody_signs(document, (bulgarian,))
        assert refused.value.code == "document.draft_beside_german"


def test_reviewed_words_count_for_the_document_they_complete() -> None:
    keys = {key for key in load_phrases("bg").table if phrases.needed(key, "consent")}
    book = reviewed("bg", keys)
    assert not book.load("bg", "consent").drafts()
    assert book.load("bg", "information").drafts()
    assert not phrases.nobody_signs("consent", (book.load("de", "consent"), book.load("bg", "consent")))


def test_a_review_ends_when_the_german_changes() -> None:
    keys = {key for key in load_phrases("bg").table if phrases.needed(key, "consent")}
    book = reviewed("bg", keys, german="So stand es früher hier.")
    assert book.load("bg", "consent").drafts()


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_say_the_direction_of_their_language(language: str) -> None:
    assert load_phrases(language).direction == way_of(language)


def test_what_is_filled_in_keeps_its_own_order() -> None:
    said = Phrases("de", "Deutsch", "ltr", {"family": Phrase({"other": "Familie {name} · {count}"}, "reviewed")})
    assert said.say("family", name="Dimitrov", count=3) == "Familie Dimitrov · 3"
    assert said.say("family", name="الأحمد", count=3) == "Familie \u2068الأحمد\u2069 · 3"
    arabic = Phrases("ar", "العربية", "rtl", {"family": Phrase({"other": "عائلة {name}"}, "draft")})
    assert arabic.say("family", name="Dimitrov") == "عائلة \u2068Dimitrov\u2069"
    assert arabic.say("family", name=OwnWords("KIM: الأحمد")) == "عائلة KIM: الأحمد"


@pytest.mark.parametrize(
    ("language", "listed"), [("de", "A, B"), ("ar", "\u2068A\u2069، \u2068B\u2069"), ("ti", "A፣ B")]
)
def test_lists_have_the_comma_of_their_script(language: str, listed: str) -> None:
    assert Phrases(language, "", way_of(language), {}).listed(("A", "B")) == listed


@pytest.mark.parametrize(("language", "said"), [("de", "Wo:"), ("ti", "Wo፦"), ("fr", "Wo\u00a0:"), ("ar", "Wo:")])
def test_a_label_has_the_colon_of_its_language(language: str, said: str) -> None:
    assert Phrases(language, "", way_of(language), {}).label("Wo") == said


def test_a_phrase_may_be_reviewed_alone() -> None:
    assert phrases._phrase({"text": "Ja", "review": "reviewed"}, "draft") == Phrase({"other": "Ja"}, "reviewed")
