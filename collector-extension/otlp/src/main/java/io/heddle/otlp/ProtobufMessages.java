package io.heddle.otlp;

import java.io.BufferedInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** OTLP requests in protobuf: one that fills the input, or any number behind their lengths. */
final class ProtobufMessages {
  private static final int FIRST_TAG = 1 << 3 | ProtobufCursor.LENGTH;
  private static final int SECOND_TAG = 2 << 3 | ProtobufCursor.LENGTH;
  private static final int THIRD_TAG = 3 << 3 | ProtobufCursor.LENGTH;

  private static final int HEAD = 5;

  private final TraceReader target;
  private final String name;
  private OtlpProtobuf otlp;
  private @Nullable TraceFormatException firstDamage;
  private long before;

  /** Whether the target, being told of a damage, wanted no more. */
  private boolean ended;

  ProtobufMessages(TraceReader target, String name) {
    this.target = target;
    this.name = name;
    otlp = new OtlpProtobuf(target.spans());
  }

  void read(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    before = target.spansRead();
    try {
      messages(ProtobufCursor.over(in, OtlpProtobuf.MESSAGE_LIMIT), head);
    } catch (TraceFormatException damaged) {
      if (ended) {
        throw damaged;
      }
      damaged(damaged);
    }
    TraceFormatException unread = firstDamage;
    if (unread != null && target.spansRead() == before) {
      throw new TraceFormatException(
          name + ": neither JSON nor OTLP protobuf: " + reason(unread), unread);
    }
    tellFirst();
  }

  /** The first damage is told once a span was read: else it is the error of the whole input. */
  private void damaged(TraceFormatException damage) throws TraceFormatException {
    TraceFormatException named =
        new TraceFormatException(name + ": " + damage.getMessage(), damage);
    if (firstDamage == null && target.spansRead() == before) {
      firstDamage = named;
    } else {
      tellFirst();
      tell(named);
    }
  }

  private static String reason(TraceFormatException damage) {
    Throwable cause = damage.getCause();
    return String.valueOf((cause == null ? damage : cause).getMessage());
  }

  private void tellFirst() throws TraceFormatException {
    if (firstDamage != null) {
      tell(firstDamage);
      firstDamage = null;
    }
  }

  private void tell(TraceFormatException named) throws TraceFormatException {
    ended = true;
    target.damaged(String.valueOf(named.getMessage()), named);
    ended = false;
  }

  private void messages(ProtobufCursor in, byte[] head) throws IOException {
    if (isBehindFixedLengths(head)) {
      behindFixedLengths(in);
    } else if (isDelimited(head)) {
      delimited(in);
    } else {
      single(in);
    }
  }

  /**
   * The OpenTelemetry Collector's file exporter writes four bytes of length, the highest first.
   * Read as a varint, the leading zero would be an empty request, which nobody writes twice.
   */
  private static boolean isBehindFixedLengths(byte[] head) {
    if (head.length < HEAD || head[0] != 0) {
      return false;
    }
    return head[1] == 0 || (head[2] != FIRST_TAG && head[4] == FIRST_TAG);
  }

  /**
   * Whether a length stands first. A request starts with the tag 0A; so does a length of ten, but
   * then a tag cannot stand at the third byte.
   */
  private static boolean isDelimited(byte[] head) {
    if (head[0] != FIRST_TAG) {
      return true;
    }
    return head.length > 2 && head[1] == FIRST_TAG && !isFieldOfResourceSpans(head[2]);
  }

  private static boolean isFieldOfResourceSpans(byte tag) {
    return tag == FIRST_TAG || tag == SECOND_TAG || tag == THIRD_TAG;
  }

  private void single(ProtobufCursor in) throws IOException {
    while (!in.atEnd()) {
      otlp.resourceSpansField(in, Long.MAX_VALUE);
      messageRead();
    }
  }

  private void delimited(ProtobufCursor in) throws IOException {
    boolean goesOn = true;
    while (goesOn && !in.atEnd()) {
      goesOn = message(in, in.end(Long.MAX_VALUE));
    }
  }

  private void behindFixedLengths(ProtobufCursor in) throws IOException {
    boolean goesOn = true;
    while (goesOn && !in.atEnd()) {
      long length = in.fixed32BigEndian();
      goesOn = message(in, in.offset() + length);
    }
  }

  /** Reads a message, or what can be read of it; false when the next one cannot be found. */
  private boolean message(ProtobufCursor in, long end) throws IOException {
    boolean goesOn = true;
    try {
      otlp.request(in, end);
    } catch (TraceFormatException damage) {
      damaged(damage);
      goesOn = in.leave(end);
    }
    messageRead();
    return goesOn;
  }

  private void messageRead() {
    if (target.messageRead()) {
      otlp = new OtlpProtobuf(target.spans());
    }
  }
}
