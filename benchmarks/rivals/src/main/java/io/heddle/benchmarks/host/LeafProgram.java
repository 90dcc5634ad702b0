package io.heddle.benchmarks.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures what one call of {@link Leaf#node} costs under whatever agent is present. */
final class LeafProgram {
  private static final int CALLS = 1_000;

  private LeafProgram() {}

  /**
   * Warms up, then measures.
   *
   * @param args threads, warm-up in seconds, bursts, pause between bursts in microseconds
   */
  public static void main(String[] args) throws InterruptedException {
    int threads = Integer.parseInt(args[0]);
    long warmUpNs = Long.parseLong(args[1]) * 1_000_000_000L;
    int bursts = Integer.parseInt(args[2]);
    long pauseNs = Long.parseLong(args[3]) * 1_000L;
    List<Bursts> all = new ArrayList<>();
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Bursts mine = new Bursts(CALLS, bursts, pauseNs);
      all.add(mine);
      running.add(new Thread(() -> run(mine, warmUpNs), "bursts-" + i));
    }
    running.forEach(Thread::start);
    for (Thread thread : running) {
      thread.join();
    }
    all.forEach(LeafProgram::print);
    long calls = all.stream().mapToLong(Bursts::leafCalls).sum();
    System.out.println("calls=" + calls + " runs=" + calls / CALLS);
  }

  private static void run(Bursts bursts, long warmUpNs) {
    bursts.warmUp(warmUpNs);
    bursts.measure();
  }

  private static void print(Bursts bursts) {
    System.out.printf(
        Locale.ROOT,
        "leafP10=%.2f leafP50=%.2f floorP10=%.2f floorP50=%.2f aroundP50=%.0f bytes=%.1f checksum=%d%n",
        bursts.leafNs(0.1),
        bursts.leafNs(0.5),
        bursts.floorNs(0.1),
        bursts.floorNs(0.5),
        bursts.aroundNs(0.5),
        bursts.bytesPerCall(),
        bursts.checksum());
  }
}
