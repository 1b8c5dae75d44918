"""The HTTP service: :func:`create_app` puts it together; importing this module starts nothing."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.cors import CORSMiddleware
from starlette.types import Receive, Scope, Send

from api import (
    analytics,
    compare_pages,
    crawlers,
    map_pages,
    moved,
    pages,
    question_pages,
    routes,
    study_pages,
    telemetry,
)
from api.answering import answering
from api.curation import endpoint as curation
from api.curation import pages as curation_pages
from api.curation.access import Access
from api.curation.curators import read_curators
from api.curation.recording import Recorder
from api.graph import ServedGraph
from api.handlers import RequireUtf8, install_handlers
from api.middleware import BodyLimit, DashedParameters, HeadAsGet, SecurityHeaders
from api.openapi import describe_with_problems
from api.settings import Settings, package_version
from api.sparql import endpoint
from api.sparql import page as sparql_page
from api.sparql.lookup import Lookups
from api.sparql.shortcut import is_short, shortcut
from api.terms import routes as terms
from api.v1 import routes as v1
from api.workers.pool import Pool
from kg.grounding import prepare
from kg.store import Location

_ROUTERS = (
    # addresses are tried in this order, so those with short and frequent answers come first
    *(endpoint.router, routes.router, routes.health_router, pages.router),
    *(curation.router, curation_pages.router),
    *(
        crawlers.router,
        map_pages.router,
        question_pages.router,
        study_pages.router,
        compare_pages.router,
        terms.router,
    ),
    *(sparql_page.router, analytics.router, analytics.pages, telemetry.router),
    v1.make_router(),
    moved.router,  # last, because it matches every address below /api/
)

DESCRIPTION = """What the literature on atomic layer deposition and colloidal nanocrystals
claims, with the sentence behind each claim. Lists and text search are below `/api/v1`,
SPARQL 1.1 queries at `/sparql`. The service is read-only, except that readers with a token decide
on claims. Errors are problem details (RFC 9457)."""


class Service(FastAPI):
    """The application; short queries take a faster path (:mod:`api.sparql.shortcut`)."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if is_short(scope):
            scope["app"] = self
            await self.state.shortcut(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def create_app(
    store_path: Location, settings: Settings | None = None, *, key: bytes | None = None
) -> FastAPI:
    """Return the service of the graph at ``store_path``.

    Parameters
    ----------
    store_path
        The store; it is opened when the application starts, and may be rebuilt while it is served.
    settings
        Limits and numbers of workers; default: :class:`Settings` with default values.
    key
        Signs the cookies of readers; web processes that serve the same site share one key.
    """
    chosen = settings or Settings(store=store_path)
    app = Service(
        title="ald-kg",
        version=package_version(),
        description=DESCRIPTION,
        lifespan=_lifespan(store_path, chosen),
        docs_url=None,
        redoc_url=None,
    )
    app.state.settings = chosen
    app.state.templates = pages.make_templates()
    app.state.metrics = telemetry.Metrics()
    app.state.shortcut = shortcut(app.state.metrics, chosen.max_query_bytes)
    is_secure = chosen.base_url.startswith("https:")
    app.state.access = Access(
        curators=read_curators(chosen), is_secure=is_secure, key=key or secrets.token_bytes(32)
    )
    for router in _ROUTERS:  # not `include_router`, which builds each route a second time
        app.router.routes.extend(router.routes)
    app.mount("/static", StaticFiles(directory=pages.STATIC), name="static")
    describe_with_problems(app)
    install_handlers(app)
    _add_middleware(app, chosen)
    return app


def _lifespan(
    store_path: Location, settings: Settings
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.graph = ServedGraph(store_path)
        log = settings.with_flags(store=store_path).decision_log
        app.state.recorder = Recorder(store_path, log, app.state.graph) if log else None
        try:
            app.state.graph.catalog()
            async with answering(app.state.graph, settings) as app.state.pool:
                app.state.lookups = None
                if isinstance(app.state.pool, Pool):
                    app.state.metrics.watch(app.state.pool)
                    app.state.lookups = Lookups(app.state.graph, app.state.pool.quota)
                # in the background: the start need not wait, and the first look-up is not slow
                reading = asyncio.create_task(asyncio.to_thread(prepare))
                yield
                await reading
        finally:
            app.state.graph.close()

    return lifespan


def _add_middleware(app: FastAPI, settings: Settings) -> None:
    app.add_middleware(RequireUtf8)
    app.add_middleware(BodyLimit, limit=settings.max_query_bytes)
    app.add_middleware(HeadAsGet)
    app.add_middleware(DashedParameters)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
        allow_headers=["*"],
        max_age=86400,
    )
    app.add_middleware(SecurityHeaders)
    app.add_middleware(telemetry.Telemetry, metrics=app.state.metrics)
