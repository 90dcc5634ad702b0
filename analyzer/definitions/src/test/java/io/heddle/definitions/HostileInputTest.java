package io.heddle.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.core.blueprint.Assumptions;
import io.heddle.core.blueprint.Profiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input made to break a reader ends in an error that says where. */
final class HostileInputTest {
  private static final int ROUNDS = 400;

  @Test
  void yamlOfBillionLaughs_isRefused() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertRefused(yaml.toString(), "aliases counted as often as used");
  }

  @Test
  void yamlThatContainsItself_isRefused() {
    assertRefused("nodes: &n [*n]\n", "nothing is called &n");
  }

  @Test
  void yamlTag_instantiatesNothing() throws IOException {
    String yaml = "nodes:\n- !!java.net.URL {id: a, type: llm}\nedges: []\n";

    assertThat(read(yaml)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "- "})
  void deepNesting_isRefused(String opening) {
    assertRefused(opening.repeat(100_000), "nested deeper than 200 levels");
  }

  @Test
  void deepXml_isRefused() {
    assertRefused("<a>".repeat(100_000), "nested deeper than 200 levels");
  }

  @Test
  void xmlOfBillionLaughs_isRefused() {
    String xml =
        "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>"
            + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">&b;</definitions>";

    assertRefused(xml, "document type declaration");
  }

  @Test
  void xmlThatNamesAFile_doesNotReadIt(@TempDir Path directory) throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "treasure");
    String xml = "<!DOCTYPE d [<!ENTITY x SYSTEM \"%s\">]><d>&x;</d>".formatted(secret.toUri());

    assertRefused(xml, "document type declaration");
  }

  /** Bytes changed, cut out and doubled: the answer is a definition or the checked exception. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "support.dify.yml",
        "digest.dify.yml",
        "poster.nodetool.json",
        "claim.bpmn",
        "order.sw.yaml",
        "onboarding.sw.json",
        "mailroom.graph.json"
      })
  void damagedDefinition_isReadOrRefused(String file) throws IOException {
    byte[] sound = DefinitionReaderTest.resource(file).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(file.hashCode());
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damage(sound, random);
      try {
        new Profiler(DefinitionReader.read(damaged, "fuzz"), Assumptions.DEFAULTS).profile();
        read++;
      } catch (DefinitionFormatException expected) {
        assertThat(expected).hasMessageMatching("(?s).+");
      }
    }
    assertThat(read).isBetween(1, ROUNDS - 1);
  }

  private static byte[] damage(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(30));
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "{}[]:,\"'#&*-<>/\n\t0".charAt(random.nextInt(18));
        case 2 -> bytes = joined(bytes, at, bytes, at + length);
        default -> bytes = joined(bytes, at + length, bytes, at);
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[] head, int headEnd, byte[] tail, int tailStart) {
    byte[] joined = Arrays.copyOf(head, headEnd + tail.length - tailStart);
    System.arraycopy(tail, tailStart, joined, headEnd, tail.length - tailStart);
    return joined.length == 0 ? new byte[] {' '} : joined;
  }

  private static int read(String text) throws IOException {
    return DefinitionReader.read(text.getBytes(StandardCharsets.UTF_8), "x").nodes().size();
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DefinitionFormatException.class)
        .hasMessageContaining(message);
  }
}
