package io.heddle.recorder.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {
  private static final String PREFIX = "otel.exporter.otlp.";

  private static Destination of(Map<String, String> settings) {
    return Destination.of(settings, Signal.TRACES);
  }

  @Test
  void nothingSet_isTheCollectorOnThisMachine() {
    Destination destination = of(Map.of());
    assertThat(destination.endpoint()).hasToString("http://localhost:4318/v1/traces");
    assertThat(destination.headers()).isEmpty();
    assertThat(destination.timeoutNs()).isEqualTo(TimeUnit.SECONDS.toNanos(10));
    assertThat(destination.gzip()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://c, c, 80, /v1/traces",
    "http://c/, c, 80, /v1/traces",
    "http://c:9/a%20b, c, 9, /a%20b/v1/traces",
    "http://[::1]:9, ::1, 9, /v1/traces"
  })
  void generalEndpoint_getsThePathOfTheSignal(String set, String host, int port, String target) {
    Destination destination = of(Map.of(PREFIX + "endpoint", set));
    assertThat(destination.host()).isEqualTo(host);
    assertThat(destination.port()).isEqualTo(port);
    assertThat(destination.target()).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({
    "http://t:7, /",
    "http://t:7/, /",
    "http://t:7/in, /in",
    "http://t:7/in?k=1, /in?k=1"
  })
  void endpointOfTheSignal_isTakenAsItIs(String set, String target) {
    Destination destination =
        of(Map.of(PREFIX + "endpoint", "http://c:9", PREFIX + "traces.endpoint", set));
    assertThat(destination.host()).isEqualTo("t");
    assertThat(destination.target()).isEqualTo(target);
  }

  @Test
  void settingsOfTheSignal_beatTheGeneralOnes() {
    Map<String, String> settings =
        Map.of(
            PREFIX + "headers", "a=general,b=2",
            PREFIX + "traces.headers", "a=x%20y%2Cz",
            PREFIX + "timeout", "1",
            PREFIX + "traces.timeout", "3s",
            PREFIX + "compression", "none",
            PREFIX + "traces.compression", "gzip",
            PREFIX + "protocol", "grpc",
            PREFIX + "traces.protocol", "http/protobuf");
    assertThat(of(settings).headers()).containsExactly(Map.entry("a", "x y,z"));
    assertThat(of(settings).timeoutNs()).isEqualTo(TimeUnit.SECONDS.toNanos(3));
    assertThat(of(settings).gzip()).isTrue();
    assertThatThrownBy(() -> Destination.of(settings, Signal.METRICS)).hasMessageContaining("grpc");
  }

  @ParameterizedTest
  @CsvSource({
    "protocol, grpc",
    "protocol, http/json",
    "endpoint, https://c",
    "endpoint, c:4318",
    "endpoint, http://user:password@c",
    "endpoint, 'http://a b'",
    "endpoint, http://c?key=1",
    "endpoint, http://c/#x",
    "traces.endpoint, unix:/run/c",
    "certificate, ca.pem",
    "traces.client.key, key.pem",
    "client.certificate, own.pem",
    "compression, zstd",
    "timeout, soon",
    "timeout, 0",
    "headers, a=b%0d%0ac: d",
    "headers, a b=c",
    "headers, Host=c",
    "traces.headers, content-length=1"
  })
  void whatIsNotDoneHere_isSaid(String name, String value) {
    assertThatThrownBy(() -> of(Map.of(PREFIX + name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank()
        .doesNotContain("password");
  }

  @Test
  void optionsOfTheJavaExporter_areLeftToIt() {
    assertThatThrownBy(() -> of(Map.of("otel.java.exporter.otlp.retry.disabled", "true")))
        .hasMessageContaining("otel.java.exporter.otlp.retry.disabled");
  }
}
