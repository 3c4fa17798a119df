"""Templates of strangers: no way out of the sandbox, no page without an end."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
from setting import ROOT, job, write_brief

from issuebrief.html import make_page
from issuebrief.pipeline.set_pages import read_judged
from issuebrief.resources import SearchPath, search_path

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic


def filled(
    folder: Path, template: str | bytes, name: str = "brief.html"
) -> tuple[str, tuple[Diagnostic, ...]]:
    """The page that a template makes of a small brief, and what is wrong with it."""
    own = folder / "templates"
    own.mkdir(exist_ok=True)
    (own / name).write_bytes(template.encode() if isinstance(template, str) else template)
    manuscript, problems = read_judged(job(write_brief(folder / "brief", "Text.", keywords=["a", "b"])))
    assert manuscript, problems
    ours = search_path(ROOT)
    place = SearchPath((own, *ours.templates), ours.styles)
    return make_page(manuscript.brief, manuscript.body, manuscript.theme, place)


def refused(folder: Path, template: str) -> Diagnostic:
    """The problem with a template, of which nothing is printed."""
    page, (problem,) = filled(folder, template)
    assert page == ""
    assert problem.code.startswith("template.")
    return problem


ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ brief.__init__.__globals__ }}",
    "{{ brief.__class__ }}",
    "{{ brief.__struct_fields__ }}",
    "{{ body.__dict__ }}",
    "{{ body['__class__'] }}",
    "{{ theme.sheets }}",
    "{{ theme.sheets[0].read_text() }}",
    "{{ theme.rules.found[0].sheet.parent }}",
    "{{ theme.settings[0].sheet.unlink() }}",
    "{{ theme.classes }}",
    "{{ theme.__class__ }}",
    "{{ words.__class__ }}",
    "{{ words._conjunction('a') }}",
    "{{ words.numbered.__globals__ }}",
    "{{ words.numbered.__func__ }}",
    "{{ at.__globals__ }}",
    "{{ at.__closure__ }}",
    "{{ at.__code__ }}",
    "{{ clean('x') }}",
    "{{ clean.__globals__ }}",
    "{{ self.__class__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ range.__self__ }}",
    "{{ range.__func__ }}",
    "{{ namespace.__init__ }}",
    "{{ namespace.mro() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner('a') }}",
    "{{ lipsum.__globals__ }}",
    "{{ lipsum(n=1000000) }}",
    "{{ dict.mro() }}",
    "{{ dict(a=1).update }}",
    "{{ open('/etc/passwd') }}",
    "{{ __import__('os') }}",
    "{{ config }}",
    "{{ request }}",
    "{{ environment }}",
    "{{ brief.date.__reduce__() }}",
    "{{ brief.date.strftime('%900000000d') }}",
    "{{ brief.date.replace }}",
    "{{ brief.authors.append(1) }}",
    "{{ [].append(1) }}",
    "{{ [1].__class__ }}",
    "{{ {}.update({}) }}",
    "{{ {}.setdefault('a', 1) }}",
    "{{ {'a': 1}.popitem() }}",
    "{{ '{0.__class__}'.format(brief) }}",
    "{{ '{0.__init__.__globals__}'.format(brief) }}",
    "{{ '{a}'.format_map({'a': 1}) }}",
    "{{ 'x'.format }}{{ 'x'.format() }}",
    "{{ '%s' % brief }}",
    "{{ ('%s' | safe) % brief }}",
    "{{ 'a'.translate({97: 'b'}) }}",
    "{{ 'a'.encode() }}",
    "{{ 'a'.join(['b', 'c']) }}",
    "{{ 'a'.replace('a', 'b') }}",
    "{{ 'a'.center(1000) }}",
    "{{ 'a'.ljust(1000) }}",
    "{{ 'a'.zfill(1000) }}",
    "{{ '\t'.expandtabs(100000000) }}",
    "{{ (1).__class__ }}",
    "{{ (1).to_bytes(1000000000, 'big') }}",
    "{{ (1.5).hex() }}",
    "{{ brief | attr('__class__') }}",
    "{{ [brief] | map(attribute='__class__') | first }}",
    "{{ [brief] | map('attr', '__class__') | list }}",
    "{{ [brief] | selectattr('__class__') | list }}",
    "{{ [brief] | sort(attribute='__class__.x') }}",
    "{{ [brief] | groupby('__class__') }}",
    "{{ [theme] | map(attribute='sheets') | first }}",
    "{{ brief | pprint }}",
    "{{ brief | tojson }}",
    "{{ brief | xmlattr }}",
    "{{ 'a' | format }}",
    "{{ 'a' | center(1000000000) }}",
    "{{ 'a' | indent(1000000000) }}",
    "{{ 'a' | urlize }}",
    "{{ 'a' | wordwrap(1) }}",
    "{{ [1] | batch(1000000000, 0) | list }}",
    "{{ [1] | slice(1000000000) | list }}",
    "{{ [1] | random }}",
    "{{ [[1], [2]] | sum(start=[]) }}",
    "{{ 'a' | counted }}{{ brief.__class__ }}",
    "{% include '../../../etc/passwd' %}",
    "{% include '/etc/passwd' %}",
    "{% include 'a\\0b' %}",
    "{% include '..' %}",
    "{% extends '../secret.html' %}",
    "{% import '../secret.html' as x %}",
    "{% from '/etc/passwd' import x %}",
    "{% do brief %}",
    "{% debug %}",
    "{% for x in loop.__class__ %}{% endfor %}",
    "{% for x in [1] %}{{ loop._iterator }}{% endfor %}",
    "{% for x in [1] %}{{ loop.__init__ }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m._func }}",
    "{% macro m() %}{% endmacro %}{{ m.__init__ }}",
    "{% macro m() %}{{ caller.__class__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{% block b %}{{ super.__self__ }}{% endblock %}",
    "{% set ns = namespace() %}{% set ns.__class__ = 1 %}{{ ns.__class__.x }}",
    "{{ undefined_name }}",
    "{{ brief.no_such_key }}",
]


@pytest.mark.parametrize("template", ESCAPES)
def test_no_template_gets_out_of_the_sandbox(tmp_path: Path, template: str) -> None:
    refused(tmp_path, template)


ENDLESS = [
    "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
    "{% for a in range(10**12) %}{% endfor %}",
    "{{ range(10**9) | list }}",
    "{{ range(10**9) | sort }}",
    "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
    "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
    "{% include 'brief.html' %}{% include 'brief.html' %}",
    "{% include ['brief.html'] %}",
    "{% for a in [[]] recursive %}{{ loop([a]) }}{{ loop([a]) }}{% endfor %}",
    "{% for a in 'abcdefghij' %}" * 12 + "{% endfor %}" * 12,
    "{{ 9 ** 9 ** 9 }}",
    "{{ 99999999999 ** 4 ** 4 }}",
    "{{ 'a' * 10**10 }}",
    "{{ ['a'] * 10**10 }}",
    "{{ 10**10 * 'a' }}",
    "{{ '%1000000000d' % 1 }}",
    "{% set a = 'ab' %}" + "{% set a = a ~ a %}" * 60 + "{{ a }}",
    "{% set a = 'ab' %}" + "{% set a = a + a %}" * 60 + "{{ a }}",
    "{% set a = [1] %}" + "{% set a = a + a %}" * 60 + "{{ a }}",
    "{% set a %}ab{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 60 + "{{ a }}",
    "{% set n = namespace(a='ab') %}{% for i in range(90) %}{% set n.a = n.a ~ n.a %}{% endfor %}",
    "{% set a = 'ab' %}" + "{% set a = [a, a] | join %}" * 60,
    "{% set a = 'ab' %}" + "{% set a = a | replace('a', 'aa') %}" * 60,
    "{% for i in range(900000) %}" + "a" * 1000 + "{% endfor %}",
    "{% set a %}{% for i in range(900000) %}" + "a" * 1000 + "{% endfor %}{% endset %}",
    "{% filter replace('a', 'aaaaaaaaaa') %}" * 15 + "a" * 10 + "{% endfilter %}" * 15,
    "{% set r = range(90000) | list %}{% for i in r %}{{ r | sort | first }}{% endfor %}",
    "{% set r = range(90000) | list %}{% for i in r %}{{ r | map('string') | list | length }}{% endfor %}",
    "{{ 1 | round(10**9, 'ceil') }}",
    "{{ 1 | round(-10**9) }}",
    *(
        "{% set n = namespace(a='ab ', all=[]) %}"
        "{% for i in range(20) %}{% set n.a = n.a + n.a %}{% endfor %}"
        f"{{% for i in range(90000) %}}{{% set n.all = n.all + [{each}] %}}{{% endfor %}}"
        for each in (
            "n.a.split()",
            "n.a[1:]",
            "n.a.upper()",
            "[n.a] | map('upper') | list",
            "n.a.split()[1:]",
        )
    ),
    "{% set r = range(90000) | list %}{% for i in r %}{{ -1 in r }}{% endfor %}",
    "{% set r = range(90000) | list %}{% for i in r %}{{ r[:] == r }}{% endfor %}",
    "{% set r = range(90000) | list %}{% for i in r %}{{ -1 is in(r) }}{% endfor %}",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{{ " + "[" * 5000 + "]" * 5000 + " }}",
    "{{ " + "9" * 100_000 + " }}",
    "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
    "{{ 1" + " + 1" * 20_000 + " }}",
    "{{ 'a'" + ".strip()" * 5000 + " }}",
]


@pytest.mark.parametrize("template", ENDLESS, ids=lambda text: text[:50])
def test_a_template_that_never_ends_or_grows_is_ended(tmp_path: Path, template: str) -> None:
    begun = time.monotonic()
    refused(tmp_path, template)
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("{{ brief.title }}: {{ imprint.byline }}", "Notes on a Crossing: Editorial Desk"),
        ("{{ brief['title'] }} {{ theme.name }} {{ theme.tokens['--none'] is defined }}", None),
        ("{% for a in brief.authors %}{{ loop.index }}{{ a.name }}{{ loop.last }}{% endfor %}", None),
        ("{% for k in brief.keywords %}{{ loop.length }}{{ loop.cycle('x', 'y') }}{% endfor %}", "2x2y"),
        (
            "{% macro m(a) %}<b>{{ a }}{{ caller() }}</b>{% endmacro %}{% call m('<') %}c{% endcall %}",
            "<b>&lt;c</b>",
        ),
        ("{% set n = namespace(i=0) %}{% for k in 'abc' %}{% set n.i = n.i + 1 %}{% endfor %}{{ n.i }}", "3"),
        ("{% block b %}x{% endblock %}{{ self.b() }}", "xx"),
        ("{% import 'm.html' as m %}{{ m.f('a') }}", "[a]"),
        ("{{ brief.keywords | map('upper') | join(', ') }}{{ ['<', '>'] | join('&') }}", "A, B&lt;&amp;&gt;"),
        ("{{ 'a,b'.split(',') | last }}{{ ' x '.strip() }}{{ 'abc'.startswith('a') }}", "bxTrue"),
        ("{{ 2 * 3 }} {{ 2 ** 3 }} {{ 7 % 4 }} {{ 'a' ~ 1 ~ '<' }} {{ [1] + [2] }}", "6 8 3 a1&lt; [1, 2]"),
        ("{{ {'a': 1}.items() | list }} {{ {'a': 1}.get('b', 2) }}", "[(&#39;a&#39;, 1)] 2"),
        ("{{ none | default('d', true) }}{{ missing | default('e') }}{{ missing is defined }}", "deFalse"),
        ("{{ 'a-b' | replace('-', '<') }} {{ '<b>' | striptags }}{{ 'a b' | urlencode }}", None),
        ("{{ brief.date.isoformat() }} {{ brief.date.year }}", "2024-05-01 2024"),
        (
            "{% for i in range(3) %}{{ i }}{% else %}n{% endfor %}{% for i in [] %}{% else %}e{% endfor %}",
            "012e",
        ),
        ("{% filter upper %}abc{% endfilter %}{{ brief.title | plain | length }}", "ABC19"),
        (
            "{% for a, b in {'x': 1}.items() %}{{ a }}{% endfor %}{{ words.issue(1) }}",
            None,
        ),
    ],
)
def test_what_templates_are_for_goes_on(tmp_path: Path, template: str, page: str | None) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/m.html").write_text("{% macro f(a) %}[{{ a }}]{% endmacro %}")
    made, problems = filled(tmp_path, template)
    assert problems == ()
    assert made == page or (page is None and made)


def test_what_a_template_takes_is_counted_anew_for_each_page(tmp_path: Path) -> None:
    template = "{% for a in range(400000) %}{% endfor %}done"
    assert [filled(tmp_path, template)[0] for _ in range(4)] == ["done"] * 4


def test_a_template_that_is_a_link_out_is_told_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret {{ brief.title }}")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/title.html").symlink_to(tmp_path / "secret.html")
    page, (problem,) = filled(tmp_path, "{% include 'title.html' %}")
    assert page == ""
    assert (problem.code, problem.place and problem.place.path.name) == ("template.unreadable", "title.html")


def test_a_template_that_comes_later_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    assert "Crossing" in filled(tmp_path, "{% include 'title.html' %}")[0]
    (tmp_path / "templates/title.html").write_text("ours")
    assert filled(tmp_path, "{% include 'title.html' %}")[0] == "ours"


def test_a_template_that_is_a_pipe_is_told(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    os.mkfifo(tmp_path / "templates/title.html")
    assert refused(tmp_path, "{% include 'title.html' %}").code == "template.unreadable"


def test_a_template_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    page, (problem,) = filled(tmp_path, b"one\ntwo \xff\n")
    assert page == ""
    assert (problem.code, problem.place and problem.place.line) == ("template.not-utf-8", 2)


def test_a_template_of_many_megabytes_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path, "a" * 1_000_001).code == "template.unreadable"


def test_half_a_character_is_told(tmp_path: Path) -> None:
    assert "U+D800" in refused(tmp_path, "{{ '\\ud800' }}").message


def test_what_is_told_of_a_template_is_short(tmp_path: Path) -> None:
    template = "{{ " + "a" * 100_000 + " }}"
    assert len(refused(tmp_path, template).message) < 400


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("{{ 'b' in 'abc' }}{{ 2 in [1] }}{{ 1 is in([1]) }}", "TrueFalseTrue"),
        ("{{ 'abc'[1:] }}{{ [1, 2, 3][:2] | length }}", "bc2"),
        ("{{ 2.345 | round(1) }} {{ 2.5 | round(0, 'floor') }}", "2.3 2.0"),
        ("{{ 'a b'.split()[1] }}{{ {'a': 1}.get('a') }}", "b1"),
    ],
)
def test_what_is_counted_comes_out_as_ever(tmp_path: Path, template: str, page: str) -> None:
    assert filled(tmp_path, template) == (page, ())
