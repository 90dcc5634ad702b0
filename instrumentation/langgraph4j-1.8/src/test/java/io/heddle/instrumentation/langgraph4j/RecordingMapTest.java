package io.heddle.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a node gets from {@code data()} behaves like what the engine would have given it. */
class RecordingMapTest {
  private final Map<String, Object> data = new HashMap<>(Map.of("a", 1, "b", "two"));
  private final Map<String, Object> original = Collections.unmodifiableMap(data);
  private final Map<String, Object> recording =
      Collections.unmodifiableMap(new RecordingMap(data, new OpenNode(null)));

  @Test
  void everyQuestion_hasTheOriginalsAnswer() {
    assertThat(recording.getClass()).isEqualTo(original.getClass());
    assertThat(recording).isEqualTo(original).hasSameHashCodeAs(original);
    assertThat(original).isEqualTo(recording);
    assertThat(recording.toString()).isEqualTo(original.toString());
    assertThat(recording.keySet()).isEqualTo(original.keySet());
    assertThat(recording.entrySet()).isEqualTo(original.entrySet());
    assertThat(recording.values()).containsExactlyElementsOf(original.values());
    assertThat(recording.size()).isEqualTo(original.size());
    assertThat(recording.isEmpty()).isFalse();
    assertThat(recording.containsValue("two")).isTrue();
    assertThat(recording.containsKey("c")).isFalse();
    assertThat(recording.get("a")).isEqualTo(1);
    assertThat(recording.getOrDefault("c", 3)).isEqualTo(3);
  }

  @Test
  void change_isRefusedLikeInTheOriginal() {
    assertThatThrownBy(() -> recording.put("c", 3))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> recording.entrySet().iterator().next().setValue(3))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> recording.computeIfAbsent("c", unseen -> 3))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void serializedForm_isTheOriginals() throws Exception {
    assertThat(serialized(recording)).isEqualTo(serialized(original));
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(serialized(recording)));
    assertThat(in.readObject()).isEqualTo(original);
  }

  private static byte[] serialized(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }
}
