package io.heddle.recorder.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProtobufReaderTest {
  private static byte[] message() {
    ProtobufWriter writer = new ProtobufWriter(0);
    writer.fixed32(9, 1);
    writer.fixed64(8, 1);
    int inner = writer.begin(1);
    writer.varint(1, -5);
    writer.text(2, "zu spät");
    writer.end(inner);
    return writer.toByteArray();
  }

  @Test
  void fields_areFoundBehindOthers() {
    ProtobufReader inner = new ProtobufReader(message()).message(1);
    assertThat(inner.varint(1)).isEqualTo(-5);
    assertThat(inner.text(2)).isEqualTo("zu spät");
  }

  @Test
  void absentFields_areEmpty() {
    ProtobufReader reader = new ProtobufReader(message());
    assertThat(reader.varint(3)).isZero();
    assertThat(reader.text(3)).isEmpty();
    assertThat(reader.message(3).varint(1)).isZero();
    assertThat(reader.varint(1)).as("of another type").isZero();
  }

  @Test
  void anyBytes_areReadWithoutHarm() {
    byte[] whole = message();
    for (int length = 0; length < whole.length; length++) {
      assertReadable(Arrays.copyOf(whole, length));
    }
    for (int seed = 0; seed < 5_000; seed++) {
      byte[] noise = new byte[seed % 40];
      new Random(seed).nextBytes(noise);
      assertReadable(noise);
    }
  }

  private static void assertReadable(byte[] bytes) {
    assertThatCode(
            () -> {
              ProtobufReader reader = new ProtobufReader(bytes);
              reader.message(1).text(2);
              reader.message(1).varint(1);
              reader.varint(3);
            })
        .as(Arrays.toString(bytes))
        .doesNotThrowAnyException();
  }
}
