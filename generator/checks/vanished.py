"""Rules on addresses that were published: they go on leading to what they led to."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from generator import address_lists, lasting
from generator.checks.rule import Finding, Subject, error, warning
from generator.diagnostics import Position, message
from generator.model import Body, Gone, Noted, Plan, Strategy

_FEDERATION = "plans/forbund.yml"


@error
def address_lost(subject: Subject) -> Iterator[Finding]:
    """A page that was published would no longer be there, and nothing would lead on from its address.

    Others link to it, and have it among their favourites and on paper. Where it has another id now,
    write the old one under “tidligere:” in what it has become: its address then leads there. Where it is
    gone for good, write the address and the reason under “nedlagt:”: a page says so. What was published
    stands in plans/adresser/.
    """
    body = subject.body
    said = lasting.gone(body)
    there = lasting.of_federation(body.federation).union(*map(lasting.of_edition, body.strategies))
    there |= lasting.former_pages_of_federation(body.federation).keys()
    there.update(*map(lasting.former_pages_of_edition, body.strategies))
    shared = (each for each in body.published if not each.address.startswith("fagforeninger/"))
    for noted in _lost_of(shared, there, said):
        yield _lost(noted, _place_in(body, noted))
    for union in body.unions:
        pages = lasting.pages_of_union(union)
        there = {page.noted for page in pages} | lasting.former_pages_of_union(union, pages).keys()
        for noted in _lost_of((each for each in union.published if "#" not in each.address), there, said):
            yield _lost(noted, union.position)


def _lost_of(published: Iterable[Noted], there: Collection[str], said: Mapping[str, Gone]) -> Iterator[Noted]:
    """Those that are not there, and of which nothing is said."""
    lost = (each for each in published if each.address not in there)
    return (each for each in lost if lasting.said_of(each.address, said) is None)


def _place_in(body: Body, noted: Noted) -> Position:
    """Where to say what became of the page: in its edition of the strategy, or in the federation's file."""
    kind, of, *inside = noted.address.strip("/").split("/")
    edition = next((each for each in body.strategies if kind == "strategi" and each.period.id == of), None)
    if edition is None:
        return noted.position
    return next((each.position for each in edition.areas if [each.id] == inside[:1]), edition.position)


def _lost(noted: Noted, position: Position) -> Finding:
    former = noted.address.strip("/").rsplit("/", 1)[-1]
    return Finding(
        position,
        message("The page {address} was published, and would vanish.", address=noted.address),
        message(
            "Write “tidligere: [{id}]” in what it has become, or in {file}: "
            "“nedlagt: [{{adresse: {address}, grunn: …}}]”.",
            id=former,
            file=_FEDERATION if position.file.startswith(address_lists.FOLDER) else position.file,
            address=noted.address,
        ),
    )


@error
def union_lost(subject: Subject) -> Iterator[Finding]:
    """A union whose pages were published is no more: its folder has another name, or is not there.

    Where the folder has another name, or the union is part of another now, write the old name under
    “tidligere:” in that union's fagforening.yml. Its old addresses then lead there. Where it is gone for
    good, write its address and the reason under “nedlagt:” in forbund.yml.
    """
    said = lasting.gone(subject.body)
    there = {each for union in subject.body.unions for each in (union.id, *union.former)}
    first: dict[str, Noted] = {}
    for noted in subject.body.published:
        kind, of, *_ = noted.address.split("/")
        if kind == "fagforeninger":
            first.setdefault(of, noted)
    for union, noted in first.items():
        address = f"fagforeninger/{union}/"
        if union not in there and not lasting.said_of(address, said):
            yield Finding(
                noted.position,
                message("The pages of the union “{union}” were published, and would vanish.", union=union),
                message(
                    "Write “tidligere: [{union}]” in the fagforening.yml of the union that it has become, or "
                    "in plans/forbund.yml: “nedlagt: [{{adresse: {address}, navn: …, grunn: …}}]”.",
                    union=union,
                    address=address,
                ),
            )


@warning
def anchor_lost(subject: Subject) -> Iterator[Finding]:
    """An area, goal, measure or course of a plan was published, and its address leads no longer to it.

    Whoever follows it comes to the top of the plan, and finds nothing. An id is made of “nr:” of a
    measure and of the name of a course, where none is written. Write the old one under “tidligere:” in
    what it has become, or its address and the reason under “nedlagt:” at the end of the plan.
    """
    said = lasting.gone(subject.body)
    for union in (each for each in subject.body.unions if each.published):
        plans = {lasting.page_of(plan): plan for plan in union.plans if plan.whole}
        there = lasting.places(plans.values())
        pairs = ((each, each.address.partition("#")) for each in union.published)
        places = {each: plans[page] for each, (page, _, anchor) in pairs if anchor and page in plans}
        for noted in _lost_of(places, there, said):
            yield _lost_anchor(noted.address, places[noted])


def _lost_anchor(address: str, plan: Plan) -> Finding:
    anchor = address.partition("#")[2]
    return Finding(
        plan.position,
        message("“{anchor}” was published in this plan, and would vanish.", anchor=anchor),
        message(
            "Write “tidligere: [{id}]” in what it has become, or at the end of the file: "
            "“nedlagt: [{{adresse: {address}, grunn: …}}]”.",
            id=anchor.partition("-")[2],
            address=address,
        ),
    )


@warning
def gone_in_vain(subject: Subject) -> Iterator[Finding]:
    """“nedlagt” names an address that leads to something, so that nobody is told that it is gone.

    Take the entry out, or what it names.
    """
    body = subject.body
    shared = lasting.of_federation(body.federation).union(*map(lasting.of_edition, body.strategies))
    yield from _in_vain((*body.federation.gone, *_of(body.strategies)), shared)
    for union in body.unions:
        said = (*union.gone, *_of(union.plans))
        if said:
            yield from _in_vain(said, lasting.of_union(union))


def _of(sources: Iterable[Plan | Strategy]) -> Iterator[Gone]:
    return (each for source in sources for each in source.gone)


def _in_vain(said: Iterable[Gone], there: set[str]) -> Iterator[Finding]:
    for each in said:
        if each.address in there:
            yield Finding(
                each.position,
                message("{address} is not gone.", address=each.address),
                message("Delete the entry under “nedlagt:”."),
            )


@warning
def former_id_taken(subject: Subject) -> Iterator[Finding]:
    """“tidligere” of a union or plan names an id that another has, so that its address cannot lead on.

    An address leads to one place only. Take the id out where it does not belong.
    """
    unions = subject.body.unions
    taken = {union.id for union in unions}
    for union in unions:
        yield from _taken(union.former, taken, union.position)
        taken.update(union.former)
        periods = {plan.period.id for plan in union.plans}
        for plan in union.plans:
            yield from _taken(plan.former, periods, plan.position)
            periods.update(plan.former)


def _taken(former: Iterable[str], taken: set[str], position: Position) -> Iterator[Finding]:
    for each in former:
        if each in taken:
            yield Finding(
                position,
                message("The former id “{found}” is taken.", found=each),
                message("Take it out of “tidligere:” here, or where it does not belong."),
            )
