"""Every route has a door: with one that has none the application does not start."""

import re
from collections.abc import Collection

from fastapi import FastAPI
from fastapi.routing import RouteContext, iter_route_contexts
from starlette.routing import Mount, WebSocketRoute

from service.access.doors import DOORS, Door
from service.access.errors import RouteWithoutDoor


def check_doors(app: FastAPI, doors: Collection[Door] = DOORS) -> None:
    """Raises `RouteWithoutDoor` where a route, or a method of it, is in no row of the table."""
    for route in iter_route_contexts(app.routes):
        methods = {method for door in doors if door.path == row(route) for method in door.methods}
        missing = (route.methods or set()) - {"HEAD"} - methods
        if missing or not methods or isinstance(route.original_route, WebSocketRoute):
            said = " ".join((*sorted(missing), str(route.path)))
            raise RouteWithoutDoor(f"{said} is in no row of service/access/doors.py")


def row(route: RouteContext) -> str:
    """A route's path as the table of doors writes it."""
    path = re.sub(r"\{\w+:path\}", "{*}", str(route.path))
    path = re.sub(r"\{\w+(:\w+)?\}", "{}", path)
    return f"{path}/{{*}}" if isinstance(route.original_route, Mount) else path
