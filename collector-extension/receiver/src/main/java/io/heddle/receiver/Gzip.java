package io.heddle.receiver;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks a compressed body within the limits, so that a small bomb stays small. */
final class Gzip {
  private static final int CHUNK = 64 << 10;
  private final Limits limits;

  Gzip(Limits limits) {
    this.limits = limits;
  }

  byte[] unpack(byte[] packed, Budget.Reservation reservation) throws RefusedRequest {
    ByteArrayOutputStream unpacked = new ByteArrayOutputStream(packed.length * 4);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), CHUNK)) {
      byte[] chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        admit(unpacked.size() + read, read, reservation);
        unpacked.write(chunk, 0, read);
      }
    } catch (IOException e) {
      throw damaged(unpacked.size(), e);
    }
    return unpacked.toByteArray();
  }

  private void admit(int total, int more, Budget.Reservation reservation) throws RefusedRequest {
    if (total > limits.maxBodyBytes()) {
      throw new RefusedRequest(
          Refusal.TOO_LARGE,
          "gzip body unpacks to more than the limit of " + limits.maxBodyBytes() + " bytes");
    }
    if (!reservation.grow(more)) {
      throw limits.busy();
    }
  }

  private static RefusedRequest damaged(int offset, IOException cause) {
    return new RefusedRequest(
        Refusal.MALFORMED,
        "gzip body is damaged after %d unpacked bytes: %s".formatted(offset, cause.getMessage()));
  }
}
