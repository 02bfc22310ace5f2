"""Engine: the whole journey over many articles, on this machine or on a cluster."""

from rashomon.engine.protocol import Engine
from rashomon.model.errors import UsageError

ENGINES = ("local", "dask")


def open_engine(name: str, *, workers: int | None = None, scheduler: str | None = None) -> Engine:
    """Start an engine: so many workers (as many as there are processors), or those of a scheduler.

    Raises UsageError where the name, the options or what is installed do not fit.
    """
    if name == "local" and scheduler is None:
        from rashomon.engine.local import Local

        return Local(workers=workers)
    if name == "dask" and not (workers and scheduler):
        from rashomon.engine.dask import Dask

        return Dask(workers=workers, scheduler=scheduler)
    if name not in ENGINES:
        raise UsageError(f"there is no engine {name}: take {' or '.join(ENGINES)}")
    raise UsageError("a scheduler's address goes with --engine dask, whose workers are there already")
