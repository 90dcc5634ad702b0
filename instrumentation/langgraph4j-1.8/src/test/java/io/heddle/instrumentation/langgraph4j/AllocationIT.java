package io.heddle.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import io.heddle.instrumentation.testkit.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/**
 * The same program alone and under the agent, without escape analysis: what the source allocates is
 * what the thread's counter shows, so the difference is ours and nothing of ours can hide.
 */
class AllocationIT {
  private static final int NODES = 1_000_000;

  /** What beginning and ending the measured run may cost, once. */
  private static final long ONCE = 64 * 1024;

  @Test
  void aMillionNodesThatReadThroughValue_allocateNothingOfOursAndAreAllRecorded() throws Exception {
    Application program =
        Application.of(AllocationProgram.class, Integer.toString(NODES))
            .with("-XX:-DoEscapeAnalysis", "-Xms512m", "-Xmx512m");
    Outcome bare = program.run();
    HttpServer collector = collector();
    try {
      Outcome woven =
          program
              .under(AgentJar.core(), AgentJar.locationOf(LangGraph4jModule.class))
              .with(
                  "-Dheddle.ring.slots=1048576",
                  "-Dotel.exporter.otlp.protocol=http/protobuf",
                  "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:"
                      + collector.getAddress().getPort())
              .run();
      assertThat(allocated(woven) - allocated(bare)).isLessThan(ONCE);
      assertThat(woven.counters()).containsEntry("dropped", 0L);
      assertThat(woven.counters().get("recorded"))
          .isEqualTo(NODES + AllocationProgram.WARM_UP + 2L);
    } finally {
      collector.stop(0);
    }
  }

  /** Takes everything and keeps nothing. */
  private static HttpServer collector() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static long allocated(Outcome outcome) {
    String line =
        outcome
            .out()
            .lines()
            .filter(text -> text.startsWith("allocated="))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(line.substring("allocated=".length()));
  }
}
