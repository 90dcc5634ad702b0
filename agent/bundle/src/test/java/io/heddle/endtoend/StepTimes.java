package io.heddle.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the sample's own stop-watch measured: the durations of each step in ns, in order. */
record StepTimes(Map<String, List<Long>> byStep) {
  static StepTimes read(Path csv) throws IOException {
    Map<String, List<Long>> byStep = new TreeMap<>();
    List<String> lines = Files.readAllLines(csv);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",");
      byStep
          .computeIfAbsent(fields[0], step -> new ArrayList<>())
          .add(Long.valueOf(fields[fields.length - 1]));
    }
    return new StepTimes(byStep);
  }
}
