package io.heddle.instrumentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.toy.Flow;
import io.heddle.instrumentation.testkit.toy.FlowProgram;
import io.heddle.instrumentation.testkit.toy.OsgiProgram;
import io.heddle.instrumentation.testkit.toy.ToyModule;
import io.heddle.instrumentation.testkit.toy.TwoAppsProgram;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.launch.Framework;

/** Engines are woven wherever an application keeps them. */
@Timeout(200)
class HomesIT {
  private static final Path TOYS = AgentJar.locationOf(ToyModule.class);

  @TempDir Path directory;

  @Test
  void engineInAJarOfSpringBoot_isRecorded() throws Exception {
    Path jar = SpringBootJar.in(directory, FlowProgram.class, Flow.class);
    Application program = Application.of(FlowProgram.class);
    Application fat =
        new Application(
            List.of(SpringBootJar.LAUNCHER), jar.toString(), List.of(), program.javaHome());

    try (OtlpSink sink = OtlpSink.start()) {
      Outcome outcome = fat.under(bundled()).exportingTo(sink).run();

      assertThat(outcome.out()).isEqualTo(program.on(TOYS.toString()).run().out());
      assertThat(outcome.foreignErrorLines()).isEmpty();
      assertThat(sink.spans().roots())
          .extracting(RecordedSpan::name)
          .containsOnly("flow")
          .hasSize(2);
      assertThat(sink.spans().nodes()).hasSize(8);
    }
  }

  /** Felix asks the parent for {@code java.*} only; so does Equinox. */
  @Test
  void bundleOfAnOsgiFramework_isWovenAndCanBeCollected() throws Exception {
    Application program =
        Application.of(
                OsgiProgram.class,
                BundleJar.in(directory, Flow.class).toUri().toString(),
                directory.resolve("framework").toString())
            .on(TOYS + File.pathSeparator + AgentJar.locationOf(Framework.class));

    assertThat(program.run().out()).isEqualTo("plain true\ncollected\n");
    assertThat(program.under(AgentJar.core(), TOYS).run().out())
        .isEqualTo("woven true\ncollected\n");
  }

  @Test
  void twoApplicationsInOneProcess_areRecordedApartAndCanBeUndeployed() throws Exception {
    Application container = Application.of(TwoAppsProgram.class).on(TOYS.toString());

    try (OtlpSink sink = OtlpSink.start()) {
      Outcome outcome = container.under(bundled()).exportingTo(sink).run();

      assertThat(outcome.out()).isEqualTo("node first\nnode second\ncollected\n");
      assertThat(outcome.foreignErrorLines()).isEmpty();
      assertThat(sink.spans().nodes())
          .extracting(RecordedSpan::name)
          .containsExactly("first", "second");
      assertThat(sink.spans().roots()).extracting(RecordedSpan::traceId).doesNotHaveDuplicates();
    }
  }

  @Test
  void toolsOfTheJdk_areLeftAloneWhenAllProcessesGetTheAgent() throws Exception {
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    Path agent = bundled();
    for (List<String> tool : List.of(List.of("javac", "-version"), List.of("jar", "--version"))) {
      ProcessBuilder builder = new ProcessBuilder(bin.resolve(tool.get(0)).toString(), tool.get(1));
      builder.environment().put("JAVA_TOOL_OPTIONS", "-javaagent:" + agent);
      builder.environment().put("HEDDLE_LOG", "debug");
      Process process = builder.redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes());

      assertThat(process.waitFor()).as(printed).isZero();
      assertThat(printed.lines())
          .filteredOn(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
          .hasSize(1)
          .noneMatch(line -> line.contains("heddle"));
    }
  }

  private Path bundled() throws Exception {
    return BundledJar.in(directory, TOYS, Flow.class);
  }
}
