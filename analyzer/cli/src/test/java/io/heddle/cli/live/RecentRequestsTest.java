package io.heddle.cli.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.core.statistics.PriceTable;
import io.heddle.otlp.TraceFormatException;
import io.heddle.receiver.Encoding;
import io.heddle.report.Format;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecentRequestsTest {
  @Test
  void oldestRequests_makeRoomAndAreCounted() throws Exception {
    byte[] body = request(1);
    RecentRequests requests = new RecentRequests(2L * body.length);
    for (int trace = 1; trace <= 5; trace++) {
      requests.accept(request(trace), Encoding.JSON);
    }
    assertThat(requests.retention()).isEqualTo(new Retention(2, 2, 2L * body.length, 3, 3));
    assertThat(requests.assembled().runs())
        .extracting(run -> run.traceId())
        .containsExactly(id(4), id(5));
  }

  @Test
  void whatIsMissing_isToldAsByTheCommandsThatReadFiles() throws Exception {
    byte[] sampled =
        new String(request(3), StandardCharsets.UTF_8)
            .replace("\"spanId\"", "\"traceState\":\"ot=th:8\",\"spanId\"")
            .getBytes(StandardCharsets.UTF_8);
    RecentRequests requests = new RecentRequests(2L * request(1).length + sampled.length);
    for (byte[] body : List.of(request(1), request(2), request(2), sampled)) {
      requests.accept(body, Encoding.JSON);
    }

    LiveReport report = new LiveReport(requests, new PriceTable("USD", "today", List.of()));

    assertThat(report.as(Format.TEXT, false))
        .contains("1 spans came twice; one of each was kept")
        .contains("1 spans come from sampled traces (ot=th)")
        .contains("1 earlier spans made room for later ones (--keep-mb)");
  }

  @Test
  void latestRequest_isKeptHoweverLarge() throws Exception {
    RecentRequests requests = new RecentRequests(1);
    requests.accept(request(1), Encoding.JSON);
    assertThat(requests.retention().requests()).isEqualTo(1);
  }

  @Test
  void damagedRequest_isNotKept() {
    RecentRequests requests = new RecentRequests(1000);
    assertThatThrownBy(() -> requests.accept(new byte[] {'{'}, Encoding.JSON))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageContaining("byte");
    assertThat(requests.retention()).isEqualTo(Retention.NONE);
  }

  @Test
  void emptyRequest_takesNoRoom() throws Exception {
    RecentRequests requests = new RecentRequests(1000);
    assertThat(requests.accept(new byte[0], Encoding.PROTOBUF).accepted()).isZero();
    assertThat(requests.retention()).isEqualTo(Retention.NONE);
  }

  private static byte[] request(int trace) {
    return """
    {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"%s","spanId":"%016x","name":"n",\
    "startTimeUnixNano":"1","endTimeUnixNano":"2"}]}]}]}\
    """
        .formatted(id(trace), trace)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String id(int trace) {
    return "%032x".formatted(trace);
  }
}
