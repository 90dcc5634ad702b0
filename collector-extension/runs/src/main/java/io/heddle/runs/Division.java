package io.heddle.runs;

import java.util.Collection;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the work on one table is divided among processors, in the pool of whoever asks. What comes of
 * it is the same however many parts there are.
 *
 * @param parts at least one; with one all is done by the thread that calls
 */
record Division(int parts) {
  /** For fewer spans another thread is not worth its start. */
  private static final int LEAST_SPANS = 1 << 14;

  /** Does the work on {@code [from, to)}. */
  @FunctionalInterface
  interface Work {
    void on(int from, int to);
  }

  /** Among the processors, as far as so many spans are worth it. */
  static Division worthwhile(int spans) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new Division(Math.max(1, Math.min(processors, spans / LEAST_SPANS)));
  }

  /** Begins what the caller needs later, beside what it does next. */
  <T> Supplier<T> ahead(Supplier<T> work) {
    return parts == 1 ? work : ForkJoinTask.adapt(work::get).fork()::join;
  }

  /** The elements, looked at side by side; their order stays. */
  <T> Stream<T> stream(Collection<T> elements) {
    return parts == 1 ? elements.stream() : elements.parallelStream();
  }

  /** Does the work on so many elements, on ranges side by side. */
  void ranges(int size, Work work) {
    if (parts == 1) {
      work.on(0, size);
    } else {
      IntStream.range(0, parts)
          .parallel()
          .forEach(part -> work.on(from(part, size), from(part + 1, size)));
    }
  }

  private int from(int part, int size) {
    return (int) ((long) size * part / parts);
  }
}
