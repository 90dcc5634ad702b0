"""What CRISP's critical paths of one Jaeger file cost: crisp_paths.py CHECKOUT FILE.

Prints the spans, the spans on the paths, and two means in nanoseconds of CPU time:
from the parsed file to paths, and of the paths alone.
"""

import json
import logging
import sys
import time

sys.path.insert(0, sys.argv[1])
from crisp.graph import Graph  # noqa: E402

FEWEST_PASSES = 3
ENOUGH_NS = 2_000_000_000


def mean(work):
    """Over many passes, since the clock of CPU time is coarse."""
    passes, begin = 0, time.process_time_ns()
    while passes < FEWEST_PASSES or time.process_time_ns() - begin < ENOUGH_NS:
        result = work()
        passes += 1
    return result, (time.process_time_ns() - begin) // passes


def main(path):
    logging.disable(logging.CRITICAL)
    with open(path) as file:
        traces = [{"data": [trace]} for trace in json.load(file)["data"]]
    spans = sum(len(trace["data"][0]["spans"]) for trace in traces)

    def build():
        return [Graph(trace, "service", "root", path) for trace in traces]

    def whole():
        return [graph.findCriticalPath() for graph in build()]

    graphs = build()
    if any(graph.rootNode is None for graph in graphs):
        raise SystemExit("no root")
    paths, whole_ns = mean(whole)
    _, path_ns = mean(lambda: [graph.findCriticalPath() for graph in graphs])
    print(spans, sum(len({node.sid for node in found}) for found in paths), whole_ns, path_ns)


main(sys.argv[2])
