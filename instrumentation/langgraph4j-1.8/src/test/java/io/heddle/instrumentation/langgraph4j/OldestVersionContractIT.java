package io.heddle.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import io.heddle.instrumentation.testkit.EngineContract;
import io.heddle.instrumentation.testkit.Outcome;
import java.io.File;
import java.nio.file.Path;
import org.bsc.async.AsyncGenerator;
import org.bsc.langgraph4j.StateGraph;
import org.junit.jupiter.api.Test;

/** The same contract on the oldest version that is supported, and what older ones are told. */
class OldestVersionContractIT extends EngineContract {
  private static final String OLDEST = "langgraph4j-oldest";

  OldestVersionContractIT() {
    super(LangGraph4jModule.class, on(OLDEST, Application.of(OlderProgram.class, "streams")));
  }

  @Test
  void versionThatIsNotSupported_isToldOnceAndRunsAsEver() throws Exception {
    Application program = on("langgraph4j-older", Application.of(OlderProgram.class));
    Outcome bare = program.run();
    Outcome woven =
        program.under(AgentJar.core(), AgentJar.locationOf(LangGraph4jModule.class)).run();

    assertThat(woven.out()).isEqualTo(bare.out()).isNotEmpty();
    assertThat(woven.exitCode()).isEqualTo(bare.exitCode());
    assertThat(woven.err().lines())
        .filteredOn(line -> line.contains("not supported"))
        .singleElement()
        .asString()
        .contains("langgraph4j-core.jar", "langgraph4j that is not supported (1.8.3 or newer is)");
  }

  /** With the jars in {@code target/folder} in place of the newest ones. */
  private static Application on(String folder, Application program) {
    Path jars = Path.of("target", folder).toAbsolutePath();
    String others =
        program
            .classPath()
            .replace(AgentJar.locationOf(StateGraph.class).toString(), "")
            .replace(AgentJar.locationOf(AsyncGenerator.class).toString(), "");
    return program.on(
        String.join(
            File.pathSeparator,
            jars.resolve("langgraph4j-core.jar").toString(),
            jars.resolve("async-generator.jar").toString(),
            others));
  }
}
