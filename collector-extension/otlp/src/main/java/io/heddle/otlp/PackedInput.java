package io.heddle.otlp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Bytes packed by gzip, which are counted as they are unpacked. */
final class PackedInput extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private long taken;
  private @Nullable Unpacking unpacking;

  /** Tells how much it has taken and not yet unpacked. */
  private static final class Unpacking extends GZIPInputStream {
    Unpacking(InputStream in) throws IOException {
      super(in, BUFFER);
    }

    int ahead() {
      return inf.getRemaining();
    }
  }

  PackedInput(InputStream in) {
    super(in);
  }

  InputStream unpacked() throws IOException {
    Unpacking started = new Unpacking(this);
    unpacking = started;
    return started;
  }

  /** The packed byte that comes next. */
  long offset() {
    return taken - (unpacking == null ? 0 : unpacking.ahead());
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    taken += next < 0 ? 0 : 1;
    return next;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int count = super.read(target, from, length);
    taken += Math.max(0, count);
    return count;
  }
}
