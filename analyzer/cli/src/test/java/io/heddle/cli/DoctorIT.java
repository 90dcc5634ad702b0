package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.heddle.cli.patient.Patient;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor visits real JVMs under the packaged agent. */
final class DoctorIT {
  private static final Path AGENT =
      Path.of("../../agent/bundle/target/heddle-agent.jar").toAbsolutePath().normalize();
  private static final String PATIENT = Patient.class.getName();
  private static final String METHODS =
      "-Dheddle.methods=workflow:" + PATIENT + "[run];" + PATIENT + "[step]";

  @TempDir private Path directory;
  private HttpServer collector;
  private Shell shell;

  /** The launcher builds the agent if it must. */
  @BeforeAll
  static void build(@TempDir Path anywhere) throws Exception {
    assertThat(Launcher.from(anywhere).run(Map.of(), "--version").code()).isZero();
  }

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(directory);
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void close() {
    collector.stop(0);
  }

  @Test
  void healthyAgent_hasNoFault() throws Exception {
    long pid = finished(METHODS, endpoint());

    assertThat(doctor(pid)).isEqualTo(ExitCode.DONE);
    assertThat(shell.out())
        .contains("process " + pid + ", ended: " + PATIENT)
        .contains("[step]: 1 class, 1 method:")
        .contains("recorded 6", "exported 6", "No fault found")
        .contains("the collector took");
  }

  @Test
  void nothingMatched_isTheReason() throws Exception {
    assertThat(doctor(finished())).isEqualTo(ExitCode.NO);
    assertThat(shell.out()).contains("no class of a known engine was loaded");
  }

  @Test
  void misspeltSetting_isToldThoughNoEngineIsThere() throws Exception {
    long pid = finished(METHODS.replace("methods=", "method="));

    assertThat(stderr()).singleElement().asString().contains("heddle.methods is");
    assertThat(doctor(pid)).isEqualTo(ExitCode.NO);
    assertThat(shell.out()).contains("heddle.method is no setting; heddle.methods is");
  }

  @Test
  void rulesThatMeanNoClass_areToldAtTheEnd() throws Exception {
    long pid = finished("-Dheddle.methods=a.B[c]");

    assertThat(stderr())
        .containsExactly("[heddle] heddle.methods: no class was loaded that it means: a.B[c]");
    assertThat(doctor(pid)).isEqualTo(ExitCode.NO);
    assertThat(shell.out()).contains("none that heddle.methods means: a.B[c]", "(property)");

    finished("-Dheddle.methods=a.B[c]", "-Dheddle.log=off");
    assertThat(stderr()).isEmpty();
  }

