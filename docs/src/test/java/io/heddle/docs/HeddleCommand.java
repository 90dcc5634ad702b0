package io.heddle.docs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One call of {@code heddle} as a user types it.
 *
 * @param exitCode how it ended
 * @param out standard output
 * @param err standard error
 */
record HeddleCommand(int exitCode, String out, String err) {
  private static final Path HOUSE = Path.of("").toAbsolutePath().getParent();
  private static final int PATIENCE_SECONDS = 180;

  /** Runs the command in {@code folder} to its end, without a terminal and without input. */
  static HeddleCommand run(Path folder, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    List<String> line = new ArrayList<>(List.of(HOUSE.resolve("heddle").toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(line + " does not end: " + Files.readString(err));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new HeddleCommand(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
