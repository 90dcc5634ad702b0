// What jaeger-ui's critical paths of one Jaeger file cost; bundled by `run` with the checkout's own module.
// Prints the spans, the spans on the paths, and two means in nanoseconds of CPU time:
// from the parsed file to paths, and of the paths alone.
import { readFileSync } from 'node:fs';
import criticalPathOf from 'jaeger-ui-critical-path';

const FEWEST_PASSES = 3;
const WARM_UP_NS = 3e9;
const ENOUGH_NS = 2e9;

const cpuNs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1e3;
};

function link(trace) {
  const spans = new Map();
  for (const span of trace.spans) {
    spans.set(span.spanID, {
      spanID: span.spanID,
      parentSpanID: span.references[0]?.spanID,
      kind: 'INTERNAL',
      startTime: span.startTime,
      endTime: span.startTime + span.duration,
      duration: span.duration,
      childSpans: [],
    });
  }
  const rootSpans = [];
  for (const span of spans.values()) {
    span.parentSpan = spans.get(span.parentSpanID);
    (span.parentSpan ? span.parentSpan.childSpans : rootSpans).push(span);
  }
  return { rootSpans };
}

/** The module remembers its last trace: a new object each time is worked out anew. */
function pathOf(trace) {
  const { sections, failed, errors } = criticalPathOf({ ...trace });
  if (failed) {
    throw new Error(errors[0]);
  }
  return sections;
}

/** Over many passes, since the clock of CPU time is coarse. */
function meanOf(work, enoughNs) {
  const begin = cpuNs();
  let passes = 0;
  let result;
  while (passes < FEWEST_PASSES || cpuNs() - begin < enoughNs) {
    result = work();
    passes++;
  }
  return [result, Math.round((cpuNs() - begin) / passes)];
}

function mean(work) {
  meanOf(work, WARM_UP_NS);
  return meanOf(work, ENOUGH_NS);
}

console.error = () => {};
const traces = JSON.parse(readFileSync(process.argv[2], 'utf8')).data;
const count = traces.reduce((sum, trace) => sum + trace.spans.length, 0);
const [paths, whole] = mean(() => traces.map(trace => pathOf(link(trace))));
const linked = traces.map(link);
const [, alone] = mean(() => linked.map(pathOf));
const onPath = paths.reduce((sum, path) => sum + new Set(path.map(it => it.spanID)).size, 0);
console.log(count, onPath, whole, alone);
