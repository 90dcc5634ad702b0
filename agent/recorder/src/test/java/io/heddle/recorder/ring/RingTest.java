package io.heddle.recorder.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class RingTest {
  private static final int KIND = 7;
  private static final Runnable NOTHING = () -> {};

  static Stream<Ring> rings() {
    return Stream.of(new ExclusiveRing(64, NOTHING), new SharedRing(64, NOTHING));
  }

  /** A record of that many slots, each word of it equal to {@code value}. */
  private static boolean write(Ring ring, int slots, long value) {
    long at = ring.claim(slots);
    if (at == Ring.FULL) {
      ring.drop();
      return false;
    }
    for (int slot = 0; slot < slots; slot++) {
      for (int word = 1; word < SlotDescriptor.SLOT_WORDS; word++) {
        ring.put(at + slot, word, value);
      }
    }
    ring.commit(at, slots, KIND);
    return true;
  }

  /** The value of a record; fails when its words differ. */
  private static long whole(Ring ring, long at, int slots) {
    long value = ring.word(at, 1);
    for (int slot = 0; slot < slots; slot++) {
      for (int word = 1; word < SlotDescriptor.SLOT_WORDS; word++) {
        if (ring.word(at + slot, word) != value) {
          throw new AssertionError("torn record at " + at);
        }
      }
    }
    return value;
  }

  private static List<Long> drained(Ring ring) {
    List<Long> values = new ArrayList<>();
    ring.drain((from, at, slots, kind) -> values.add(whole(from, at, slots)), Integer.MAX_VALUE);
    return values;
  }

  @ParameterizedTest
  @MethodSource("rings")
  void emptyRing_hasNothingToDrain(Ring ring) {
    assertThat(drained(ring)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rings")
  void records_comeOutOnceInOrderOverManyLaps(Ring ring) {
    for (long value = 0; value < 1_000; value += 3) {
      write(ring, 1, value);
      write(ring, 2, value + 1);
      write(ring, 5, value + 2);
      assertThat(drained(ring)).containsExactly(value, value + 1, value + 2);
    }
    assertThat(ring.dropped()).isZero();
  }

  @ParameterizedTest
  @MethodSource("rings")
  void fullRing_dropsAndCountsAndKeepsWhatItHas(Ring ring) {
    for (long value = 0; value < 100; value++) {
      assertThat(write(ring, 1, value)).isEqualTo(value < 64);
    }
    assertThat(ring.dropped()).isEqualTo(36);
    assertThat(drained(ring)).hasSize(64).startsWith(0L).endsWith(63L);
    assertThat(write(ring, 64, 1)).isTrue();
    assertThat(write(ring, 1, 2)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("rings")
  void claimWithoutCommit_isNotRead(Ring ring) {
    write(ring, 1, 1);
    ring.claim(1);
    assertThat(drained(ring)).containsExactly(1L);
    assertThat(drained(ring)).isEmpty();
  }

  @Test
  void fetchingAhead_leavesRecordsThatWaitAsTheyAre() {
    ExclusiveRing ring = new ExclusiveRing(64, NOTHING);
    for (int already = 0; already < 100; already++) {
      write(ring, 1, -1);
      ring.fetchAhead();
      drained(ring);
    }
    for (long value = 0; value < 100; value++) {
      write(ring, 1, value);
      ring.fetchAhead();
    }
    assertThat(drained(ring)).hasSize(64).startsWith(0L).endsWith(63L).isSorted();
  }

  @Test
  void abandonedClaim_ofAnExclusiveRingIsOverwritten() {
    Ring ring = new ExclusiveRing(64, NOTHING);
    ring.put(ring.claim(1), 1, 99);
    write(ring, 1, 5);
    assertThat(drained(ring)).containsExactly(5L);
  }

  @ParameterizedTest
  @MethodSource("rings")
  void recordsWrittenWhileDraining_waitForTheNextStep(Ring ring) {
    write(ring, 1, 1);
    write(ring, 1, 2);
    List<Long> values = new ArrayList<>();
    RecordHandler handler =
        (from, at, slots, kind) -> {
          values.add(whole(from, at, slots));
          write(ring, 1, 3);
        };
    assertThat(ring.drain(handler, Integer.MAX_VALUE)).isEqualTo(2);
    assertThat(values).containsExactly(1L, 2L);
    assertThat(drained(ring)).containsExactly(3L, 3L);
  }

  @ParameterizedTest
  @MethodSource("rings")
  void reference_isTakenOnce(Ring ring) {
    long at = ring.claim(1);
    ring.refer(at, "kept");
    ring.commit(at, 1, KIND);
    List<Object> taken = new ArrayList<>();
    ring.drain(
        (from, position, slots, kind) -> {
          taken.add(from.takeReference(position));
          taken.add(String.valueOf(from.takeReference(position)));
        },
        1);
    assertThat(taken).containsExactly("kept", "null");
  }

  @ParameterizedTest
  @MethodSource("rings")
  void handlerThatThrows_losesOnlyItsRecordAndThatIsCounted(Ring ring) {
    write(ring, 1, 1);
    write(ring, 3, 2);
    write(ring, 1, 3);
    List<Long> values = new ArrayList<>();
    RecordHandler handler =
        (from, at, slots, kind) -> {
          if (slots == 3) {
            throw new Error("struck");
          }
          values.add(whole(from, at, slots));
        };

    assertThatThrownBy(() -> ring.drain(handler, 10)).hasMessage("struck");
    assertThat(ring.used()).isEqualTo(4);
    assertThat(ring.drain(handler, 10)).isOne();
    assertThat(values).containsExactly(1L, 3L);
    assertThat(ring.dropped()).isOne();
    assertThat(ring.used()).isZero();
  }

  @ParameterizedTest
  @MethodSource("rings")
  void referenceOfAStruckRecord_isAttachedOnce(Ring ring) {
    long at = ring.claim(1);
    ring.refer(at, "kept");
    ring.commit(at, 1, KIND);

    ring.attachReference(at);
    assertThat(ring.takeReference(at)).isNull();
    ring.attachReference(at);
    assertThat(ring.attachment()).isEqualTo("kept");
  }

  @Test
  void halfFullRing_callsForItsConsumer() {
    AtomicInteger calls = new AtomicInteger();
    Ring ring = new ExclusiveRing(64, calls::incrementAndGet);
    for (int i = 0; i < 32; i++) {
      write(ring, 1, i);
    }
    assertThat(calls).hasValue(0);
    write(ring, 1, 32);
    assertThat(calls).hasValue(1);
  }

  @Test
  void slots_mustBeAPowerOfTwo() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ExclusiveRing(100, NOTHING));
  }

  @Test
  void racingProducerAndConsumer_loseAndTearNothing() throws Exception {
    race(new ExclusiveRing(256, NOTHING), 1, 300_000);
  }

  @Test
  void racingProducersOfASharedRing_loseAndTearNothing() throws Exception {
    race(new SharedRing(256, NOTHING), 4, 100_000);
  }

  /** Values carry their producer in the upper half; each producer's must come in order. */
  private static void race(Ring ring, int producers, int each) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(producers);
    for (int p = 0; p < producers; p++) {
      long producer = (long) p << 32;
      new Thread(() -> produce(ring, producer, each, running)).start();
    }
    long[] last = new long[producers];
    Arrays.fill(last, -1);
    RecordHandler handler = (from, at, slots, kind) -> inOrder(whole(from, at, slots), last);
    long read = 0;
    while (running.getCount() > 0) {
      read += ring.drain(handler, 64);
    }
    read += ring.drain(handler, Integer.MAX_VALUE);
    assertThat(read + ring.dropped()).isEqualTo((long) producers * each);
    assertThat(read).isPositive();
  }

  private static void produce(Ring ring, long producer, int count, CountDownLatch running) {
    for (int i = 0; i < count; i++) {
      write(ring, 1 + i % 3, producer | i);
      if (i % 64 == 0) {
        Thread.yield();
      }
    }
    running.countDown();
  }

  private static void inOrder(long value, long[] last) {
    int producer = (int) (value >>> 32);
    if (value <= last[producer]) {
      throw new AssertionError("out of order");
    }
    last[producer] = value;
  }
}
