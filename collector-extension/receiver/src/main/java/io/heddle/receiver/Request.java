package io.heddle.receiver;

/** A whole request as sent, with the memory it holds until it is answered. */
final class Request implements AutoCloseable {
  private final byte[] body;
  private final boolean gzipped;
  private final Encoding encoding;
  private final Budget.Reservation reservation;

  Request(byte[] body, boolean gzipped, Encoding encoding, Budget.Reservation reservation) {
    this.body = body;
    this.gzipped = gzipped;
    this.encoding = encoding;
    this.reservation = reservation;
  }

  int length() {
    return body.length;
  }

  Encoding encoding() {
    return encoding;
  }

  byte[] unpacked(Gzip gzip) throws RefusedRequest {
    return gzipped ? gzip.unpack(body, reservation) : body;
  }

  /** Gives the memory back. */
  @Override
  public void close() {
    reservation.close();
  }
}
