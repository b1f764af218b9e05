"""The words of the search, and its index: the same bytes each time, and what is indexed beside the text."""

from pathlib import Path

from generator.search.guides import guides
from generator.search.order import put_in_order
from generator.search.pagefind import Document, index
from generator.words import Vocabulary, canonical, hidden_words, stem, tables

TEXT = "Kreve heltidsstillinger og faste stillinger på heltid for lærlingmedlemmer."


def test_inflected_forms_share_a_stem() -> None:
    forms = ["stilling", "stillingen", "stillinger", "stillingene"]
    assert {stem(canonical(form)) for form in forms} == {"stilling"}


def test_written_forms_and_letters_become_one() -> None:
    pairs = {
        "heiltid": "heltid",
        "hovudmål": "hovedmål",
        "tenester": "tjenester",
        "Aas": "Ås",
        "likelonn": "likelønn",
    }
    assert [canonical(one) for one in pairs] == [canonical(other) for other in pairs.values()]


def test_every_pattern_of_written_forms_is_in_plain_letters() -> None:
    assert [pattern for pattern, _ in tables().forms if set(pattern) & set("æøå")] == []


def test_the_end_of_a_compound_is_indexed_too() -> None:
    assert "stillinger" in Vocabulary([TEXT]).parts("heltidsstillinger")
    assert Vocabulary([TEXT]).parts("stillinger") == ()


def test_the_end_of_a_compound_need_not_stand_by_itself() -> None:
    vocabulary = Vocabulary(["medlemstur for medlem, medlems", "driftskultur i drift, drifts", "tilbydere"])
    assert vocabulary.parts("medlemstur") == ("tur",)
    assert vocabulary.parts("driftskultur") == ("kultur",)


def test_a_compound_that_the_next_word_ends_is_whole() -> None:
    text = "Arbeidet med klima- og energiplaner, og planer ellers."
    assert "klimaplaner" in hidden_words(text, Vocabulary([text]))


def test_numbers_are_found_in_letters_and_figures() -> None:
    assert "2" in hidden_words("Holde to konferanser.", Vocabulary(["to"]))


def test_other_words_for_the_same_are_indexed_too() -> None:
    found = hidden_words("HTV ber om likelønn.", Vocabulary([TEXT]))
    assert {"hovedtillitsvalgt", "likelonn"} <= set(found)


def test_the_same_documents_make_the_same_files() -> None:
    html = '<html lang="nb"><body><i data-pagefind-filter="fylke">{}</i><p id="a">{}</p></body></html>'
    documents = [
        Document(f"/{each}/", html.format(each, TEXT)) for each in ("agder", "oslo", "troms", "telemark")
    ]
    made = [index(documents, "nb") for _ in range(3)]
    for files in made:
        put_in_order(files, "nb")
    assert made[0] == made[1] == made[2]


def test_pages_written_by_hand_are_found_by_their_headings(tmp_path: Path) -> None:
    page = tmp_path / "hjelp" / "index.md"
    page.parent.mkdir()
    page.write_text(
        "---\ntitle: x\n---\n# Finne fram\n\nSlik.\n\n## Skrive *ut* { #papir }\n\nTrykk.\n", "utf-8"
    )
    (record,) = guides(tmp_path)
    found = [(entry.to.anchor, entry.label, entry.text) for entry in record.entries]
    assert (record.to.page, record.of) == ("hjelp/index.md", "Finne fram")
    assert found == [("", "Finne fram", "Slik."), ("papir", "Skrive ut", "Trykk.")]
