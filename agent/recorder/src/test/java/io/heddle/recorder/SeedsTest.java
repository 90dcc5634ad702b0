package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SeedsTest {
  private static final int MANY = 100_000;

  private static List<Long> take(Seeds seeds) {
    return LongStream.generate(seeds::next).limit(MANY).boxed().toList();
  }

  private static void assertNothingInCommon(Seeds some, Seeds others) {
    Set<Long> all = new HashSet<>(take(some));
    all.addAll(take(others));
    assertThat(all).hasSize(2 * MANY);
  }

  @Test
  void processesWhoseStatesMeet_haveOtherNumbers() {
    assertNothingInCommon(new Seeds(7, 1), new Seeds(7, 2));
  }

  @Test
  void severalThreads_neverGetTheSameNumber() throws Exception {
    Seeds seeds = new Seeds();
    Set<Long> all = ConcurrentHashMap.newKeySet();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread = new Thread(() -> all.addAll(take(seeds)));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(all).hasSize(4 * MANY);
  }

  @Test
  void twoOfThem_haveNothingInCommon() {
    assertNothingInCommon(new Seeds(), new Seeds());
  }
}
