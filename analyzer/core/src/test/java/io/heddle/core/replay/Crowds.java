package io.heddle.core.replay;

import io.heddle.core.RunSketch;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded runs of few names in which much happens at once: stages of many, some late or known. */
final class Crowds {
  private static final String[] NAMES = {"a", "b", "c", "d"};
  private static final int RUNS = 4;
  private static final int RUSH = 64;

  private final List<Layout> layouts = new ArrayList<>();
  private final List<KnownEdges> known = new ArrayList<>();
  private final Places places = new Places();

  Crowds(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < RUNS; i++) {
      Layout layout = new Layout(run("run-" + i, random), places);
      layouts.add(layout);
      known.add(new KnownEdges(layout, null));
    }
  }

  List<Layout> layouts() {
    return layouts;
  }

  List<KnownEdges> known() {
    return known;
  }

  Places places() {
    return places;
  }

  private static Run run(String id, Random random) {
    RunSketch sketch = RunSketch.of("crowds").id(id);
    double from = 0;
    for (int stage = 1 + random.nextInt(4); stage > 0; stage--) {
      double length = 1 + random.nextInt(40);
      for (int member = random.nextInt(90); member >= 0; member--) {
        from += random.nextInt(4) == 0 ? random.nextDouble() / 20 : 0;
        member(sketch, random, from, from + length * (0.5 + random.nextDouble()));
      }
      from += length * (0.4 + 1.2 * random.nextDouble());
    }
    return sketch.until(rush(sketch, random, from + 100) + 100).build();
  }

  /**
   * So many of one node that the last ones share a slot: side by side, but that one of those may
   * come in a later round, or only after somebody waited for the one before it.
   */
  private static double rush(RunSketch sketch, Random random, double from) {
    for (int i = 0; i < RUSH; i++) {
      sketch.node("e", from, from + 10);
    }
    sketch.writes("last");
    boolean waitedFor = random.nextBoolean();
    if (waitedFor) {
      sketch.node("g", from + 10.1, from + 40).reads("last");
    } else {
      sketch.node("g", from, from + 10);
    }
    double late = waitedFor ? from + 12 : from;
    sketch.node("e", late, late + 10).node("f", from + 50, from + 60);
    return from + 60;
  }

  private static void member(RunSketch sketch, Random random, double from, double to) {
    sketch.node(NAMES[random.nextInt(NAMES.length)], from, to);
    if (random.nextInt(8) == 0) {
      sketch.waited(from * random.nextDouble());
    }
    if (random.nextInt(10) == 0) {
      sketch.async();
    }
    if (random.nextInt(8) == 0) {
      sketch.writes(NAMES[random.nextInt(2)]);
    }
    if (random.nextInt(6) == 0) {
      sketch.reads(NAMES[random.nextInt(2)]);
    }
  }
}
