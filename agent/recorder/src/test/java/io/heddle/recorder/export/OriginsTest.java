package io.heddle.recorder.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
  private static String attribute(String key, Map<String, String> telemetry, String command) {
    return attribute(key, telemetry, Map.of(), command);
  }

  private static String attribute(
      String key, Map<String, String> telemetry, Map<String, String> host, String command) {
    return Origins.of(telemetry, host, command, "some-instance").resource().get(key);
  }

  @ParameterizedTest
  @CsvSource({
    "/opt/shop/orders.jar --port 1, orders",
    "C:\\shop\\orders.jar, orders",
    "com.example.Main, com.example.Main",
    "module/com.example.Main x, com.example.Main",
    "'', unknown_service:java"
  })
  void serviceName_isThatOfTheProgramWhenNobodyTells(String command, String name) {
    assertThat(attribute("service.name", Map.of(), command)).isEqualTo(name);
  }

  @Test
  void whatTheUserTells_wins() {
    Map<String, String> telemetry =
        Map.of(
            "otel.service.name", "told",
            "otel.resource.attributes",
                "service.name=listed,service.instance.id=pod-1,odd=1+1%2C2,broken,=x");
    assertThat(attribute("service.name", telemetry, "Main")).isEqualTo("told");
    assertThat(attribute("service.instance.id", telemetry, "Main")).isEqualTo("pod-1");
    assertThat(attribute("odd", telemetry, "Main")).isEqualTo("1+1,2");
  }

  @Test
  void whatAnotherTracerSays_beatsOurGuessButNotTheUser() {
    Map<String, String> host =
        Map.of(
            "service.name", "theirs",
            "service.instance.id", "their-instance",
            "telemetry.distro.name", "their-distro");
    Map<String, String> told = Map.of("otel.service.name", "told");

    assertThat(attribute("service.name", Map.of(), host, "Main")).isEqualTo("theirs");
    assertThat(attribute("service.name", told, host, "Main")).isEqualTo("told");
    assertThat(attribute("service.instance.id", told, host, "Main")).isEqualTo("their-instance");
    assertThat(attribute("telemetry.distro.name", told, host, "Main")).isEqualTo("heddle");
  }

  @Test
  void distribution_hasTheVersionOfTheBuild() {
    assertThat(attribute("telemetry.distro.version", Map.of(), "Main")).matches("\\d+\\.\\d+.*");
  }
}
