package io.heddle.recorder.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
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
    SortedMap<String, String> attributes = new TreeMap<>();
    attributes.put(SERVICE_NAME, serviceName(command));
    attributes.put(INSTANCE_ID, instanceId);
    host.forEach((key, value) -> {
      if (!key.startsWith("telemetry.")) {
        attributes.put(key, value);
      }
    });
    attributes.put("telemetry.sdk.name", SCOPE);
    attributes.put("telemetry.sdk.language", "java");
    attributes.put("telemetry.sdk.version", version);
    attributes.put("telemetry.distro.name", "heddle");
    attributes.put("telemetry.distro.version", version);
    attributes.putAll(Pairs.of(telemetry.getOrDefault("otel.resource.attributes", "")));
    String name = telemetry.get("otel.service.name");
    if (name != null) {
      attributes.put(SERVICE_NAME, name);
    }
    return new Origin(attributes, SCOPE, version);
  }

  /** The version of the application, if it is told. */
  public static @Nullable String serviceVersion(Origin origin) {
    return origin.resource().get(SERVICE_VERSION);
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

  /** The version of the agent, as the build wrote it. */
  public static String version() {
    Properties build = new Properties();
    try (InputStream in = Origins.class.getResourceAsStream("version.properties")) {
      build.load(Objects.requireNonNull(in, "version.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties", e);
    }
    return build.getProperty("version", "");
  }
}
