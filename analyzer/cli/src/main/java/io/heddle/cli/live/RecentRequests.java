package io.heddle.cli.live;

import io.heddle.otlp.OtlpJson;
import io.heddle.otlp.OtlpProtobuf;
import io.heddle.otlp.ReadReport;
import io.heddle.otlp.Spans;
import io.heddle.otlp.TraceFormatException;
import io.heddle.otlp.TraceReader;
import io.heddle.receiver.Encoding;
import io.heddle.receiver.Receipt;
import io.heddle.receiver.Sink;
import io.heddle.runs.RunAssembler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The latest requests as they were sent, within a limit of bytes; the oldest make room for new
 * ones. Thread-safe.
 */
public final class RecentRequests implements Sink {
  private final long maxBytes;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private Retention retention = Retention.NONE;

  /**
   * @param maxBytes of all bodies together; the latest request is always kept
   */
  public RecentRequests(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Reads the request once, to know that it can be read, and keeps it. */
  @Override
  public Receipt accept(byte[] body, Encoding encoding) throws TraceFormatException {
    Spans spans = encoding == Encoding.JSON ? OtlpJson.read(body) : OtlpProtobuf.read(body);
    if (spans.size() > 0) {
      keep(new Kept(body, encoding, spans.size()));
    }
    return Receipt.of(spans.size());
  }

  private synchronized void keep(Kept request) {
    kept.addLast(request);
    retention = retention.plus(request.length(), request.spans());
    while (retention.bytes() > maxBytes && kept.size() > 1) {
      Kept oldest = kept.removeFirst();
      retention = retention.evict(oldest.length(), oldest.spans());
    }
  }

  /** What is kept and what had to go. */
  public synchronized Retention retention() {
    return retention;
  }

  /** The requests kept right now, the oldest first. */
  public synchronized List<Kept> snapshot() {
    return List.copyOf(kept);
  }

  /** The runs of everything kept right now, and what is known to be missing of them. */
  LiveRuns assembled() {
    List<Spans> tables = new ArrayList<>(1);
    TraceReader reader = TraceReader.whole(tables::add);
    LiveRuns.Source source = source();
    for (Kept request : source.requests()) {
      try {
        reader.read("request", new ByteArrayInputStream(request.body()));
      } catch (IOException e) {
        throw new UncheckedIOException("a request that could be read when it came", e);
      }
    }
    ReadReport report = reader.finish();
    return LiveRuns.of(new RunAssembler().assemble(tables.get(0)), report, source.retention());
  }

  private synchronized LiveRuns.Source source() {
    return new LiveRuns.Source(snapshot(), retention);
  }
}
