package io.heddle.recorder.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.self.Log;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String HEAD = "| property | environment | default | changed | meaning |\n";
  private static final Path TABLE = Path.of("..", "..", "docs", "settings.md");

  private static Properties properties(String... pairs) {
    Properties properties = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty(pairs[i], pairs[i + 1]);
    }
    return properties;
  }

  @Test
  void nothingSet_givesDefaults() {
    Settings settings = Settings.of(Map.of());
    assertThat(settings.enabled()).isTrue();
    assertThat(settings.evidence())
        .isEqualTo(new EvidenceSettings(true, true, true, true, true, ""));
    assertThat(settings.ringSlots()).isEqualTo(32768);
    assertThat(settings.extensions()).isEmpty();
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void property_beatsEnvironmentBeatsFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("heddle.properties");
    Files.writeString(
        file, "heddle.ring.slots=128\nheddle.rings.max=3\nheddle.log=debug\notel.service.name=f\n");
    Map<String, GivenSetting> values =
        SettingSources.merged(
            Map.of("HEDDLE_RING_SLOTS", "256", "HEDDLE_RINGS_MAX", "4", "OTEL_SERVICE_NAME", "e"),
            properties("heddle.config.file", file.toString(), "heddle.ring.slots", "512"));
    Settings settings = Settings.ofGiven(values);
    assertThat(settings.ringSlots()).isEqualTo(512);
    assertThat(settings.ringsMax()).isEqualTo(4);
    assertThat(settings.log()).isEqualTo(Log.Level.DEBUG);
    assertThat(settings.telemetry()).containsEntry("otel.service.name", "e");
  }

  /** In the environment another one's variables may begin so. */
  @Test
  void misspeltName_isToldWithWhatWasMeant() {
    Settings settings =
        Settings.ofGiven(
            SettingSources.merged(
                Map.of("HEDDLE_SERVICE_HOST", "10.0.0.1", "HEDDLE_PORT", "1", "HEDDLE_LOGS", "off"),
                properties(
                    "heddle.method", "a.B[c]", "heddle.hook", "boot", "heddle.colour", "x")));

    assertThat(settings.problems())
        .containsExactly(
            "HEDDLE_LOGS is no setting; HEDDLE_LOG is",
            "heddle.colour is no setting",
            "heddle.method is no setting; heddle.methods is");
  }

  @ParameterizedTest
  @CsvSource({
    "otel.exporter.otlp.protocol,grpc",
    "otel.exporter.otlp.timeout,10s",
    "otel.exporter.otlp.traces.timeout,1000",
    "otel.exporter.otlp.endpoint,https://a:b@collector:4318/x",
    "otel.exporter.otlp.compression,none"
  })
  void standardSettingThatMakesSense_isNoProblem(String name, String value) {
    assertThat(Settings.of(Map.of(name, value)).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"heddle,heddle,0", "method,methods,1", "rigns,rings,2", "'',abc,3", "abc,'',3"})
  void spelling_countsWhatIsWrong(String one, String other, int distance) {
    assertThat(Spelling.distance(one, other)).isEqualTo(distance);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "otel.bsp.max.export.batch.size|0",
        "otel.bsp.max.queue.size|-5",
        "otel.bsp.schedule.delay|soon",
        "otel.metric.export.interval|1e9",
        "otel.exporter.otlp.metrics.temporality.preference|sometimes",
        "otel.exporter.otlp.protocol|http/json",
        "otel.exporter.otlp.traces.compression|zip",
        "otel.exporter.otlp.metrics.timeout|soon",
        "otel.exporter.otlp.endpoint|localhost:4318",
        "otel.exporter.otlp.endpoint|secret@localhost:4318",
        "otel.exporter.otlp.headers|a=b,secret",
        "otel.resource.attributes|=b"
      })
  void standardSettingThatMakesNoSense_isTold(String name, String value) {
    assertThat(Settings.of(Map.of(name, value)).problems())
        .singleElement()
        .asString()
        .startsWith(name)
        .contains(" is not valid (")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "otel.bsp.schedule.delay|100",
        "otel.exporter.otlp.metrics.temporality.preference|Delta",
        "otel.exporter.otlp.headers|a=b, c=,",
        "otel.resource.attributes|a=b=c"
      })
  void standardSettingThatMakesSense_isNotTold(String name, String value) {
    assertThat(Settings.of(Map.of(name, value)).problems()).isEmpty();
  }

  @Test
  void saltThatCouldBeGuessed_isRefusedAndNotShown() {
    Settings settings = Settings.of(Map.of("heddle.evidence.salt", "pepper"));
    assertThat(settings.evidence().salt()).isEmpty();
    assertThat(settings.problems())
        .singleElement()
        .asString()
        .startsWith("heddle.evidence.salt=***")
        .doesNotContain("pepper");
  }

  @Test
  void badValue_isNamedAndReplacedByTheDefault() {
    Settings settings = Settings.of(Map.of("heddle.ring.slots", "100", "heddle.evidence", "maybe"));
    assertThat(settings.ringSlots()).isEqualTo(32768);
    assertThat(settings.problems())
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("heddle.evidence=maybe"))
        .anyMatch(problem -> problem.startsWith("heddle.ring.slots=100"));
  }

  @Test
  void missingFile_isAProblemThatNamesIt() {
    Map<String, GivenSetting> values =
        SettingSources.merged(Map.of(), properties("heddle.config.file", "not/there.properties"));
    assertThat(Settings.ofGiven(values).problems())
        .singleElement()
        .asString()
        .contains("heddle.config.file", "not/there.properties");
  }

  @Test
  void disabledSdk_disablesUs() {
    assertThat(Settings.of(Map.of("otel.sdk.disabled", "true")).enabled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://me:secret@c", "http://c/in?key=secret"})
  void secretInAnEndpoint_isNotShown(String endpoint) {
    Map<String, GivenSetting> given =
        SettingSources.merged(
            Map.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", endpoint), new Properties());
    assertThat(given.get("otel.exporter.otlp.traces.endpoint").shown()).isEqualTo("***");
  }

  @Test
  void origin_isThatOfTheStrongestSource(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("heddle.properties");
    Files.writeString(file, "heddle.log=info\nheddle.evidence=off\n");
    Map<String, GivenSetting> given =
        SettingSources.merged(
            Map.of("HEDDLE_EVIDENCE", "on", "OTEL_EXPORTER_OTLP_HEADERS", "api-key=secret"),
            properties("heddle.config.file", file.toString()));

    assertThat(given.get("heddle.log").origin()).isEqualTo(GivenSetting.Origin.FILE);
    assertThat(given.get("heddle.evidence").origin()).isEqualTo(GivenSetting.Origin.ENVIRONMENT);
    assertThat(given.get("otel.exporter.otlp.headers").shown()).isEqualTo("***");
  }

  /** With {@code -Dheddle.docs.write=true} the table is written anew instead. */
  @Test
  void documentedTable_isThatOfTheCode() throws Exception {
    String page = Files.readString(TABLE);
    int begin = page.indexOf(HEAD);
    int end = page.indexOf("\n\n", begin) + 1;
    if (Boolean.getBoolean("heddle.docs.write")) {
      Files.writeString(TABLE, page.substring(0, begin) + table() + page.substring(end));
    }
    assertThat(Files.readString(TABLE).substring(begin)).startsWith(table() + "\n");
  }

  private static String table() {
    return Arrays.stream(Setting.values())
        .map(SettingsTest::row)
        .collect(Collectors.joining("", HEAD + "|---|---|---|---|---|\n", ""));
  }

  private static String row(Setting setting) {
    return "| `%s` | `%s` | %s | %s | %s |\n"
        .formatted(
            setting.key(),
            setting.variable(),
            setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "`",
            setting.change().name().toLowerCase(Locale.ROOT),
            setting.meaning());
  }
}
