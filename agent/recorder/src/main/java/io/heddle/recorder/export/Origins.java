package io.heddle.recorder.export;

import io.heddle.recorder.export.FinishedSpan.Origin;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Says who sends: the resource of this process, and the instrumentation scope. */
public final class Origins {
  static final String SERVICE_NAME = "service.name";
  static final String SERVICE_VERSION = "service.version";
  static final String INSTANCE_ID = "service.instance.id";

  private static final String JAR = ".jar";
  private static final String SCOPE = "io.heddle";

  private Origins() {}

  /**
   * Weakest first: what we find out ourselves, what another tracer of the process says, {@code
   * OTEL_RESOURCE_ATTRIBUTES}, {@code OTEL_SERVICE_NAME}.
   *
   * @param telemetry the {@code otel.*} settings by property name
   * @param host resource attributes of another tracer; its own {@code telemetry.*} are left out
   * @param command what the JVM was started with: main class or jar, then arguments
   * @param instanceId random, to tell processes of one service apart
   */
  public static Origin of(
      Map<String, String> telemetry, Map<String, String> host, String command, String instanceId) {
    String version = version();
    AttributesBuilder attributes = Attributes.builder();
    attributes.put(SERVICE_NAME, serviceName(command));
    attributes.put(INSTANCE_ID, instanceId);
    host.forEach((key, value) -> {
      if (!key.startsWith("telemetry.")) {
        attributes.put(key, value);
      }
    });
    attributes.put("telemetry.distro.name", "heddle");
    attributes.put("telemetry.distro.version", version);
    given(telemetry.getOrDefault("otel.resource.attributes", ""), attributes);
    String name = telemetry.get("otel.service.name");
    if (name != null) {
      attributes.put(SERVICE_NAME, name);
    }
    return new Origin(
        Resource.getDefault().merge(Resource.create(attributes.build())),
        InstrumentationScopeInfo.builder(SCOPE).setVersion(version).build());
  }

  /** The version of the application, if it is told. */
  public static @Nullable String serviceVersion(Origin origin) {
    return origin.resource().getAttribute(AttributeKey.stringKey(SERVICE_VERSION));
  }

  private static void given(String list, AttributesBuilder attributes) {
    for (String pair : list.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        attributes.put(
            pair.substring(0, equals).trim(), decoded(pair.substring(equals + 1).trim()));
      }
    }
  }

  /** Percent-decoding alone: a plus sign means itself. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /** The jar's name or the main class; {@code unknown_service:java} without either. */
  private static String serviceName(String command) {
    String program = command.strip().split("\\s+", 2)[0];
    int folders = Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1;
    String file = program.substring(folders);
    if (file.endsWith(JAR)) {
      return file.substring(0, file.length() - JAR.length());
    }
    return file.isEmpty() ? "unknown_service:java" : file;
  }

  /** As the build wrote it. */
  private static String version() {
    Properties build = new Properties();
    try (InputStream in = Origins.class.getResourceAsStream("version.properties")) {
      build.load(Objects.requireNonNull(in, "version.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties", e);
    }
    return build.getProperty("version", "");
  }
}
