package io.heddle.agent.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassPackTest {
  /** Two names of one hash. */
  private static final String ONE = "a/Aa";

  private static final String OTHER = "a/BB";

  @Test
  void everyClass_isFoundByItsName() throws Exception {
    Map<String, byte[]> files = new HashMap<>();
    for (int i = 0; i < 1000; i++) {
      files.put("some/package/Type" + i, bytes("content " + i));
    }
    ClassPack pack = new ClassPack(ClassPack.of(files));

    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      assertThat(pack.classFile(file.getKey())).isEqualTo(file.getValue());
    }
    assertThat(pack.classFile("some/package/Type1000")).isNull();
  }

  @Test
  void namesOfOneHash_areToldApart() throws Exception {
    assertThat(ONE).hasSameHashCodeAs(OTHER);
    ClassPack pack = new ClassPack(ClassPack.of(Map.of(ONE, bytes("1"), OTHER, bytes("2"))));

    assertThat(pack.classFile(ONE)).isEqualTo(bytes("1"));
    assertThat(pack.classFile(OTHER)).isEqualTo(bytes("2"));
  }

  @Test
  void onlyClassOfAHash_isNotTakenForAnother() throws Exception {
    assertThat(new ClassPack(ClassPack.of(Map.of(ONE, bytes("1")))).classFile(OTHER)).isNull();
  }

  @Test
  void order_doesNotChangeTheBytes() {
    Map<String, byte[]> forwards = new LinkedHashMap<>();
    forwards.put(ONE, bytes("1"));
    forwards.put(OTHER, bytes("2"));
    Map<String, byte[]> backwards = new LinkedHashMap<>();
    backwards.put(OTHER, bytes("2"));
    backwards.put(ONE, bytes("1"));

    assertThat(ClassPack.of(forwards)).isEqualTo(ClassPack.of(backwards));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 20})
  void cutPack_isRefused(int length) {
    byte[] cut =
        ByteBuffer.allocate(length).put(bytes("not a pack at all...").clone(), 0, length).array();

    assertThatThrownBy(() -> new ClassPack(cut)).isInstanceOf(IOException.class);
  }

  @Test
  void placeOutsideThePack_isAnErrorThatNamesTheClass() throws Exception {
    byte[] damaged = ClassPack.of(Map.of(ONE, bytes("1")));
    ByteBuffer.wrap(damaged).putInt(8, damaged.length + 1);

    assertThatThrownBy(() -> new ClassPack(damaged).classFile(ONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(ONE);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
