package io.heddle.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void merge_isCommutative(int seed) {
    long[] left = values(seed);
    long[] right = values(seed + 100);

    assertThat(figures(merged(of(left), of(right))))
        .isEqualTo(figures(merged(of(right), of(left))));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void merge_isAssociative_andGivesWhatTheWholeGives(int seed) {
    long[] a = values(seed);
    long[] b = values(seed + 100);
    long[] c = values(seed + 200);
    long[] all = new long[a.length + b.length + c.length];
    System.arraycopy(a, 0, all, 0, a.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    System.arraycopy(c, 0, all, a.length + b.length, c.length);

    assertThat(figures(merged(merged(of(a), of(b)), of(c)))).isEqualTo(figures(of(all)));
    assertThat(figures(merged(of(a), merged(of(b), of(c))))).isEqualTo(figures(of(all)));
  }

  /** From nanoseconds to weeks, sometimes nothing, sometimes one value many times. */
  private static long[] values(int seed) {
    Random random = new Random(seed);
    long[] values = new long[random.nextInt(300)];
    Arrays.setAll(values, i -> (long) Math.exp(random.nextDouble() * 34));
    if (random.nextInt(4) == 0) {
      Arrays.fill(values, 7);
    }
    return values;
  }

  private static Sketch of(long[] values) {
    Sketch sketch = new Sketch();
    Arrays.stream(values).forEach(sketch::add);
    return sketch;
  }

  private static Sketch merged(Sketch left, Sketch right) {
    left.merge(right);
    return left;
  }

  private static String figures(Sketch sketch) {
    return sketch.milliseconds() + " " + sketch.variance();
  }
}
