package io.heddle.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import io.heddle.instrumentation.testkit.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class HeddleAgentJarIT {
  private static final int MEBIBYTE = 1 << 20;

  private final Path jar =
      AgentJar.locationOf(HeddleAgentJarIT.class).resolveSibling("heddle-agent.jar");

  @Test
  void size_isAtMostTwelveMebibytes() throws IOException {
    assertThat(Files.size(jar)).isLessThanOrEqualTo(12L * MEBIBYTE);
  }

  @Test
  void root_hasThePremainClassOnly() throws IOException {
    assertThat(entries())
        .filteredOn(name -> !name.startsWith("inst/") && !name.startsWith("META-INF/"))
        .containsExactly("io/heddle/agent/HeddleAgent.class");
  }

  @Test
  void hiddenClasses_haveNoNameThatALoaderLooksFor() throws IOException {
    assertThat(entries())
        .filteredOn(name -> name.startsWith("inst/"))
        .noneMatch(name -> name.endsWith(".class"));
  }

  @Test
  void entries_areSortedSoThatTheSameInputGivesTheSameBytes() throws IOException {
    List<String> entries = entries();

    assertThat(entries.get(0)).isEqualTo("META-INF/MANIFEST.MF");
    assertThat(entries.subList(1, entries.size())).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void everyEngineModule_isListed() throws IOException {
    assertThat(text("inst/META-INF/services/io.heddle.instrumentation.spi.EngineModule"))
        .hasLineCount(4)
        .contains(
            "ExecutorsModule", "LangChain4jModule", "LangGraph4jModule", "OpenTelemetryModule");
  }

  @Test
  void wovenClassesOfEveryEngine_areListed() throws IOException {
    assertThat(text("inst/META-INF/heddle/woven-classes").lines())
        .contains("org/bsc/langgraph4j/CompiledGraph", "dev/langchain4j/model/chat/ChatModel")
        .noneMatch(name -> name.contains("opentelemetry"))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void licences_areKept() throws IOException {
    assertThat(entries()).contains("META-INF/LICENSE");
    assertThat(entries()).anyMatch(name -> name.matches("META-INF/licenses/byte-buddy.*/LICENSE"));
    assertThat(text("META-INF/licenses/LIBRARIES")).contains("opentelemetry-sdk", "okhttp");
  }

  @Test
  void manifest_allowsRetransformationAndTellsTheVersion() throws IOException {
    try (JarFile agent = new JarFile(jar.toFile())) {
      Attributes attributes = agent.getManifest().getMainAttributes();

      assertThat(attributes.getValue("Premain-Class")).isEqualTo("io.heddle.agent.HeddleAgent");
      assertThat(attributes.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION)).isNotBlank();
    }
  }

  @Test
  void programWithoutEngine_seesEveryRuleUnseenAndNothingElse() throws Exception {
    Outcome outcome = Application.of(Greeting.class).under(jar).run();

    assertThat(outcome.out()).isEqualTo("hello\n");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.foreignErrorLines()).isEmpty();
    assertThat(outcome.verdicts())
        .isNotEmpty()
        .allMatch(verdict -> verdict.verdict().equals("unseen"));
  }

  private List<String> entries() throws IOException {
    try (JarFile agent = new JarFile(jar.toFile())) {
      return agent.stream().map(ZipEntry::getName).toList();
    }
  }

  private String text(String entry) throws IOException {
    try (JarFile agent = new JarFile(jar.toFile());
        InputStream in = agent.getInputStream(agent.getEntry(entry))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
