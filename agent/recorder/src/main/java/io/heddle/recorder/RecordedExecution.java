package io.heddle.recorder;

import io.heddle.recorder.evidence.Touched;
import io.heddle.recorder.ring.Ring;
import io.heddle.recorder.settings.EvidenceSettings;
import io.heddle.recorder.value.ValueHasher;
import org.jspecify.annotations.Nullable;

/** What of an execution becomes its record, and in which layout. One thread at a time. */
abstract sealed class RecordedExecution implements Writable permits Execution {
  final Touched reads;
  final Touched writes;
  final Links links = new Links();
  final Costs costs = new Costs();
  Run run;
  @Nullable Node node;
  @Nullable Details details;
  long spanId;
  long parentId;
  long begin;
  long end;
  long waitNs;
  int visit;
  int attempt;

  /** Of {@link ExecutionDescriptor}: those of the execution itself, not of its record. */
  int flags;

  private int kind;

  RecordedExecution(Run run, EvidenceSettings evidence) {
    ValueHasher hasher = new ValueHasher();
    this.reads = new Touched(hasher, evidence.touched(), evidence.equality());
    this.writes = new Touched(hasher, evidence.touched(), evidence.equality());
    this.run = run;
  }

  /** The run it belongs to. */
  @Override
  public final Run run() {
    return run;
  }

  final int nodeIndex() {
    Node visited = node;
    return visited == null ? ExecutionDescriptor.OPERATION : visited.index();
  }

  @Override
  public final void endedAt(long nano) {
    end = nano;
    kind =
        isUsual() && UsualDescriptor.fits(this) ? UsualDescriptor.KIND : ExecutionDescriptor.KIND;
  }

  private boolean isUsual() {
    return (reads.state() | writes.state()) != 0
        && !costs.areKnown()
        && details == null
        && node != null
        && attempt == 1
        && links.size() <= 1
        && (flags & ~UsualDescriptor.FLAGS) == 0
        && parentId == run.parentSpanId();
  }

  @Override
  public final int kind() {
    return kind;
  }

  @Override
  public final int slots() {
    return kind == UsualDescriptor.KIND ? 1 : ExecutionDescriptor.slots(this);
  }

  @Override
  public final void write(Ring ring, long at, boolean withRun) {
    if (withRun) {
      ring.refer(at, run);
    }
    if (kind == UsualDescriptor.KIND) {
      UsualDescriptor.write(this, ring, at, withRun);
    } else {
      ExecutionDescriptor.write(this, ring, at, withRun);
    }
  }
}
