package io.heddle.instrumentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.toy.LiveProgram;
import io.heddle.instrumentation.testkit.toy.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings file, changed while a program runs under the packaged agent. */
class LiveSettingsIT {
  private static final Path TOYS = AgentJar.locationOf(Shop.class);
  private static final String SHOP = Shop.class.getName();
  private static final String SELL = "heddle.methods=workflow:" + SHOP + "[sell]=sell {0}";

  @TempDir Path directory;
  private OtlpSink sink;
  private Dialogue program;
  private String answer;

  @BeforeEach
  void startAndSellOnce() throws IOException {
    sink = OtlpSink.start();
    write("# nothing yet");
    program =
        Dialogue.with(
            Application.of(LiveProgram.class)
                .on(TOYS.toString())
                .exportingTo(sink)
                .with(
                    "-javaagent:" + AgentJar.core(),
                    "-Dheddle.log=debug",
                    "-Dotel.bsp.schedule.delay=50",
                    "-Dheddle.config.file=" + file()),
            directory);
    answer = program.ask("a");
  }

  @AfterEach
  void stop() {
    program.close();
    sink.close();
  }

  @Test
  void methods_areWovenAndUnwovenWhileTheProgramRuns() throws Exception {
    change(SELL + ";" + SHOP + "[ship]", "2 methods woven in 1 class by 2 rules");
    awaitRecorded("b");
    change(
        SELL + ";@io.heddle.instrumentation.testkit.toy.Step;a.B[c]",
        "2 methods woven in 1 class by 3 rules");
    awaitRecorded("c");
    change("# no methods any more", "0 methods woven in 0 classes by 0 rules");
    assertThat(program.ask("a")).isEqualTo(answer);
    program.end();

    RecordedSpans spans = sink.spans();
    assertThat(spans.roots()).extracting(RecordedSpan::name).doesNotContain("sell a");
    assertThat(nodesOf(spans, "sell b")).containsExactly("Shop.ship");
    assertThat(nodesOf(spans, "sell c")).containsExactly("Shop.audit");
  }

  @Test
  void killSwitch_stopsRecordingAtOnceAndBringsItBack() throws Exception {
    change(SELL, "1 method woven");
    awaitRecorded("a");
    change("heddle.enabled=false\n" + SELL, "changed: heddle.enabled=false");
    program.ask("off");
    change(SELL, "changed: heddle.enabled is no longer set");
    awaitRecorded("b");
    program.end();

    assertThat(sink.spans().roots())
        .extracting(RecordedSpan::name)
        .contains("sell a", "sell b")
        .doesNotContain("sell off");
    assertThat(program.err()).contains("misused 0");
  }

  @Test
  void badFile_isSaidInOneLineAndChangesNothing() throws Exception {
    change(SELL, "1 method woven");
    change("heddle.enabled=perhaps\nheddle.methods=nonsense", "settings stay as they were");
    awaitRecorded("a");
    program.end();

    assertThat(program.err().lines().filter(line -> line.contains("stay as they were")))
        .singleElement()
        .asString()
        .contains("heddle.enabled=perhaps", "heddle.methods: column 9");
  }

  @Test
  void settingThatNeedsARestart_isSaidToDoSo() throws Exception {
    change(SELL, "1 method woven");
    change("heddle.ring.slots=64", "changed: heddle.ring.slots=64, from the next start on");
    program.end();
  }

  private void awaitRecorded(String order) throws Exception {
    program.ask(order);
    program.await(() -> sink.spans().names().contains("sell " + order), order);
  }

  private static List<String> nodesOf(RecordedSpans spans, String run) {
    return spans.children(spans.only(run)).stream().map(RecordedSpan::name).toList();
  }

  private void change(String content, String said) throws Exception {
    write(content);
    program.awaitErr(said);
  }

  private void write(String content) throws IOException {
    Files.writeString(file(), content + "\n");
  }

  private Path file() {
    return directory.resolve("heddle.properties");
  }
}
