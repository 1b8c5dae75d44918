"""``aldkg mcp``: offers the graph to a model as tools, over standard input and output."""

from __future__ import annotations

import asyncio
from importlib.util import find_spec

from api.cli.errors import UsageError
from api.cli.options import StoreOption, VocabOption, given_store
from api.settings import Settings


def mcp(store: StoreOption = None, vocab: VocabOption = None) -> None:
    """Serve the graph to a model, by the Model Context Protocol over standard input and output.

    The tools are search, study, compare, questions, ask and sparql. All are read-only, and each
    answer includes its supporting sentences. Time, memory and rows are limited as in
    `aldkg serve`. Needs the extra `mcp`: pip install 'ald-kg[mcp]'.
    """
    if find_spec("mcp") is None:
        raise UsageError("mcp: needs the package mcp; pip install 'ald-kg[mcp]' brings it")
    from api.mcp.server import serve

    asyncio.run(serve(Settings.from_env().with_flags(store=given_store(store))))
