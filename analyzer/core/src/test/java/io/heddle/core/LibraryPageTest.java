package io.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.WhereTheTimeGoes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/library.md shows is what compiles and runs. */
class LibraryPageTest {
  private static final Path SOURCE = Path.of("src/test/java/com/example/WhereTheTimeGoes.java");
  private static final Path PAGE = Path.of("../../docs/library.md");
  private static final int INTERNAL = 1;
  private static final int CLIENT = 3;
  private static final long EPOCH_NS = 1_790_000_000_000_000_000L;

  @TempDir private Path directory;

  @Test
  void page_showsTheExampleToTheLetter() throws IOException {
    String source = Files.readString(SOURCE);
    int body = source.indexOf('\n', source.indexOf("void print(")) + 1;
    String code = source.substring(body, source.indexOf("  }\n\n", body));
    String imports =
        source.lines().filter(line -> line.startsWith("import")).collect(Collectors.joining("\n"));
    assertThat(code.lines()).hasSizeLessThanOrEqualTo(10);
    assertThat(Files.readString(PAGE)).contains(code).contains(imports.indent(4));
  }

  @Test
  void example_printsThePathOfEachRunAndWhatToDo() throws IOException {
    String lines =
        IntStream.range(0, 30).mapToObj(LibraryPageTest::run).collect(Collectors.joining("\n"));
    Path file = Files.writeString(directory.resolve("spans.jsonl"), lines);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WhereTheTimeGoes.print(file, new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .startsWith("price SELF 10000000")
        .hasSize(30 * 9 + 1)
        .last()
        .asString()
        .startsWith("prices makes one price per item: Saving[meanMs=80.0");
  }

  /** A run that looks nine prices up, one after the other. */
  private static String run(int run) {
    String calls =
        IntStream.range(0, 9)
            .mapToObj(i -> span(run, i + 3, 2, "price", 10 * i, 10 * i + 10))
            .collect(Collectors.joining(","));
    return """
    {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":\
    {"stringValue":"shop"}}]},"scopeSpans":[{"spans":[%s,%s,%s]}]}]}\
    """
        .formatted(span(run, 1, 0, "checkout", 0, 90), span(run, 2, 1, "prices", 0, 90), calls);
  }

  private static String span(int run, int id, int parent, String name, long fromMs, long toMs) {
    long startNs = EPOCH_NS + run * 1_000_000_000L;
    return """
    {"traceId":"%032x","spanId":"%016x","parentSpanId":"%s","name":"%s","kind":%d,\
    "startTimeUnixNano":"%d","endTimeUnixNano":"%d"}\
    """
        .formatted(
            run + 1,
            id,
            parent == 0 ? "" : "%016x".formatted(parent),
            name,
            parent == 2 ? CLIENT : INTERNAL,
            startNs + fromMs * 1_000_000,
            startNs + toMs * 1_000_000);
  }
}
