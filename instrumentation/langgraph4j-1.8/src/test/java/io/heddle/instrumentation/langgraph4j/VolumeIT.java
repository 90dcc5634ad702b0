package io.heddle.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import io.heddle.instrumentation.testkit.Outcome;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A million nodes with sampling: little is sent, and the statistics are whole. */
class VolumeIT {
  private static final int NODES = 1_000_000;
  private static final long EXECUTIONS = NODES + AllocationProgram.WARM_UP;
  private static final int RUNS = 2;
  private static final long MOST_BYTES = 256 * 1024;

  private final AtomicLong bytes = new AtomicLong();
  private final AtomicReference<ExportMetricsServiceRequest> last =
      new AtomicReference<>(ExportMetricsServiceRequest.getDefaultInstance());

  /** So small a ratio that neither of the two runs is chosen. */
  @Test
  void aMillionNodesOfSampledRuns_sendKilobytesAndAreAllCounted() throws Exception {
    HttpServer collector = collector();
    try {
      Outcome outcome =
          Application.of(AllocationProgram.class, Integer.toString(NODES))
              .under(AgentJar.core(), AgentJar.locationOf(LangGraph4jModule.class))
              .with(
                  "-Dheddle.sample.ratio=0.000001",
                  "-Dheddle.ring.slots=1048576",
                  "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:"
                      + collector.getAddress().getPort())
              .run();
      Map<String, Long> counts = outcome.counters();
      assertThat(counts.get("exported") + counts.get("sampled out") + counts.get("dropped"))
          .isEqualTo(EXECUTIONS + RUNS);
      assertThat(count("heddle.node.duration") + count("heddle.workflow.duration"))
          .isEqualTo(EXECUTIONS + RUNS - counts.get("dropped"));
      assertThat(bytes.get()).isPositive().isLessThan(MOST_BYTES);
    } finally {
      collector.stop(0);
    }
  }

  private long count(String name) {
    return last.get().getResourceMetrics(0).getScopeMetrics(0).getMetricsList().stream()
        .filter(metric -> metric.getName().equals(name))
        .map(Metric::getExponentialHistogram)
        .flatMap(histogram -> histogram.getDataPointsList().stream())
        .mapToLong(ExponentialHistogramDataPoint::getCount)
        .sum();
  }

  /** Counts bytes, and keeps the last metrics. */
  private HttpServer collector() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          bytes.addAndGet(body.length);
          if (exchange.getRequestURI().getPath().equals("/v1/metrics")) {
            last.set(ExportMetricsServiceRequest.parseFrom(body));
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
