"""Files in one ZIP, with a manifest that proves each of them. The same files always give the same bytes."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping

MANIFEST = "manifest.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_A_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def bundle(files: Mapping[str, bytes], **about: object) -> bytes:
    """The ZIP of the files in their order, and last `manifest.json`: `about`, and the SHA-256 of each file."""
    listed = [
        {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in files.items()
    ]
    whole = {**files, MANIFEST: as_json({**about, "files": listed})}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            # What the machine would put here differs from one to another.
            entry.create_system, entry.external_attr = _UNIX, _A_PLAIN_FILE
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def as_json(value: object) -> bytes:
    """A value as a JSON file that a person can read."""
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
