package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The completion script in the shells it is for. */
@Timeout(60)
final class CompletionTest {
  @TempDir private Path directory;

  @BeforeEach
  void script() throws IOException {
    Shell shell = new Shell(directory);
    assertThat(shell.run("generate-completion")).isZero();
    Files.writeString(directory.resolve("heddle.sh"), shell.out());
  }

  @Test
  void bash_completesCommandsAndOptions() throws Exception {
    assertThat(
            ask(
                "source ./heddle.sh && complete -p heddle"
                    + " && COMP_WORDS=(heddle crit) COMP_CWORD=1 COMP_LINE='heddle crit'"
                    + " COMP_POINT=11 && _complete_heddle heddle crit heddle"
                    + " && printf '%s\\n' \"${COMPREPLY[@]}\""
                    + " && COMP_WORDS=(heddle stats --exp) COMP_CWORD=2"
                    + " && COMP_LINE='heddle stats --exp' COMP_POINT=18"
                    + " && _complete_heddle heddle --exp stats"
                    + " && printf '%s\\n' \"${COMPREPLY[@]}\""))
        .contains("critical-path", "--explain-mapping")
        .anyMatch(line -> line.startsWith("complete ") && line.endsWith(" heddle"));
  }

  private List<String> ask(String script) throws Exception {
    Process process =
        new ProcessBuilder("bash", "-c", script)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said.lines().toList();
  }
}
