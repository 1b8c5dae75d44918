"""A server for the tools by the Model Context Protocol, over standard input and output."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from api.answering import answering
from api.graph import ServedGraph
from api.mcp.tools import Tools
from api.settings import Settings, package_version
from ontology.errors import AldkgError

_INSTRUCTIONS = """Claims of papers on atomic layer deposition and colloidal nanocrystals, each
with the sentence that supports it. Search for studies first; read or compare them;
`questions` lists what `ask` answers over all studies. Quote the sentence and the study with what
you report."""


async def serve(settings: Settings) -> None:
    """Serve the graph to one client until it closes the connection.

    Raises
    ------
    StoreError
        If there is no graph.
    """
    graph = ServedGraph(settings.store)
    try:
        graph.catalog()
        async with answering(graph, settings) as pool:
            tools = Tools(graph=graph, pool=pool, settings=settings)  # type: ignore[arg-type]
            await make_server(tools).run_stdio_async()
    finally:
        graph.close()


def make_server(tools: Tools) -> MCPServer[Any]:
    """Make a server that offers these tools."""
    server = MCPServer[Any](
        "ald-kg", version=package_version(), instructions=_INSTRUCTIONS, log_level="WARNING"
    )
    annotations = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    listed = (tools.search, tools.study, tools.compare, tools.questions, tools.ask, tools.sparql)
    for tool in listed:
        server.tool(annotations=annotations)(_with_error_lines(tool))
    return server


def _with_error_lines(tool: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    """Wrap a tool so that the message of an :class:`AldkgError` reaches the client."""

    @functools.wraps(tool)
    async def told(*given: Any, **named: Any) -> Any:
        try:
            return await tool(*given, **named)
        except AldkgError as error:
            raise ToolError(str(error)) from error

    return told
