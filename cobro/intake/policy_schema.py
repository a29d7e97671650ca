"""The JSON Schema of a policy, by which an editor completes and checks a ladder while it is being written.

`python -m cobro.intake.policy_schema` writes it anew after the policy's model has changed.
"""

from __future__ import annotations

import json
from pathlib import Path

from cobro.dunning.policy import Policy

SCHEMA_FILE = Path(__file__).parents[2] / "policies" / "policy.schema.json"


def schema_text() -> str:
    """The schema as it stands in the file."""
    schema = Policy.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "A dunning policy of cobro"
    return json.dumps(schema, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")
