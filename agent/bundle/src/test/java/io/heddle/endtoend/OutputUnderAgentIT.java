package io.heddle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.OtlpSink;
import io.heddle.instrumentation.testkit.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The application says and does the same, whether it is watched or not, and whoever listens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class OutputUnderAgentIT {
  private static final String AGENTS = "[heddle] ";

  private Outcome alone;
  private Outcome heard;
  private Outcome unheard;
  private String nobody;

  @BeforeAll
  void runThreeTimes() throws Exception {
    alone = Sample.alone().run();
    try (OtlpSink sink = OtlpSink.start()) {
      heard = Sample.alone().underAgent("http/protobuf", sink.endpoint()).run();
    }
    nobody = "http://127.0.0.1:" + closedPort();
    unheard = Sample.alone().underAgent("http/protobuf", nobody).run();
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void alone_answersEveryMail() {
    assertThat(alone.exitCode()).isZero();
    assertThat(alone.out().lines()).hasSize(Sample.RUNS).anyMatch(l -> l.contains("set aside"));
  }

  @Test
  void exitCode_isTheSame() {
    assertThat(List.of(heard.exitCode(), unheard.exitCode())).containsOnly(alone.exitCode());
  }

  @Test
  void standardOutput_isTheSame() {
    assertThat(heard.out()).isEqualTo(alone.out());
    assertThat(unheard.out()).isEqualTo(alone.out());
  }

  @Test
  void standardError_isTheSameButForTheAgentsOwnLines() {
    assertThat(withoutDurations(heard)).isEqualTo(withoutDurations(alone));
    assertThat(withoutDurations(unheard)).isEqualTo(withoutDurations(alone));
  }

  @Test
  void agentThatIsHeard_saysNothing() {
    assertThat(ofAgent(heard)).isEmpty();
  }

  @Test
  void agentThatNobodyHears_saysSoOnceAndWhere() {
    assertThat(ofAgent(unheard)).singleElement().asString().contains(nobody);
  }

  private static List<String> ofAgent(Outcome outcome) {
    return outcome.err().lines().filter(line -> line.startsWith(AGENTS)).toList();
  }

  private static List<String> withoutDurations(Outcome outcome) {
    return outcome.foreignErrorLines().stream()
        .map(line -> line.replaceAll("[0-9]+[.,][0-9]+ s", "some time"))
        .toList();
  }
}
