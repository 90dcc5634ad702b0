package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged inputs end in the declared error or in spans that can be walked, whatever the damage. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class FuzzTest {
  private static final String JAEGER =
      """
      {"data":[{"traceID":"1f","spans":[{"traceID":"1f","spanID":"a","operationName":"o",
      "references":[{"refType":"CHILD_OF","traceID":"1f","spanID":"b"}],"startTime":1,"duration":2,
      "tags":[{"key":"error","type":"bool","value":true},{"key":"n","value":1.5}],
      "logs":[{"timestamp":3,"fields":[{"key":"event","value":"x"}]}],"processID":"p1"}],
      "processes":{"p1":{"serviceName":"s","tags":[]}}}]}
      """;
  private static final String ZIPKIN =
      """
      [{"traceId":"1f","id":"a","parentId":"b","kind":"SERVER","shared":true,"timestamp":1,
      "duration":2,"localEndpoint":{"serviceName":"s"},"tags":{"error":"x"},
      "annotations":[{"timestamp":1,"value":"v"}]},{"traceId":"1f","id":"a","kind":"CLIENT"}]
      """;

  @Test
  void protobuf() throws IOException {
    for (int seed = 0; seed < 3_000; seed++) {
      check(seed, new RandomRequests(seed % 97).request().toByteArray());
    }
  }

  @Test
  void otlpJson() throws IOException {
    for (int seed = 0; seed < 800; seed++) {
      String json = new OtlpJsonText(seed).of(new RandomRequests(seed % 97).request());
      check(seed, json.getBytes(UTF_8));
    }
  }

  @Test
  void jaegerJson() throws IOException {
    for (int seed = 0; seed < 800; seed++) {
      check(seed, JAEGER.getBytes(UTF_8));
    }
  }

  @Test
  void zipkinJson() throws IOException {
    for (int seed = 0; seed < 800; seed++) {
      check(seed, ZIPKIN.getBytes(UTF_8));
    }
  }

  @Test
  void gzip() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(JAEGER.getBytes(UTF_8));
    }
    for (int seed = 0; seed < 500; seed++) {
      check(seed, zipped.toByteArray());
    }
  }

  private static void check(int seed, byte[] original) throws IOException {
    byte[] damaged = damaged(new Random(seed), original);
    TraceReader reader = TraceReader.whole(FuzzTest::walk);
    try {
      reader.read("fuzz", new ByteArrayInputStream(damaged));
    } catch (TraceFormatException declared) {
      assertThat(declared.getMessage()).isNotEmpty();
    }
    reader.finish();
  }

  private static byte[] damaged(Random random, byte[] original) {
    byte[] bytes = original.clone();
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        default -> System.arraycopy(bytes, 0, bytes, at, Math.min(at, bytes.length - at));
      }
    }
    return bytes;
  }

  /** Every stored word must make sense after a failure too. */
  private static void walk(Spans spans) {
    assertThat(SpanTexts.of(spans)).hasSize(spans.size());
  }
}
