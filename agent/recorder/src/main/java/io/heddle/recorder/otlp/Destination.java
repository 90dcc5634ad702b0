package io.heddle.recorder.otlp;

import io.heddle.recorder.export.Pairs;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where requests go and how, by the standard {@code OTEL_EXPORTER_OTLP_*}.
 *
 * @param endpoint with scheme {@code http}, a host and a path
 * @param headers what the user wants sent with every request
 * @param timeoutNs for one request and its answer
 * @param gzip whether requests are compressed
 * @see <a href="https://opentelemetry.io/docs/specs/otel/protocol/exporter/">OTLP Exporter</a>
 */
public record Destination(URI endpoint, Map<String, String> headers, long timeoutNs, boolean gzip) {
  private static final int HTTP_PORT = 80;

  private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,8})\\s*(ms|s|m|h|d)?");
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\uffff]*");

  /** Our client writes them, or does not do what they announce. */
  private static final Set<String> OURS =
      Set.of("host", "content-length", "transfer-encoding", "connection", "expect", "upgrade");

  /** Standard settings that are left to OpenTelemetry's exporter. */
  private static final List<String> UNSUPPORTED =
      List.of("certificate", "client.key", "client.certificate");

  public Destination {
    headers = Map.copyOf(headers);
  }

  /**
   * The destination that the settings name.
   *
   * @param telemetry the {@code otel.*} settings by property name
   * @throws IllegalArgumentException when they ask for what is not done here; its message says what
   */
  public static Destination of(Map<String, String> telemetry, Signal signal) {
    OtlpSettings settings = new OtlpSettings(telemetry, signal);
    settings.of("protocol", "http/protobuf", value -> only(value, "protocol", "http/protobuf"));
    for (String name : UNSUPPORTED) {
      require(settings.of(name) == null, name + " is set");
    }
    for (String name : telemetry.keySet()) {
      require(!name.matches("otel\\.java\\..*exporter\\..*"), name + " is set");
    }
    return new Destination(
        endpoint(settings.endpoint()),
        settings.of("headers", "", Destination::headers),
        settings.of("timeout", "10000", Destination::nanos),
        settings.of("compression", "none", Destination::isGzip));
  }

  private static boolean isGzip(String value) {
    return !value.equals("none") && only(value, "compression", "gzip");
  }

  /** What is wrong is told without the text, which may hold a password. */
  private static URI endpoint(String text) {
    URI uri = uri(text);
    require("http".equalsIgnoreCase(uri.getScheme()), "the endpoint's scheme is not http");
    require(
        uri.getHost() != null && uri.getRawUserInfo() == null,
        "the endpoint is more than host, port and path");
    return uri;
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the endpoint is no URI: " + e.getReason());
    }
  }

  private static Map<String, String> headers(String list) {
    Map<String, String> headers = Pairs.of(list);
    headers.forEach((name, value) -> {
      require(HEADER_NAME.matcher(name).matches(), "'" + name + "' is no name of a header");
      require(!OURS.contains(name.toLowerCase(Locale.ROOT)), "header " + name + " is set");
      require(HEADER_VALUE.matcher(value).matches(), "header " + name + " has no valid value");
    });
    return headers;
  }

  private static long nanos(String duration) {
    Matcher matcher = DURATION.matcher(duration);
    require(matcher.matches(), "the timeout is " + duration);
    String unit = matcher.group(2);
    return unit(unit == null ? "ms" : unit).toNanos(Long.parseLong(matcher.group(1)));
  }

  private static TimeUnit unit(String word) {
    return switch (word) {
      case "d" -> TimeUnit.DAYS;
      case "h" -> TimeUnit.HOURS;
      case "m" -> TimeUnit.MINUTES;
      case "s" -> TimeUnit.SECONDS;
      default -> TimeUnit.MILLISECONDS;
    };
  }

  private static boolean only(String value, String name, String supported) {
    require(value.equals(supported), "the " + name + " is " + value);
    return true;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Without the brackets of an IPv6 address. */
  String host() {
    String host = endpoint.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  int port() {
    return endpoint.getPort() < 0 ? HTTP_PORT : endpoint.getPort();
  }

  /** Path and query, as the request line has them. */
  String target() {
    String path = endpoint.getRawPath().isEmpty() ? "/" : endpoint.getRawPath();
    return endpoint.getRawQuery() == null ? path : path + "?" + endpoint.getRawQuery();
  }
}
