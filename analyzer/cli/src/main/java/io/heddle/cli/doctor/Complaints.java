package io.heddle.cli.doctor;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found out about an agent. */
final class Complaints {
  private final List<String> faults = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Something keeps the agent from recording all it should. */
  void fault(String line) {
    faults.add(line);
  }

  /** Something may be intended. */
  void note(String line) {
    notes.add(line);
  }

  Diagnosis diagnosis() {
    return new Diagnosis(List.copyOf(faults), List.copyOf(notes));
  }
}
