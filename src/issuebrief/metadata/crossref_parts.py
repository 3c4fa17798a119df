"""The parts of a deposit at Crossref that are lists: people, funders, rights, relations, citations.

In:  a record.
Out: elements of Crossref's schemas; none where there is nothing to tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.metadata.person_names import IN_OWN_SCRIPT
from issuebrief.metadata.xml_text import node, text_node

if TYPE_CHECKING:
    from issuebrief.markdown_body.source.html_tree import Element
    from issuebrief.metadata.record import Agent, Institution, Record, RelatedWork

RELATIONS = {"supersedes": "replaces", "translation": "hasTranslation", "original": "isTranslationOf"}
"""Relations of the record, and what Crossref calls them."""


def contributors(record: Record) -> Element | None:
    """Authors, editors and translators, in this order; reviewers are no contributors of a report."""
    people = [(agent, "author") for agent in record.authors]
    people += [(agent, "editor") for agent in record.editors]
    people += [(agent, "translator") for agent in record.translators]
    if not people:
        return None
    made = (_contributor(agent, role, is_first=not at) for at, (agent, role) in enumerate(people))
    return node("contributors", *made)


def _contributor(agent: Agent, role: str, *, is_first: bool) -> Element:
    parts = agent.parts
    if agent.is_organization:
        found = node("organization", parts.literal)
    else:
        found = node(
            "person_name",
            text_node("given_name", f"{parts.given} {parts.dropping}".strip()),
            text_node("surname", parts.whole_family),
            text_node("suffix", parts.suffix),
            _affiliations(agent),
            text_node("ORCID", f"https://orcid.org/{agent.orcid}" if agent.orcid else ""),
        )
    found.attributes |= {"sequence": "first" if is_first else "additional", "contributor_role": role}
    if IN_OWN_SCRIPT.search(agent.name) and not agent.is_organization:
        found.attributes["name-style"] = "eastern"
    return found


def _affiliations(agent: Agent) -> Element | None:
    return node("affiliations", *map(_institution, agent.affiliations)) if agent.affiliations else None


def _institution(place: Institution) -> Element:
    found = node("institution", text_node("institution_name", place.name))
    if place.ror:
        found.children.append(node("institution_id", place.ror, type="ror"))
    return found


def funding(record: Record) -> Element | None:
    """The funders, each in a group with its grant."""
    if not record.funding:
        return None
    groups = []
    for each in record.funding:
        is_ror = each.identifier.startswith("https://ror.org/")
        name = node("fr:assertion", each.name, name="funder_name")
        if each.identifier and not is_ror:
            doi = f"https://doi.org/{each.identifier}"
            name.children.append(node("fr:assertion", doi, name="funder_identifier"))
        group = node("fr:assertion", name, name="fundgroup")
        if is_ror:
            group.children[:] = [node("fr:assertion", each.identifier, name="ror")]
        if each.grant:
            group.children.append(node("fr:assertion", each.grant, name="award_number"))
        groups.append(group)
    return node("fr:program", *groups, name="fundref")


def licence(record: Record) -> Element | None:
    """The licence, which holds from the first day."""
    if not record.licence:
        return None
    day = record.date.isoformat()
    found = node("ai:license_ref", record.licence, start_date=day, applies_to="vor")
    return node("ai:program", node("ai:free_to_read"), found, name="AccessIndicators")


def relations(record: Record) -> Element | None:
    """Other publications that have a DOI or an address."""
    found = [_related(each) for each in record.related if each.doi or each.url]
    if record.version:
        found += [_version(each) for each in record.related if each.relation == "supersedes" and each.doi]
    return node("rel:program", *found, name="relations") if found else None


def _related(each: RelatedWork) -> Element:
    relation = RELATIONS[each.relation]
    described = text_node("rel:description", each.words)
    link = node("rel:intra_work_relation", each.doi or each.url)
    link.attributes |= {
        "relationship-type": relation,
        "identifier-type": "doi" if each.doi else "uri",
    }
    return node("rel:related_item", described, link)


def _version(each: RelatedWork) -> Element:
    """A text with a version is one of the text before it."""
    link = node("rel:intra_work_relation", each.doi)
    link.attributes |= {"relationship-type": "isVersionOf", "identifier-type": "doi"}
    return node("rel:related_item", link)


def citation_list(record: Record) -> Element | None:
    """What the notes cite, in the words of the notes."""
    if not record.noted_works:
        return None
    citations = (
        node(
            "citation",
            text_node("doi", work.doi),
            text_node("unstructured_citation", work.words),
            key=f"ref{number}",
        )
        for number, work in enumerate(record.noted_works, 1)
    )
    return node("citation_list", *citations)
