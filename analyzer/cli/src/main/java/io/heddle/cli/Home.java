package io.heddle.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of the launcher.
 *
 * @param folder where the repository or the distribution is
 */
record Home(Path folder) {
  static Home ofProcess() {
    return new Home(Path.of(System.getProperty("heddle.home", "")).toAbsolutePath());
  }

  Path agentJar() {
    return existing("agent/bundle/target/heddle-agent.jar");
  }

  Path sampleJar() {
    return existing("sample-app/target/sample-app.jar");
  }

  private Path existing(String name) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + " is missing; start the demo through the heddle launcher");
    }
    return file;
  }
}
