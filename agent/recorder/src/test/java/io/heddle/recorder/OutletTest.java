package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.ring.ExclusiveRing;
import io.heddle.recorder.ring.RecordHandler;
import io.heddle.recorder.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two virtual threads of one carrier, step by step; whoever runs this plays both. */
@Timeout(60)
class OutletTest {
  private static final Thread CARRIER = new Thread(() -> {}, "carrier");
  private static final int LEAF = 0;

  private final Recorder recorder =
      Recorder.create(Settings.of(Map.of("heddle.ring.slots", "1024")));
  private final Workflow workflow = recorder.workflow("testengine", "mail", null);
  private final Run run = Run.root(recorder, workflow, new Trace(workflow, 1, new SpanIds(1)));
  private final Outlet first = onCarrier();
  private final Outlet second = onCarrier();

  private Outlet onCarrier() {
    return new Outlet(recorder.lanes(), Thread.currentThread(), true) {
      @Override
      Thread carrier() {
        return CARRIER;
      }
    };
  }

  private EndedLeaf leaf(long id) {
    EndedLeaf leaf = new EndedLeaf(run);
    leaf.set(run, LEAF, id, run.parentSpanId(), 1);
    return leaf;
  }

  private List<Long> drained() {
    List<Long> ids = new ArrayList<>();
    RecordHandler handler =
        (ring, at, slots, kind) -> ids.add(ring.word(at, ExecutionDescriptor.SPAN_ID));
    recorder.lanes().drain(handler, Integer.MAX_VALUE);
    return ids;
  }

  @Test
  void threadsOfOneCarrier_shareItsRingInTurn() {
    first.write(leaf(1), 2);
    second.write(leaf(3), 4);
    first.write(leaf(5), 6);

    assertThat(drained()).containsExactly(1L, 3L, 5L);
    assertThat(recorder.lanes().ringCount()).isOne();
  }

  @Test
  void threadThatLeftItsCarrierInTheMiddleOfARecord_keepsTheNextOneOffThatRing() {
    ExclusiveRing entered = Objects.requireNonNull(first.enterCarrier());
    long claimed = entered.claim(1);
    entered.put(claimed, ExecutionDescriptor.SPAN_ID, 1);

    assertThat(second.enterCarrier()).isNull();
    second.write(leaf(3), 4);
    assertThat(recorder.lanes().ringCount()).as("the carrier's and a stripe").isEqualTo(2);
    assertThat(drained()).containsExactly(3L);

    entered.commit(claimed, 1, ExecutionDescriptor.KIND);
    entered.leave();
    second.write(leaf(5), 6);
    assertThat(drained()).containsExactly(1L, 5L);
    assertThat(recorder.lanes().ringCount()).isEqualTo(2);
    assertThat(recorder.counters().snapshot().dropped()).isZero();
  }
}
