"""A YAML file as a value of the house, or every problem it has, each with the name of its field."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cobro.intake.problem import BadInput, Problem, Unexpected
from cobro.intake.text_file import read_text

M = TypeVar("M", bound=BaseModel)

_IN_WORDS = {
    "missing": "a value for this field",
    "string_type": "text (in quotes, if it looks like a number, a date, yes or no)",
    "string_unicode": "text of valid characters",
    "tuple_type": "a list, each entry on a line that begins with a hyphen",
    "model_type": "fields, each on a line like 'name: value'",
    "model_attributes_type": "fields, each on a line like 'name: value'",
    "dict_type": "fields, each on a line like 'name: value'",
    "too_short": "at least one entry",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "invalid_key": "the name of a field in words",
}

_FOLDER = object()
"""Key of the file's folder among what validators are told; no field can have it."""

_PATTERNS = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": "small letters and digits, with hyphens between, like talleres-ebro",
    "^[A-Z]{2}$": "two capital letters, like ES",
    "^[a-z]{2}$": "two small letters, like es",
}


def read_yaml(path: Path, model: type[M]) -> M:
    """The file's value.

    Raises:
        BadInput: the file cannot be read, is no YAML (one problem), or does not have the model's form (all problems).
    """
    data, tree = _load(path.name, read_text(path))
    # A validator inside a nested part may need what stands at the top, such as the country.
    context = {**(data if isinstance(data, dict) else {}), _FOLDER: path.parent}
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise BadInput(
            problem
            for detail in found
            if not _in_the_wake(detail, found)
            for problem in _problems(f"{path.name}, line {_line_of(tree, detail['loc'])}", detail, model)
        ) from None


def place_in(path: Path, field: Sequence[int | str]) -> str:
    """The file and the line in which a field of it stands, for a mistake that its form does not show."""
    _, tree = _load(path.name, read_text(path))
    return f"{path.name}, line {_line_of(tree, field)}"


class _OneKeyOnce(yaml.SafeLoader):
    """Refuses a field that stands twice: YAML would silently keep the last one."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue
            if key.value in seen:
                problem = f"the field {key.value} stands here a second time"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _load(name: str, text: str) -> tuple[object, yaml.Node | None]:
    """What the file says, and the tree it was read from, which knows the lines."""
    try:
        loader = _OneKeyOnce(text)
        tree = loader.get_single_node()
        return (None if tree is None else loader.construct_document(tree)), tree
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{name}, line {mark.line + 1}" if mark else name
        reason = error.problem or error.context or "it cannot be read"
    except yaml.reader.ReaderError as error:
        where = f"{name}, line {text.count(chr(10), 0, error.position) + 1}"
        reason = "a character that YAML does not allow"
    except RecursionError:
        where, reason = name, "parts within parts too deep"
    except (yaml.YAMLError, ValueError, TypeError, LookupError, AttributeError):
        # PyYAML converts scalars without a check: 2026-02-31 or !!bool maybe end in whatever Python raises there.
        where, reason = name, "a value that is not what it looks like, such as a day that does not exist"
    raise BadInput([Problem(where, "", None, f"well-formed YAML ({reason})")])


def _line_of(tree: yaml.Node | None, path: Sequence[int | str]) -> int:
    """The line of the innermost part on a path that stands in the file."""
    line = tree.start_mark.line if tree else 0
    for part in path:
        inner: tuple[yaml.Node, yaml.Node] | None = None
        if isinstance(tree, yaml.MappingNode):
            inner = next((pair for pair in tree.value if pair[0].value == str(part)), None)
        elif isinstance(tree, yaml.SequenceNode) and isinstance(part, int) and part < len(tree.value):
            inner = (tree.value[part], tree.value[part])
        if inner is None:
            break
        line, tree = inner[0].start_mark.line, inner[1]
    return line + 1


def _in_the_wake(detail: ErrorDetails, found: Iterable[ErrorDetails]) -> bool:
    """Whether a list only counts as too short because its entries have problems of their own."""
    path = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(path) and other["loc"][: len(path)] == path for other in found
    )


def _problems(where: str, detail: ErrorDetails, model: type[BaseModel]) -> Iterable[Problem]:
    """What one complaint comes to: of a file that this one names, everything that is wrong with it."""
    cause = detail.get("ctx", {}).get("error")
    return cause.problems if isinstance(cause, BadInput) else [_problem(where, detail, model)]


def _problem(where: str, detail: ErrorDetails, model: type[BaseModel]) -> Problem:
    kind, path = detail["type"], [part for part in detail["loc"] if part != "[key]"]
    field = ".".join(map(str, path))
    cause = detail.get("ctx", {}).get("error")
    if kind == "extra_forbidden":
        known = ", ".join(_fields_at(model, path[:-1]))
        return Problem(where, field, str(path[-1]), f"one of the fields {known}")
    if kind == "value_error" and not isinstance(cause, Unexpected):
        return Problem(where, field, None, f"parts that fit together: {cause}")
    shown = None if kind == "missing" else _shown(detail["input"])
    return Problem(where, field, shown, _expected(detail))


def _expected(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if isinstance(cause := context.get("error"), Unexpected):
        return cause.expected
    if detail["type"] in _IN_WORDS:
        return _IN_WORDS[detail["type"]]
    if detail["type"] in ("enum", "literal_error"):
        return f"one of {context['expected']}"
    if (pattern := context.get("pattern")) in _PATTERNS:
        return _PATTERNS[str(pattern)]
    return re.sub(r"^\w+ should (be|have|match) ", "", detail["msg"])


def _shown(value: object) -> str:
    if isinstance(value, str):
        return value
    try:
        return reprlib.repr(value)
    except ValueError:  # Python writes no integer of more than some thousand digits
        return "a very long number"


def _fields_at(model: type[BaseModel], path: list[int | str]) -> Iterator[str]:
    """The names of the fields of the part that a path leads to."""
    for part in path:
        if isinstance(part, str):
            inner = _models_in(next(f.annotation for n, f in model.model_fields.items() if part in (n, f.alias)))
            model = next(inner, model)
    return (field.alias or name for name, field in model.model_fields.items())


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def country_in(context: Mapping[str, object] | None) -> str | None:
    """The country at the top of the file, for values that are read by it."""
    country = (context or {}).get("country")
    return country if isinstance(country, str) else None


def folder_in(context: Mapping[object, object] | None) -> Path:
    """The folder of the file, for paths in it that are relative."""
    folder = (context or {}).get(_FOLDER)
    return folder if isinstance(folder, Path) else Path()
