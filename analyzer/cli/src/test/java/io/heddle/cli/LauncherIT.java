package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherIT {
  @TempDir private Path directory;

  @Test
  void fromAnotherFolderThroughALink_itStarts() throws Exception {
    Launcher.Ended ended = Launcher.from(directory).through("weave").run(Map.of(), "--version");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("heddle ");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void exitCodes_reachTheShell() throws Exception {
    Launcher.Ended ended = Launcher.from(directory).run(Map.of(), "analyze", "absent.json");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).hasLineCount(1).contains("absent.json: no such file");
  }

  @Test
  void relativeFiles_areRelativeToTheCaller() throws Exception {
    Files.writeString(directory.resolve("run.json"), TraceLine.of("mail", "answer", 0));
    Launcher.Ended ended = Launcher.from(directory).run(Map.of(), "stats", "run.json");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("answer").doesNotContain("\u001b");
  }

  @Test
  void wrongJavaHome_isSaid() throws Exception {
    Launcher.Ended ended =
        Launcher.from(directory).run(Map.of("JAVA_HOME", directory.toString()), "--version");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).hasLineCount(1).contains("JAVA_HOME is " + directory);
  }

  @Test
  void oldJava_isSaid() throws Exception {
    Path java = directory.resolve("bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(directory.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    Launcher.Ended ended =
        Launcher.from(directory).run(Map.of("JAVA_HOME", directory.toString()), "--version");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).hasLineCount(1).contains("Java 17 or newer", "11.0.2");
  }
}
