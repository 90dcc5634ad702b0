package io.heddle.agent.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlySettingsTest {
  private static final String FILE = "heddle.config.file";
  private static final String METHODS = "heddle.methods";

  @TempDir Path directory;

  @AfterEach
  void clear() {
    System.clearProperty(FILE);
    System.clearProperty(METHODS);
  }

  @Test
  void withoutAFile_nothingUnknownIsWanted() {
    EarlySettings settings = EarlySettings.ofProcess();

    assertThat(settings.mayAddRules()).isFalse();
    assertThat(settings.methods()).isNull();
  }

  @Test
  void rulesInTheFile_areKnownBeforeMain() throws Exception {
    EarlySettings settings = ofFile("heddle.methods=a.B[c]\nheddle.log=debug\n");

    assertThat(settings.mayAddRules()).isFalse();
    assertThat(settings.methods()).isEqualTo("a.B[c]");
    assertThat(settings.isDebug()).isTrue();
  }

  @Test
  void property_isStrongerThanTheFile() throws Exception {
    System.setProperty(METHODS, "a.B[d]");

    assertThat(ofFile("heddle.methods=a.B[c]").methods()).isEqualTo("a.B[d]");
  }

  @Test
  void blankProperty_isNotSet() throws Exception {
    System.setProperty(METHODS, " ");

    assertThat(ofFile("heddle.methods=a.B[c]").methods()).isEqualTo("a.B[c]");
  }

  @Test
  void extensionsInTheFile_mayAddRules() throws Exception {
    assertThat(ofFile("heddle.extensions=some.jar").mayAddRules()).isTrue();
  }

  @Test
  void unreadableFile_mayHaveSaidAnything() {
    System.setProperty(FILE, directory.resolve("absent").toString());

    assertThat(EarlySettings.ofProcess().mayAddRules()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"false,false", "OFF,false", "true,true", "on,true"})
  void agent_isWantedUnlessSwitchedOff(String enabled, boolean isWanted) {
    System.setProperty("heddle.enabled", enabled);
    try {
      assertThat(EarlySettings.isAgentWanted()).isEqualTo(isWanted);
    } finally {
      System.clearProperty("heddle.enabled");
    }
  }

  @Test
  void namesOfSettings_areThoseOfTheTable() {
    assertThat(EarlySettings.names())
        .containsExactly(Stream.of(Setting.values()).map(Setting::key).toArray(String[]::new));
  }

  @Test
  void misspeltName_isSeen() throws Exception {
    assertThat(ofFile("heddle.methods=a.B[c]\notel.anything=1\nheddle.hook=boot").isMisspelt())
        .isFalse();
    assertThat(ofFile("heddle.method=a.B[c]").isMisspelt()).isTrue();
  }

  @Test
  void misspeltProperty_isSeen() {
    System.setProperty("heddle.met", "a.B[c]");
    try {
      assertThat(EarlySettings.ofProcess().isMisspelt()).isTrue();
    } finally {
      System.clearProperty("heddle.met");
    }
  }

  @Test
  void origin_isTheStrongestSource() throws Exception {
    assertThat(ofFile("heddle.methods=a.B[c]").origin(METHODS)).isEqualTo("file");
    System.setProperty(METHODS, "a.B[d]");
    assertThat(ofFile("heddle.methods=a.B[c]").origin(METHODS)).isEqualTo("property");
  }

  private EarlySettings ofFile(String content) throws IOException {
    Path file = Files.writeString(directory.resolve("heddle.properties"), content);
    System.setProperty(FILE, file.toString());
    return EarlySettings.ofProcess();
  }
}
