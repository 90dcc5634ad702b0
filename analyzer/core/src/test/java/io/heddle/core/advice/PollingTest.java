package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.runs.Execution.Kind;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Eight calls of 20 ms one after another, with pauses between them, in each of 40 runs. */
class PollingTest {
  private static final int CALLS = 8;

  @Test
  void askingByTheClockWhetherAJobIsDone_isNoCallPerItem() {
    assertThat(ask(random -> 200 + random.nextDouble(), "http://jobs/")).isEmpty();
  }

  @Test
  void askingOneAddressLessAndLessOften_isNoCallPerItem() {
    assertThat(ask(random -> 50 + 800 * random.nextDouble(), "http://jobs/7")).isEmpty();
  }

  @Test
  void workBetweenCallsPerItem_staysWhenTheyBecomeOne() {
    List<Recommendation> found = ask(random -> 25 + 50 * random.nextDouble(), "http://items/");

    assertThat(found)
        .singleElement()
        .satisfies(it -> assertThat(it.saving().meanMs()).isCloseTo(20 * (CALLS - 1), within(0.1)));
  }

  /** An address that ends with a slash is followed by the number of the call. */
  private static List<Recommendation> ask(ToDoubleFunction<Random> pause, String address) {
    return Rules.ask(
        new RepeatedCallsRule(),
        Rules.runs(40, (sketch, random) -> calls(sketch, random, pause, address)));
  }

  private static RunSketch calls(
      RunSketch sketch, Random random, ToDoubleFunction<Random> pause, String address) {
    double at = 1;
    for (int call = 0; call < CALLS; call++) {
      sketch
          .operation("GET", at, at + 20)
          .kind(Kind.CLIENT)
          .attribute("url.full", address.endsWith("/") ? address + call : address);
      at += 20 + pause.applyAsDouble(random);
    }
    return sketch.until(at);
  }
}
