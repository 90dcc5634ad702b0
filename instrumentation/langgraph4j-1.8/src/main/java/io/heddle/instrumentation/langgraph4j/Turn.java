package io.heddle.instrumentation.langgraph4j;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a thread does for a run between entering its generator and leaving it: one step of the
 * engine. A run has one turn at a time and uses the object again; only {@link #isUnderWay} is asked
 * from anywhere.
 */
@SuppressWarnings("ReferenceEquality") // one run, one position is one object
final class Turn {
  private static final VarHandle UNDER_WAY;

  static {
    try {
      UNDER_WAY = MethodHandles.lookup().findVarHandle(Turn.class, "underWay", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("unused") // by its handle
  private boolean underWay;

  private @Nullable Position position;
  private @Nullable GraphRun runBefore;
  private @Nullable OpenNode nodeBefore;
  private boolean stepped;

  /** The thread at that position enters the run. A reference is only written when it changes. */
  void begins(Position here, GraphRun run) {
    UNDER_WAY.setRelease(this, true);
    stepped = false;
    if (position != here) {
      position = here;
    }
    remember(here.run(), here.node());
    here.in(run);
  }

  /**
   * The thread leaves the run, to where it stood before.
   *
   * @return null if it never entered
   */
  @Nullable Position ends() {
    Position here = position;
    if (here != null) {
      here.back(runBefore, nodeBefore);
    }
    remember(null, null);
    UNDER_WAY.setRelease(this, false);
    return here;
  }

  private void remember(@Nullable GraphRun run, @Nullable OpenNode node) {
    if (runBefore != run) {
      runBefore = run;
    }
    if (nodeBefore != node) {
      nodeBefore = node;
    }
  }

  /** Where the thread stands whose turn it is, or was last. */
  Position position() {
    return Objects.requireNonNull(position, "no turn has begun");
  }

  /** Whether some thread has not left yet; a late view takes well below a microsecond. */
  boolean isUnderWay() {
    return (boolean) UNDER_WAY.getVolatile(this);
  }

  /** Whether this step brings a value for sure. */
  boolean isValue() {
    return position().isBringingValue();
  }

  /** The last step brought a value. */
  void stepped() {
    stepped = true;
  }

  /** Whether the last step brought a value; asked once a step. */
  boolean takeStepped() {
    boolean brought = stepped;
    stepped = false;
    return brought;
  }
}