  @Test
  void engineOfAnUnknownVersion_isTheReason() throws Exception {
    Process patient = start(METHODS, endpoint());
    try (OutputStream orders = patient.getOutputStream()) {
      orders.write(Patient.LOAD_ENGINE);
    }
    assertThat(patient.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(doctor(patient.pid())).isEqualTo(ExitCode.NO);
    assertThat(shell.out()).contains("of langgraph4j that is not supported (1.8.3 or newer is)");
  }

  @Test
  void agentThatHasNothingToRecordYet_saysSo() throws Exception {
    Process patient = start(METHODS, endpoint());
    try (OutputStream orders = patient.getOutputStream()) {
      await(patient, () -> doctor(patient.pid()) == ExitCode.NO && shell.out().contains("Methods"));
      assertThat(shell.out()).contains("no run of what was woven has ended yet");
      orders.flush();
    } finally {
      patient.destroyForcibly();
    }
  }

  @Test
  void pause_isTheReasonAndNamesItsLimits() throws Exception {
    Process patient = start(METHODS, endpoint(), "-Dheddle.pause.heap=1", "-Xmx24m");
    try (OutputStream orders = patient.getOutputStream()) {
      orders.write(Patient.COLLECT);
      orders.flush();
      await(
          patient,
          () -> doctor(patient.pid()) == ExitCode.NO && shell.out().contains("recorded now"));
      assertThat(shell.out()).contains("heddle.pause.heap and heddle.pause.cpu are the limits");
    } finally {
      patient.destroyForcibly();
    }
  }

  @Test
  void refusedConnection_isTheReason() throws Exception {
    long pid = finished(METHODS, "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:1");

    assertThat(doctor(pid)).isEqualTo(ExitCode.NO);
    assertThat(shell.out()).contains("failed 6").contains("spans cannot be sent to");
    assertThat(shell.out()).contains("the collector has taken nothing yet", "Connection refused");
  }

  @Test
  void killSwitchInTheFile_isTheReason() throws Exception {
    Path file = shell.write("heddle.properties", "heddle.enabled=false");
    long pid = finished(METHODS, "-Dheddle.config.file=" + file);

    assertThat(doctor(pid)).isEqualTo(ExitCode.NO);
    assertThat(shell.out()).contains("heddle.enabled=false (file)", "nothing is recorded");
  }

  @Test
  void agentSwitchedOffAtTheStart_isTheReason() throws Exception {
    assertThat(doctor(finished(METHODS, "-Dheddle.enabled=false"))).isEqualTo(ExitCode.NO);
    assertThat(shell.out()).contains(PATIENT, "switched the agent off when this JVM started");
  }

  @Test
  void samplerThatLeavesAllOut_isNoted() throws Exception {
    long pid = finished(METHODS, endpoint(), "-Dotel.traces.sampler=always_off");

    assertThat(doctor(pid)).isEqualTo(ExitCode.DONE);
    assertThat(shell.out())
        .contains("6 spans were not sent, sampling leaves their runs out")
        .contains("otel.traces.sampler=always_off");
  }

  @Test
  void ruleThatMeansNothing_isNamed() throws Exception {
    long pid = finished(METHODS + ",gone];a.B[c", endpoint());
    assertThat(doctor(pid)).isEqualTo(ExitCode.NO);
    assertThat(shell.out()).contains("column");

    pid = finished(METHODS.replace("[step]", "[step,gone];a.B[c]"), endpoint());
    assertThat(doctor(pid)).isEqualTo(ExitCode.NO);
    assertThat(shell.out())
        .contains("there is no method gone", "no class was loaded that it means: a.B[c]");
  }

  @Test
  void nodesOutsideOfRuns_areNoted() throws Exception {
    long pid = finished("-Dheddle.methods=" + PATIENT + "[step]", endpoint());

    assertThat(doctor(pid)).isEqualTo(ExitCode.NO);
    assertThat(shell.out()).contains("4 calls were not recorded", "give the method", "no run");
  }

  @Test
  void secrets_areMasked() throws Exception {
    long pid = finished(METHODS, endpoint(), "-Dotel.exporter.otlp.headers=api-key=geheim");

    assertThat(doctor(pid)).isZero();
    assertThat(shell.out()).contains("otel.exporter.otlp.headers=***").doesNotContain("geheim");
  }

  @Test
  void runningJvm_isSeenToWorkAndListed() throws Exception {
    Process patient = start(METHODS, endpoint());
    try (OutputStream orders = patient.getOutputStream()) {
      orders.write('x');
      orders.flush();
      await(
          patient,
          () -> doctor(patient.pid()) == ExitCode.DONE && shell.out().contains("recorded 3"));
      assertThat(shell.out()).contains("process " + patient.pid() + ", running");

      assertThat(shell.run("doctor", "--dir=status", "--format=json")).isZero();
      assertThat(shell.out()).hasLineCount(1).contains("\"state\":\"running\"");
      patient.destroyForcibly().waitFor();
      doctor(patient.pid());
      assertThat(shell.out()).contains(", gone", "ended without saying so");
    } finally {
      patient.destroyForcibly();
    }
  }

  @Test
  void listing_answersNoIfOneOfThemIsIll() throws Exception {
    finished(METHODS, endpoint());
    assertThat(shell.run("doctor", "--dir=status")).isEqualTo(ExitCode.DONE);
    finished();
    assertThat(shell.run("doctor", "--dir=status")).isEqualTo(ExitCode.NO);
    assertThat(shell.out()).hasLineCount(2).contains(" 0 faults", " 1 fault ");
  }

  private int doctor(long pid) {
    return shell.run("doctor", "--dir=status", Long.toString(pid));
  }

  private String endpoint() {
    return "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:" + collector.getAddress().getPort();
  }

  /** What the last patient printed there. */
  private List<String> stderr() throws IOException {
    return Files.readAllLines(directory.resolve("err.txt"));
  }

  /** Works twice under the agent and ends. */
  private long finished(String... options) throws Exception {
    Process patient = start(options);
    try (OutputStream orders = patient.getOutputStream()) {
      orders.write(new byte[] {1, 2});
    }
    assertThat(patient.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return patient.pid();
  }

  private Process start(String... options) throws IOException, URISyntaxException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-javaagent:" + AGENT);
    command.add("-Dheddle.status.dir=" + directory.resolve("status"));
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(
        Path.of(Patient.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString());
    command.add(PATIENT);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(directory.resolve("err.txt").toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(OTEL|HEDDLE|JAVA_TOOL)_.*"));
    return builder.start();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Process patient, Condition condition) throws Exception {
    for (int i = 0; i < 1000 && patient.isAlive(); i++) {
      if (condition.holds()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new AssertionError("did not come true");
  }
}
