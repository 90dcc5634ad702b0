package io.heddle.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlimTest {
  private static final String PATH = "io/heddle/Shape.class";

  @TempDir Path classes;

  @BeforeEach
  void compile() throws Exception {
    Path source =
        Files.writeString(
            classes.resolve("Shape.java"),
            """
            package io.heddle;
            @Deprecated
            public record Shape(@Deprecated java.util.List<String> corners)
                implements java.util.function.Supplier<String> {
              public Shape() { this(java.util.List.of("a", "b")); }
              @Deprecated
              public String get() {
                StringBuilder aVariable = new StringBuilder();
                for (String corner : corners) { aVariable.append(corner); }
                if (aVariable.isEmpty()) { throw new IllegalStateException(); }
                return aVariable + " " + new Throwable().getStackTrace()[0];
              }
            }
            """);
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "-g",
                    "-parameters",
                    "-Xlint:none",
                    "-d",
                    classes.toString(),
                    source.toString()))
        .isZero();
  }

  @Test
  void namesOfVariables_annotationsAndSignatures_areLeftOut() throws Exception {
    assertThat(text(compiled()))
        .contains("aVariable", "Ljava/lang/Deprecated;", "MethodParameters", "Signature", "List<");

    assertThat(text(Slim.of(PATH, compiled())))
        .doesNotContain(
            "aVariable", "Ljava/lang/Deprecated;", "MethodParameters", "Signature", "List<");
  }

  @Test
  void slimClass_doesTheSameAndItsStackTracesHaveLines() throws Exception {
    Files.write(classes.resolve(PATH), Slim.of(PATH, compiled()));

    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      Class<?> shape = loader.loadClass("io.heddle.Shape");
      assertThat(((Supplier<?>) shape.getConstructor().newInstance()).get())
          .isEqualTo("ab io.heddle.Shape.get(Shape.java:11)");
      assertThat(shape.isRecord()).isTrue();
      assertThat(shape.getRecordComponents()).hasSize(1);
    }
  }

  @Test
  void classOfALibrary_staysAsItIs() throws Exception {
    byte[] file = compiled();

    assertThat(Slim.of("io/opentelemetry/Shape.class", file)).isSameAs(file);
  }

  private byte[] compiled() throws Exception {
    return Files.readAllBytes(classes.resolve(PATH));
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }
}
