package io.heddle.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkerTest {
  private static final byte[] CONTENT = "before".getBytes(StandardCharsets.UTF_8);

  @TempDir Path classes;

  @Test
  void classes_areChangedAsTheClassPathItselfSays() throws Exception {
    compile(
        "package io.heddle.agent.loader; public final class Linking {"
            + " public static byte[] packaged(String path, byte[] file) {"
            + " return path.getBytes(); } }");

    try (Linker linker = Linker.of(new ClassPath(List.of(classes)))) {
      assertThat(linker.linked("a/B.class", CONTENT)).asString().isEqualTo("a/B.class");
      assertThat(linker.linked("a/text", CONTENT)).isSameAs(CONTENT);
    }
  }

  @Test
  void classPathWithoutALoader_staysAsItIs() throws Exception {
    try (Linker linker = Linker.of(new ClassPath(List.of(classes)))) {
      assertThat(linker.linked("a/B.class", CONTENT)).isSameAs(CONTENT);
    }
  }

  private void compile(String source) throws Exception {
    Path file = Files.writeString(classes.resolve("Linking.java"), source);
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), file.toString()))
        .isZero();
  }
}
