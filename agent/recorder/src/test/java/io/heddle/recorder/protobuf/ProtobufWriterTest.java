package io.heddle.recorder.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back by Google's own reader. */
class ProtobufWriterTest {
  private static final int LAST_FIELD = (1 << 29) - 1;

  private final ProtobufWriter writer = new ProtobufWriter(0);

  private CodedInputStream written() {
    return CodedInputStream.newInstance(writer.toByteArray());
  }

  private CodedInputStream field(int number, int type) throws IOException {
    CodedInputStream in = written();
    assertThat(in.readTag()).isEqualTo(number << 3 | type);
    return in;
  }

  @Test
  void varint_isReadBack() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      long value = random.nextLong() >> random.nextInt(Long.SIZE);
      int number = 1 + random.nextInt(LAST_FIELD);
      writer.rewind(0);
      writer.varint(number, value);
      CodedInputStream in = field(number, WireFormat.WIRETYPE_VARINT);
      int before = in.getTotalBytesRead();
      assertThat(in.readInt64()).isEqualTo(value);
      assertThat(in.getTotalBytesRead() - before).isEqualTo(ProtobufWriter.sizeOfVarint(value));
      assertThat(in.isAtEnd()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x0102030405060708L})
  void fixedNumbers_areReadBack(long value) throws IOException {
    writer.fixed32(1, (int) value);
    writer.fixed64(2, value);
    writer.float64(3, value / 3.0);
    writer.bool(4, value > 0);
    CodedInputStream in = field(1, WireFormat.WIRETYPE_FIXED32);
    assertThat(in.readFixed32()).isEqualTo((int) value);
    in.readTag();
    assertThat(in.readFixed64()).isEqualTo(value);
    in.readTag();
    assertThat(in.readDouble()).isEqualTo(value / 3.0);
    in.readTag();
    assertThat(in.readBool()).isEqualTo(value > 0);
  }

  @Test
  void text_isWhatTheJdkMakesOfIt() throws IOException {
    for (int seed = 0; seed < 2_000; seed++) {
      String value = text(new Random(seed));
      writer.rewind(0);
      writer.text(5, value);
      assertThat(field(5, WireFormat.WIRETYPE_LENGTH_DELIMITED).readByteArray())
          .as("seed %d", seed)
          .isEqualTo(value.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** ASCII, accents, CJK, emoji, and surrogates without their other half. */
  private static String text(Random random) {
    int[] bounds = {0x80, 0x800, 0x10000, 0x110000};
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(300); i > 0; i--) {
      text.appendCodePoint(random.nextInt(bounds[random.nextInt(bounds.length)]));
      if (random.nextInt(20) == 0) {
        text.append((char) (Character.MIN_SURROGATE + random.nextInt(0x800)));
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 124, 125, 126, 127, 16_380, 16_384, 2_100_000})
  void nestedMessages_haveTheirLengthWhateverItIs(int size) throws IOException {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    int outer = writer.begin(1);
    int inner = writer.begin(2);
    writer.bytes(100, content);
    writer.end(inner);
    writer.end(outer);
    CodedInputStream in = field(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    in.pushLimit(in.readRawVarint32());
    in.readTag();
    in.pushLimit(in.readRawVarint32());
    in.readTag();
    assertThat(in.readByteArray()).isEqualTo(content);
    assertThat(in.isAtEnd()).isTrue();
  }

  @Test
  void ids_areBytesMostSignificantFirst() throws IOException {
    writer.bytes(1, 0x0102030405060708L, 0x090a0b0c0d0e0f10L);
    writer.bytes(2, 0x1112131415161718L);
    CodedInputStream in = field(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    assertThat(in.readByteArray())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    in.readTag();
    assertThat(in.readByteArray()).containsExactly(17, 18, 19, 20, 21, 22, 23, 24);
  }

  @Test
  void rewind_forgetsWhatCameAfter() {
    writer.varint(1, 7);
    int after = writer.position();
    writer.text(2, "gone");
    writer.rewind(after);
    assertThat(writer.toByteArray()).containsExactly(8, 7);
    assertThatThrownBy(() -> writer.rewind(3)).isInstanceOf(IllegalArgumentException.class);
  }
}
