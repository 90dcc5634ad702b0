package io.heddle.core.skew;

import io.heddle.runs.Execution;
import java.util.List;
import java.util.Map;

/** Tells whether two executions were timed by different clocks. */
final class Hosts {
  /** In order of how surely they name a machine; Jaeger writes the last two. */
  private static final List<String> NAMES =
      List.of("host.id", "host.name", "host.ip", "net.host.ip", "hostname", "ip");

  /** Decided by the first attribute that both carry; hosts that nobody names are one. */
  static boolean differ(Execution one, Execution other) {
    Map<String, String> left = one.attributes();
    Map<String, String> right = other.attributes();
    for (String name : NAMES) {
      String host = left.get(name);
      String otherHost = right.get(name);
      if (host != null && otherHost != null && !host.isEmpty() && !otherHost.isEmpty()) {
        return !host.equals(otherHost);
      }
    }
    return false;
  }

  private Hosts() {}
}
