"""The migrations: they build what the mappings say, and no column is filled by a clock."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from cobro.ledger.database import Database
from cobro.ledger.schema import SchemaBehind, migrate, require_newest
from cobro.ledger.tables import Base


def test_the_migrated_schema_is_that_of_the_mappings(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Database:
    """A database without any table."""
    if request.param == "sqlite":
        return Database(f"sqlite:///{tmp_path / 'fresh.db'}")
    return Database(request.getfixturevalue("empty_postgresql"))


def test_every_check_index_and_key_of_the_mappings_is_in_the_migration(
    fresh: Database, request: pytest.FixtureRequest
) -> None:
    kind = "sqlite" if fresh.is_sqlite else "postgresql"
    migrated = request.getfixturevalue(f"{kind}_ledger")
    with fresh.engine.execution_options(writes=True).begin() as connection:
        Base.metadata.create_all(connection)
    assert _described(migrated) == _described(fresh)
    fresh.close()


def _described(database: Database) -> dict[str, Any]:
    look = inspect(database.engine)
    return {
        table: {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"], column["default"])
                for column in look.get_columns(table)
            },
            "checks": {check["name"]: check["sqltext"] for check in look.get_check_constraints(table)},
            "uniques": {unique["name"]: unique["column_names"] for unique in look.get_unique_constraints(table)},
            "indexes": {
                index["name"]: (index["column_names"], index["unique"], _where(index))
                for index in look.get_indexes(table)
            },
            "foreign keys": sorted(
                (str(key["constrained_columns"]), str(key["referred_table"]), str(key["referred_columns"]))
                for key in look.get_foreign_keys(table)
            ),
            "key": look.get_pk_constraint(table)["constrained_columns"],
        }
        for table in sorted(look.get_table_names())
        if table != "alembic_version"
    }


def _where(index: Any) -> str:
    options = index.get("dialect_options", {})
    return " ".join(str(condition) for name, condition in options.items() if name.endswith("_where"))


def test_migrating_twice_changes_nothing(fresh: Database) -> None:
    for _ in range(2):
        migrate(fresh)
    require_newest(fresh)
    assert set(inspect(fresh.engine).get_table_names()) == {*Base.metadata.tables, "alembic_version"}
    fresh.close()


def test_postgresql_is_migrated_by_command_only(empty_postgresql: str) -> None:
    database = Database(empty_postgresql)
    with pytest.raises(SchemaBehind, match="the database is at revision None"):
        require_newest(database)
    assert inspect(database.engine).get_table_names() == []
    database.close()


def test_sqlite_is_migrated_on_start(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'fresh.db'}")
    require_newest(database)
    assert "contacts" in inspect(database.engine).get_table_names()
    database.close()


def test_no_column_is_filled_by_a_clock_or_by_the_database() -> None:
    for table in Base.metadata.tables.values():
        for column in table.columns:
            assert column.server_default is None, column
            assert column.server_onupdate is None, column
            assert column.onupdate is None, column
            default = column.default
            assert default is None or default.is_scalar, column
