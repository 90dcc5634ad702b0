package com.example.mailroom.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bsc.langgraph4j.action.NodeAction;

/** How long each step took: a CSV line a step, in the order in which they ended. Thread-safe. */
public final class StepTimings implements AutoCloseable {
  private final PrintWriter lines;

  private StepTimings(Writer writer) {
    this.lines = new PrintWriter(writer);
    lines.println("step,thread,duration_ns");
  }

  /** Writes to {@code file}, or nowhere. */
  public static StepTimings open(Optional<Path> file) throws IOException {
    return new StepTimings(
        file.isPresent() ? Files.newBufferedWriter(file.get()) : Writer.nullWriter());
  }

  /** The same step, measured. */
  public NodeAction<CaseState> timed(String name, NodeAction<CaseState> step) {
    return state -> {
      long start = System.nanoTime();
      try {
        return step.apply(state);
      } finally {
        add(name, System.nanoTime() - start);
      }
    };
  }

  private void add(String name, long nanos) {
    lines.println(name + "," + Thread.currentThread().getName() + "," + nanos);
  }

  @Override
  public void close() {
    lines.close();
  }
}
