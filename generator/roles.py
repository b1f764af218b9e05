"""Floor 5: the federation's role vocabulary, looked up by the words that plans use."""

from collections.abc import Iterable

from generator.model import Federation, Responsible, Role


class Roles:
    """Finds the role that a plan's words mean; case and white space do not matter."""

    def __init__(self, federation: Federation) -> None:
        self._by_words = {spelling_key(words): role for role in federation.roles for words in role.words}

    def find(self, words: str) -> Role | None:
        """The role, or None where the vocabulary does not hold the words."""
        return self._by_words.get(spelling_key(words))

    def of(self, responsible: Iterable[Responsible]) -> tuple[Role, ...]:
        """The roles that the vocabulary knows of those responsible, each once, in their order."""
        found = (self.find(each.words) for each in responsible)
        return tuple({role.id: role for role in found if role is not None}.values())


def spelling_key(words: str) -> str:
    """What makes two spellings the same: case and white space do not count."""
    return " ".join(words.casefold().split())
