package io.heddle.instrumentation.testkit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A program's two runs, alone and under the agent, and the spans of the second. */
final class Recording {
  private @Nullable Outcome bare;
  private @Nullable Outcome woven;
  private @Nullable RecordedSpans spans;

  void of(Application program, Path agent, Path module) throws Exception {
    bare = program.run();
    try (OtlpSink sink = OtlpSink.start()) {
      woven = program.under(agent, module).exportingTo(sink).run();
      spans = sink.spans();
    }
  }

  Outcome bare() {
    return present(bare);
  }

  Outcome woven() {
    return present(woven);
  }

  RecordedSpans spans() {
    return present(spans);
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("the program has not run");
    }
    return value;
  }
}
