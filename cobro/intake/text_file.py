"""A file's text, or one clear line why there is none."""

from __future__ import annotations

from pathlib import Path

from cobro.intake.problem import BadInput, Problem


def read_text(path: Path) -> str:
    """The whole file as UTF-8 with its line ends as they are; a byte order mark is dropped.

    Raises:
        BadInput: the file cannot be read, is not UTF-8, or holds nothing.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise _refused(f"{path.name}, line {line}", "text in UTF-8 (save the file with that encoding)") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise _refused(path.name, f"a file that can be read ({reason})") from None
    except ValueError:
        raise _refused(path.name, "the name of a file") from None
    if not text.strip():
        raise _refused(path.name, "a file with something in it, and it is empty")
    return text


def _refused(where: str, expected: str) -> BadInput:
    return BadInput([Problem(where, "", None, expected)])
