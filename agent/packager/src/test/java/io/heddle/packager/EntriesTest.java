package io.heddle.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EntriesTest {
  private static final String SERVICES = "inst/META-INF/services/lib.Provider";

  private final Entries entries = new Entries();

  @Test
  void servicesFiles_areMergedSortedAndWithoutComments() {
    entries.add(SERVICES, bytes("# ours\nlib.B\n"), "one");
    entries.add(SERVICES, bytes("lib.A\n\nlib.B"), "two");

    assertThat(entries.sorted().get(SERVICES)).isEqualTo(bytes("lib.A\nlib.B\n"));
  }

  @Test
  void sameFileTwice_isKeptOnce() {
    entries.add("inst/a", bytes("a"), "one");
    entries.add("inst/a", bytes("a"), "two");

    assertThat(entries.sorted()).hasSize(1);
  }

  @Test
  void differentFilesOfOneName_areRefusedWithBothLibraries() {
    entries.add("inst/a", bytes("a"), "one");

    assertThatThrownBy(() -> entries.add("inst/a", bytes("b"), "two"))
        .hasMessageContaining("inst/a")
        .hasMessageContaining("one")
        .hasMessageContaining("two");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
