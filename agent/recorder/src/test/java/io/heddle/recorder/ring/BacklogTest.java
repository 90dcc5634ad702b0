package io.heddle.recorder.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BacklogTest {
  private static final int KIND = 7;
  private static final long CHUNK_BYTES = 2048 * 9 * 8;

  private final ExclusiveRing ring = new ExclusiveRing(1024, () -> {});
  private final Reserve reserve = new Reserve(3 * CHUNK_BYTES);
  private final Backlog backlog = new Backlog(ring, reserve);
  private final List<Long> read = new ArrayList<>();
  private final List<Object> owners = new ArrayList<>();
  private long next;

  /** Records of one to three slots: their number in each, and now and then whose they are. */
  private void write(int records) {
    for (int i = 0; i < records; i++, next++) {
      int slots = 1 + (int) (next % 3);
      long at = ring.claim(slots);
      assertThat(at).isNotEqualTo(Ring.FULL);
      for (int slot = 0; slot < slots; slot++) {
        ring.put(at + slot, 1, next);
      }
      if (next % 1_000 == 0) {
        ring.refer(at, owner(next));
      }
      ring.refer(at + slots - 1, next % 1_000 == 0 && slots == 1 ? owner(next) : "own " + next);
      ring.commit(at, slots, KIND);
    }
  }

  private static String owner(long record) {
    return "owner " + record / 1_000;
  }

  private void read(Ring from, long at, int slots, int kind) {
    long number = from.word(at, 1);
    assertThat(from.word(at + slots - 1, 1)).isEqualTo(number);
    assertThat(kind).isEqualTo(KIND);
    if (number % 1_000 == 0) {
      from.attachReference(at);
    }
    if (number % 1_000 != 0 || slots > 1) {
      assertThat(from.takeReference(at + slots - 1)).isEqualTo("own " + number);
    }
    read.add(number);
    owners.add(from.attachment());
  }

  private int drain(int limit) {
    return backlog.drain(this::read, limit);
  }

  private void assertRead(long records) {
    assertThat(read).isEqualTo(LongStream.range(0, records).boxed().toList());
    assertThat(owners)
        .isEqualTo(LongStream.range(0, records).mapToObj(BacklogTest::owner).toList());
  }

  @Test
  void recordsOfManyRingfuls_areReadOnceInOrderAndAsTheyWere() {
    for (int i = 0; i < 5; i++) {
      write(500);
      backlog.fill();
    }
    write(300);

    assertThat(drain(100)).isEqualTo(100);
    assertThat(drain(10_000)).isEqualTo(2_700);
    assertRead(2_800);
    assertThat(backlog.isEmpty()).isTrue();
  }

  @Test
  void whatIsRead_makesRoomForMore() {
    for (int i = 0; i < 100; i++) {
      write(500);
      backlog.fill();
      assertThat(ring.used()).isZero();
      drain(10_000);
    }

    assertRead(50_000);
    assertThat(reserve.isUsedUp()).isFalse();
  }

  @Test
  void whatTheReserveDoesNotHold_staysInTheRing() {
    while (!reserve.isUsedUp() || ring.used() == 0) {
      write(100);
      backlog.fill();
    }
    write(100);
    backlog.fill();

    assertThat(ring.used()).isPositive();
    assertThat(next * 2).as("slots").isGreaterThan(3 * 2048 - 2);
    drain(Integer.MAX_VALUE);
    assertRead(next);
    assertThat(reserve.isUsedUp()).isFalse();
  }

  @Test
  void abortedAndStruckRecords_areCountedByTheRing() {
    ring.commit(ring.claim(1), 1, SlotDescriptor.KIND_ABORTED);
    write(10);
    backlog.fill();
    assertThat(ring.dropped()).as("aborted").isOne();

    assertThatThrownBy(() -> backlog.drain(new Striking(), 1)).hasMessage("struck");
    backlog.drain(new Striking(), 0);
    drain(Integer.MAX_VALUE);
    assertThat(read).hasSize(9);
    assertThat(ring.dropped()).as("aborted and struck").isEqualTo(2);
  }

  /** Fails with every record; one that is met again is passed over. */
  private static final class Striking implements RecordHandler {
    @Override
    public void onRecord(Ring from, long position, int slots, int kind) {
      throw new IllegalStateException("struck");
    }

    @Override
    public void onStruck(Ring from, long position, int kind) {
      from.drop();
      from.attachReference(position);
    }
  }
}
