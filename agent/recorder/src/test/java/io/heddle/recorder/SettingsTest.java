package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
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
    assertThat(settings.evidence()).isTrue();
    assertThat(settings.ringSlots()).isEqualTo(8192);
    assertThat(settings.extensions()).isEmpty();
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void property_beatsEnvironmentBeatsFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("heddle.properties");
    Files.writeString(
        file, "heddle.ring.slots=128\nheddle.rings.max=3\nheddle.log=debug\notel.service.name=f\n");
    Map<String, String> values =
        SettingSources.merged(
            Map.of("HEDDLE_RING_SLOTS", "256", "HEDDLE_RINGS_MAX", "4", "OTEL_SERVICE_NAME", "e"),
            properties("heddle.config.file", file.toString(), "heddle.ring.slots", "512"));
    Settings settings = Settings.of(values);
    assertThat(settings.ringSlots()).isEqualTo(512);
    assertThat(settings.ringsMax()).isEqualTo(4);
    assertThat(settings.log()).isEqualTo(Log.Level.DEBUG);
    assertThat(settings.telemetry()).containsEntry("otel.service.name", "e");
  }

  @Test
  void badValue_isNamedAndReplacedByTheDefault() {
    Settings settings = Settings.of(Map.of("heddle.ring.slots", "100", "heddle.evidence", "maybe"));
    assertThat(settings.ringSlots()).isEqualTo(8192);
    assertThat(settings.problems())
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("heddle.evidence=maybe"))
        .anyMatch(problem -> problem.startsWith("heddle.ring.slots=100"));
  }

  @Test
  void missingFile_isAProblemThatNamesIt() {
    Map<String, String> values =
        SettingSources.merged(Map.of(), properties("heddle.config.file", "not/there.properties"));
    assertThat(Settings.of(values).problems())
        .singleElement()
        .asString()
        .contains("heddle.config.file", "not/there.properties");
  }

  @Test
  void disabledSdk_disablesUs() {
    assertThat(Settings.of(Map.of("otel.sdk.disabled", "true")).enabled()).isFalse();
  }

  @Test
  void documentedTable_isThatOfTheCode() throws Exception {
    List<String> rows =
        Arrays.stream(Setting.values())
            .map(setting ->
                "| `%s` | `%s` | %s | %s |"
                    .formatted(
                        setting.key(),
                        setting.variable(),
                        setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "`",
                        setting.meaning()))
            .toList();
    assertThat(Files.readAllLines(TABLE)).containsSubsequence(rows);
  }
}
