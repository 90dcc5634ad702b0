package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor answers where there is no JVM to visit. */
final class DoctorCommandTest {
  private static final String HEALTHY =
      "{\"state\":\"ended\",\"pid\":\"7\",\"recording\":true,\"counters\":{\"recorded\":1}}";

  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void open() throws Exception {
    shell = new Shell(directory);
    Files.createDirectory(directory.resolve("status"));
  }

  private int doctor(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "doctor";
    arguments[1] = "--dir=status";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return shell.run(arguments);
  }

  private void assertBadInput(int code, String... parts) {
    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.errLines()).singleElement().asString().contains(parts);
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void healthyStatus_isDone() throws Exception {
    shell.write("status/7.json", HEALTHY);
    assertThat(doctor("7")).isEqualTo(ExitCode.DONE);
    assertThat(doctor("7", "--format=json")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("\"faults\":[]");
  }

  @Test
  void statusWithAFault_isNo() throws Exception {
    shell.write("status/7.json", HEALTHY.replace(":1}", ":1,\"dropped\":2}"));
    assertThat(doctor("7")).isEqualTo(ExitCode.NO);
    assertThat(doctor("7", "--format=json")).isEqualTo(ExitCode.NO);
    assertThat(doctor()).isEqualTo(ExitCode.NO);
  }

  @Test
  void processThatIsNot_isBadInput() {
    assertBadInput(doctor("2000000000"), "2000000000 has no status", "there is no such process");
    assertBadInput(doctor("abc"), "abc");
  }

  @Test
  void jvmWithoutAgent_isToldHowToGetOne() {
    assertBadInput(
        doctor(Long.toString(ProcessHandle.current().pid())), "runs without -javaagent", "--dir");
  }

  @Test
  void processThatIsNoJvm_isToldWhatItIs() throws Exception {
    Process sleep = new ProcessBuilder("sleep", "60").start();
    try {
      assertBadInput(doctor(Long.toString(sleep.pid())), "it is no JVM but ", "sleep");
    } finally {
      sleep.destroyForcibly();
    }
  }

  @Test
  void damagedStatus_isBadInputAlone_andLeftOutAmongOthers() throws Exception {
    shell.write("status/7.json", HEALTHY);
    shell.write("status/8.json", "{\"pid\":");
    assertBadInput(doctor("8"), "8.json is no status");

    assertThat(doctor()).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).hasLineCount(1).contains("0 faults");
    assertThat(shell.errLines()).singleElement().asString().contains("8.json is no status");
  }

  @Test
  void nothingToList_isBadInput() {
    assertBadInput(doctor(), "no JVM has run with the agent");
  }

  @Test
  void otherFormats_areBadInput() {
    assertBadInput(doctor("--format=csv"), "--format", "text and json");
  }

  @Test
  void idOfAnotherProcessNow_isGone() throws Exception {
    long own = ProcessHandle.current().pid();
    Path file = shell.write("status/" + own + ".json", running(own));
    doctor(Long.toString(own));
    assertThat(shell.out()).contains(", running");

    assertThat(file.toFile().setLastModified(1_000_000_000_000L)).isTrue();
    doctor(Long.toString(own));
    assertThat(shell.out()).contains(", gone");
  }

  private static String running(long pid) {
    return HEALTHY.replace("ended", "running").replace("\"7\"", "\"" + pid + "\"");
  }
}
