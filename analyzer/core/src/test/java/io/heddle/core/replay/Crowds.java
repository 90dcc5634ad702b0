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
    return sketch.until(from + 100).build();
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
