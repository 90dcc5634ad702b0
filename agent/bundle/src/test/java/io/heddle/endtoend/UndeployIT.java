package io.heddle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import io.heddle.instrumentation.testkit.Outcome;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bsc.async.AsyncGenerator;
import org.bsc.langgraph4j.StateGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;

/** What an application leaves behind is not kept by the agent. */
@Timeout(120)
class UndeployIT {
  private final Application program =
      Application.of(UndeployedProgram.class, classPath())
          .on(AgentJar.locationOf(UndeployedProgram.class).toString());

  @Test
  void applicationWithAHalfReadStream_isCollectedAsWithoutTheAgent() throws Exception {
    Outcome alone = program.run();
    Outcome recorded =
        program
            .with(
                "-javaagent:" + Sample.agent(), "-Dheddle.log=debug", "-Dotel.traces.exporter=none")
            .run();

    assertThat(alone.out()).endsWith("collected\n");
    assertThat(recorded.out()).isEqualTo(alone.out());
    assertThat(recorded.counters()).containsEntry("abandoned runs", 1L).containsEntry("errors", 0L);
  }

  private static String classPath() {
    return Stream.of(UndeployIT.class, StateGraph.class, AsyncGenerator.class, Logger.class)
        .map(AgentJar::locationOf)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
