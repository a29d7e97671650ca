"""A file's text, or one clear line why there is none."""

from __future__ import annotations

from pathlib import Path

from cobro.intake.problem import BadInput, Problem

_UTF_8 = "text in UTF-8 (save the file with that encoding)"


def read_text(path: Path, encoding: str = "utf-8-sig", expected: str = _UTF_8) -> str:
    """The whole file with its line ends as they are; a byte order mark is dropped.

    Args:
        path: the file.
        encoding: a codec of Python.
        expected: what to say of a file that is not in it.

    Raises:
        BadInput: the file cannot be read, is not in that encoding, or holds nothing.
    """
    try:
        content = path.read_bytes()
        # Excel's "Unicode text" says itself what it is.
        text = content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else encoding)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise _refused(f"{path.name}, line {line}", expected) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise _refused(path.name or str(path), f"a file that can be read ({reason})") from None
    except ValueError:
        raise _refused(path.name, "the name of a file") from None
    if not text.strip():
        raise _refused(path.name, "a file with something in it, and it is empty")
    return text


def _refused(where: str, expected: str) -> BadInput:
    return BadInput([Problem(where, "", None, expected)])
