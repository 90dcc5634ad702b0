package io.heddle.recorder;

import io.heddle.contract.SpanAttributes;
import io.heddle.recorder.evidence.Equality;
import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.export.CommonText;
import io.heddle.recorder.export.SharedAttributes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vertex of a workflow, interned by {@link Workflow#node}. Thread-safe. */
public final class Node {
  private static final VarHandle WARM;

  static {
    try {
      WARM = MethodHandles.lookup().findVarHandle(Node.class, "warm", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Workflow workflow;
  private final CommonText name;
  private final String type;
  private final int index;

  /** Drain thread only. */
  private @Nullable Equality equality;

  /** Drain thread only. */
  private @Nullable SharedAttributes attributes;

  private boolean warm;

  /**
   * Written when it changes: the drain would take the cache line away from the engine's thread.
   * Plain: a late view measures once too often or too rarely.
   */
  private int worthMeasuring = Costs.NONE;

  /** Drain thread only. */
  private @Nullable NodeSeries series;

  Node(Workflow workflow, String id, String type, int index) {
    this.workflow = workflow;
    this.name = new CommonText(id);
    this.type = type;
    this.index = index;
  }

  public String id() {
    return name.toString();
  }

  /** Its id, as its spans are named. */
  CommonText name() {
    return name;
  }

  public String type() {
    return type;
  }

  public Workflow workflow() {
    return workflow;
  }

  /** Position in its workflow, from 0 without gaps. */
  int index() {
    return index;
  }

  /** What all its spans say. Drain thread only. */
  SharedAttributes attributes() {
    SharedAttributes known = attributes;
    if (known == null) {
      known =
          new SharedAttributes(
              List.of(
                  new Attribute(SpanAttributes.NODE_ID, id()),
                  new Attribute(SpanAttributes.GRAPH_NODE_ID, id()),
                  new Attribute(SpanAttributes.NODE_TYPE, type)));
      attributes = known;
    }
    return known;
  }

  /** Of executions without an error, where it was last asked for. Drain thread only. */
  @Nullable NodeSeries series() {
    return series;
  }

  void series(NodeSeries found) {
    series = found;
  }

  /** Of its inputs and outputs. Drain thread only. */
  Equality equality() {
    Equality known = equality;
    if (known == null) {
      known = new Equality();
      equality = known;
    }
    return known;
  }

  /** An execution took that long. Drain thread only. */
  void took(long ns) {
    int worth = workflow.recentTimes().took(index, ns);
    if (worthMeasuring != worth) {
      worthMeasuring = worth;
    }
  }

  /** What is measured of the execution of that span: all there is of one in 1,024. */
  int worthMeasuring(long spanId) {
    return Costs.isSampled(spanId) ? Costs.ALL : worthMeasuring;
  }

  /** True exactly once in a process. */
  boolean firstExecution() {
    return !warm && WARM.compareAndSet(this, false, true);
  }
}
