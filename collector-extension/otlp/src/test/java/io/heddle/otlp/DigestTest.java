package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DigestTest {
  @Test
  void contentsThatDifferInOneBit_haveOtherDigests_whateverTheirLength() {
    Random random = new Random(1);
    Set<Digest> seen = new HashSet<>();
    int contents = 0;
    for (int length = 0; length < 70; length++) {
      byte[] content = new byte[length];
      random.nextBytes(content);
      seen.add(Digest.of(content, 0, length));
      contents++;
      for (int bit = 0; bit < 8 * length; bit++) {
        content[bit / 8] ^= (byte) (1 << bit % 8);
        seen.add(Digest.of(content, 0, length));
        contents++;
        content[bit / 8] ^= (byte) (1 << bit % 8);
      }
    }
    assertThat(seen).hasSize(contents);
  }

  @Test
  void zeroBytesAtTheEnd_count() {
    assertThat(Digest.of("a\0")).isNotEqualTo(Digest.of("a"));
    assertThat(Digest.of("12345678\0\0\0\0\0\0\0\0")).isNotEqualTo(Digest.of("12345678"));
  }

  @Test
  void placeInTheArray_doesNotCount() {
    byte[] bytes = "xyz what is the weather like?".getBytes(UTF_8);

    assertThat(Digest.of(bytes, 4, bytes.length - 4))
        .isEqualTo(Digest.of("what is the weather like?"))
        .hasToString(Digest.of("what is the weather like?").toString());
    assertThat(Digest.of("").toString()).hasSize(32);
  }

  @Test
  void halvesAreIndependent_soThatEachAloneTellsAHundredThousandContentsApart() {
    Set<Long> highs = new HashSet<>();
    Set<Long> lows = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      Digest digest = Digest.of("order " + i);
      highs.add(digest.high());
      lows.add(digest.low());
    }
    assertThat(highs).hasSize(100_000);
    assertThat(lows).hasSize(100_000);
  }
}
