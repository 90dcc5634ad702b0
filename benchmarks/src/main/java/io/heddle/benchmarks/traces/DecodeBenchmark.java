package io.heddle.benchmarks.traces;

import io.heddle.otlp.OtlpProtobuf;
import io.heddle.otlp.Spans;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * OTLP protobuf to spans in memory, on one thread: requests of 512 spans with five attributes each,
 * into one table that starts empty. Beside it the classes that protobuf generates. One operation is
 * one span, so that {@code -prof gc} shows the bytes allocated for a span.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
public class DecodeBenchmark {
  private static final int BATCH = 512;
  private static final int SPANS = 256 * BATCH;

  private final List<byte[]> requests = requests();

  /** Into the table that analysis works on. */
  @Benchmark
  @OperationsPerInvocation(SPANS)
  public Spans heddle() throws IOException {
    Spans spans = new Spans();
    OtlpProtobuf reader = new OtlpProtobuf(spans);
    for (byte[] request : requests) {
      reader.request(request);
    }
    return spans;
  }

  /** Into the objects of the classes that protobuf generates. */
  @Benchmark
  @OperationsPerInvocation(SPANS)
  public List<ExportTraceServiceRequest> generatedClasses() throws IOException {
    List<ExportTraceServiceRequest> parsed = new ArrayList<>(requests.size());
    for (byte[] request : requests) {
      parsed.add(ExportTraceServiceRequest.parseFrom(request));
    }
    return parsed;
  }

  private static List<byte[]> requests() {
    GeneratedRuns runs = new GeneratedRuns(1);
    List<GeneratedSpan> waiting = new ArrayList<>();
    List<byte[]> requests = new ArrayList<>();
    while (requests.size() < SPANS / BATCH) {
      waiting.addAll(runs.next());
      while (waiting.size() >= BATCH && requests.size() < SPANS / BATCH) {
        List<GeneratedSpan> batch = waiting.subList(0, BATCH);
        requests.add(OtlpProtobufWriter.request(batch).toByteArray());
        batch.clear();
      }
    }
    return requests;
  }
}
