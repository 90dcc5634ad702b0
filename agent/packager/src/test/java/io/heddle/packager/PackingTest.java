package io.heddle.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackingTest {
  private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

  @TempDir Path classes;

  private final SortedMap<String, byte[]> entries = new TreeMap<>();

  PackingTest() {
    entries.put("inst/io/heddle/weaver/Agent.classdata", CONTENT);
    entries.put("inst/io/opentelemetry/api/trace/Span.classdata", CONTENT);
  }

  @Test
  void classesOfEachStart_areInOneEntryAsTheClassPathItselfPacksThem() throws Exception {
    compile(
        "package io.heddle.agent.loader; public final class ClassPack {"
            + " public static byte[] of(java.util.Map<String, byte[]> files) {"
            + " return files.keySet().toString().getBytes(); } }");

    SortedMap<String, byte[]> packed = Packing.packed(entries, classPath());

    assertThat(packed.keySet())
        .containsExactly(Packing.ENTRY, "inst/io/opentelemetry/api/trace/Span.classdata");
    assertThat(packed.get(Packing.ENTRY)).asString().isEqualTo("[io/heddle/weaver/Agent]");
  }

  @Test
  void classPathWithoutAReader_keepsItsEntries() throws Exception {
    assertThat(Packing.packed(entries, classPath())).isEqualTo(entries);
  }

  private ClassPath classPath() {
    return new ClassPath(List.of(classes));
  }

  private void compile(String source) throws Exception {
    Path file = Files.writeString(classes.resolve("ClassPack.java"), source);
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), file.toString()))
        .isZero();
  }
}
