package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardOutputTest {
  @TempDir private Path directory;
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

  @Test
  void fullDisk_isSaidAndNoSuccess() {
    assertThat(helpWrittenTo(failing("No space left on device"))).isEqualTo(2);
    assertThat(messages.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "heddle: standard output: No space left on device; the result is not complete");
  }

  @Test
  void readerThatHasSeenEnough_isNoFailure() {
    assertThat(helpWrittenTo(failing("Broken pipe"))).isZero();
    assertThat(messages.size()).isZero();
  }

  @Test
  void whatIsWritten_arrives() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    assertThat(helpWrittenTo(written)).isZero();
    assertThat(written.toString(StandardCharsets.UTF_8)).contains("heddle", "analyze");
  }

  private int helpWrittenTo(OutputStream to) {
    StandardOutput out = new StandardOutput(to);
    Console console = new Console(stream(out), stream(messages), false, false, directory);
    return Heddle.run(console, out, "--help");
  }

  private static PrintStream stream(OutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }
}
