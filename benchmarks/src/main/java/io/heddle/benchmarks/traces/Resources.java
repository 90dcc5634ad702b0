package io.heddle.benchmarks.traces;

import java.util.Map;
import java.util.TreeMap;

/** The process that a service runs in. */
final class Resources {
  static Map<String, String> of(String service) {
    return new TreeMap<>(
        Map.of(
            "service.name",
            service,
            "service.version",
            "1.4.2",
            "service.instance.id",
            service + "-7d9f",
            "telemetry.sdk.language",
            "java"));
  }

  private Resources() {}
}
