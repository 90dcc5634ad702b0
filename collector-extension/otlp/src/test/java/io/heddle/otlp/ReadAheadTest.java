package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReadAheadTest {
  private static final String LINE =
      "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":"
          + "\"0123456789abcdef0123456789abcdef\",\"spanId\":\"%016x\",\"name\":\"step\"}]}]}]}\n";
  private static final int LINES = 60_000;

  @TempDir private Path folder;

  @Test
  void bytes_areThoseOfTheStreamBeneath_whateverIsReadAtOnce() throws IOException {
    for (int size : new int[] {0, 1, 6, 7, 8, 13, 14, 15, 1000}) {
      byte[] bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      try (ReadAhead in = new ReadAhead(new InThrees(bytes), 7)) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        if (size > 0) {
          read.write(in.read());
        }
        read.write(in.readAllBytes());
        assertThat(read.toByteArray()).as("%d bytes", size).isEqualTo(bytes);
        assertThat(in.read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void failure_comesBehindTheBytesBeforeIt_andAgain() throws IOException {
    IOException failure = new ZipException("broken");
    InputStream broken =
        new InThrees(new byte[20]) {
          @Override
          int atEnd() throws IOException {
            throw failure;
          }
        };
    try (ReadAhead in = new ReadAhead(broken, 7)) {
      assertThat(in.readNBytes(20)).hasSize(20);
      assertThatThrownBy(in::read).isSameAs(failure);
      assertThatThrownBy(in::read).isSameAs(failure);
    }
  }

  @Test
  void closing_endsTheThread_beforeAllIsRead() throws Exception {
    Reader thread = new Reader(new byte[100]);
    try (ReadAhead in = new ReadAhead(thread, 7)) {
      assertThat(in.read()).isZero();
    }
    thread.awaitEnd();
    assertThat(thread.available()).as("what was not read").isPositive();
  }

  @Test
  void errorOfTheStreamBeneath_isThrownWhereItIsRead_andClosingEndsTheThread() throws Exception {
    Reader thread =
        new Reader(new byte[100]) {
          @Override
          void check() {
            throw new IllegalStateException("no more");
          }
        };
    try (ReadAhead in = new ReadAhead(thread, 7)) {
      assertThatThrownBy(in::read).hasRootCauseMessage("no more");
    }
    thread.awaitEnd();
  }

  @Test
  void largeFile_isReadAsAStreamIs() throws IOException {
    byte[] lines = lines();
    byte[] damaged = lines.clone();
    Arrays.fill(damaged, lines.length / 2, lines.length / 2 + 10, (byte) '?');
    byte[] packed = packed(lines);
    for (byte[] content :
        List.of(lines, damaged, packed, Arrays.copyOf(packed, packed.length / 2))) {
      assertSame(content);
    }
  }

  private void assertSame(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("traces"), content);
    List<Spans> tables = new ArrayList<>();
    TraceReader ofFile = TraceReader.whole(tables::add);
    TraceReader ofStream = TraceReader.whole(tables::add);
    ofFile.read(file);
    ofStream.read(file.toString(), new ByteArrayInputStream(content));
    assertThat(ofFile.finish().errors()).isEqualTo(ofStream.finish().errors());
    assertThat(ids(tables.get(0))).isNotEmpty().isEqualTo(ids(tables.get(1)));
  }

  private static List<Long> ids(Spans spans) {
    List<Long> ids = new ArrayList<>();
    for (int span = 0; span < spans.size(); span++) {
      ids.add(spans.spanId(span));
    }
    return ids;
  }

  private static byte[] lines() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= LINES; i++) {
      text.append(LINE.formatted(i * 0x9E3779B97F4A7C15L));
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip =
        new GZIPOutputStream(out) {
          {
            def.setLevel(0);
          }
        }) {
      zip.write(content);
    }
    return out.toByteArray();
  }

  /** Gives three bytes at most. */
  private static class InThrees extends InputStream {
    private final ByteArrayInputStream in;

    InThrees(byte[] bytes) {
      in = new ByteArrayInputStream(bytes);
    }

    int atEnd() throws IOException {
      return -1;
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      return next < 0 ? atEnd() : next;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int count = in.read(target, from, Math.min(3, length));
      return count < 0 ? atEnd() : count;
    }

    @Override
    public int available() {
      return in.available();
    }
  }

  /** Knows the thread that reads it. */
  private static class Reader extends InThrees {
    private volatile Thread thread = Thread.currentThread();

    Reader(byte[] bytes) {
      super(bytes);
    }

    void check() {}

    void awaitEnd() throws InterruptedException {
      assertThat(thread).isNotSameAs(Thread.currentThread());
      thread.join();
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      thread = Thread.currentThread();
      check();
      return super.read(target, from, length);
    }
  }
}
