package io.heddle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages point at is there. */
class PagesTest {
  private static final Path HOUSE = Path.of("").toAbsolutePath().getParent();
  private static final Pattern LINK = Pattern.compile("]\\((?!\\w+:)([^)#]+)");
  private static final Pattern PATH =
      Pattern.compile(
          "(?<![\\w/-])(?:agent|analyzer|benchmarks|collector-extension|docs|instrumentation"
              + "|sample-app|\\.ci)/[\\w./-]*\\w(?![\\w<-])");

  static List<Path> pages() throws IOException {
    try (Stream<Path> root = Files.list(HOUSE);
        Stream<Path> docs = Files.list(HOUSE.resolve("docs"))) {
      return Stream.concat(root, docs)
          .filter(page -> page.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void links_leadSomewhere(Path page) throws IOException {
    List<Path> targets =
        LINK.matcher(Files.readString(page))
            .results()
            .map(link -> page.resolveSibling(link.group(1)))
            .toList();

    assertThat(targets).allSatisfy(target -> assertThat(target).exists());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pathsThatAreNamed_exist(Path page) throws IOException {
    List<Path> named =
        PATH.matcher(Files.readString(page))
            .results()
            .map(MatchResult::group)
            .filter(path -> !path.contains("/target/") && !path.endsWith("/"))
            .map(HOUSE::resolve)
            .toList();

    assertThat(named).allSatisfy(path -> assertThat(path).exists());
  }
}
