package io.heddle.recorder.otlp;

import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.export.SharedAttributes;
import io.heddle.recorder.export.TraceContext;
import io.heddle.recorder.jvm.CompiledApart;
import io.heddle.recorder.protobuf.ProtobufWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What spans and links say of their trace, encoded beforehand: a copy is made for each, and only
 * ids and times are put in. Drain thread only.
 */
final class TraceFields {
  private static final int TRACE_ID = 1;
  private static final int SPAN_ID = 2;
  private static final int TRACE_STATE = 3;
  private static final int PARENT_SPAN_ID = 4;
  private static final int START = 7;
  private static final int END = 8;
  private static final int LINKS = 13;
  private static final int FLAGS = 16;

  private static final int LINK_ATTRIBUTES = 4;
  private static final int LINK_FLAGS = 6;

  /** Above the eight flags of W3C: it is known that the parent, or linked span, is not remote. */
  private static final int KNOWN_NOT_REMOTE = 0x100;

  /** The parent is. */
  private static final int REMOTE = 0x200;

  /** The trace id comes first, behind its tag and its length. */
  private static final int TRACE_AT = 2;

  private static final int NO_ID = 0;
  private static final int CAPACITY = 128;

  private final ProtobufWriter scratch = new ProtobufWriter(CAPACITY);
  private @Nullable TraceContext trace;

  /** The parent last, which roots have none of. */
  private final ProtobufWriter span = new ProtobufWriter(CAPACITY);

  private int idAt;
  private int flagsAt;
  private int startAt;
  private int endAt;
  private int parentFieldAt;

  /** Like the begin of a span, further behind. */
  private final ProtobufWriter link = new ProtobufWriter(CAPACITY);

  private int linkIsBehindBy;
  private int flags;
  private @Nullable SharedAttributes linkMeaning;

  /** From now on they are of that trace. */
  @SuppressWarnings("ReferenceEquality") // another object is another trace, or a detour
  void turnTo(TraceContext next) {
    TraceContext before = trace;
    if (before != next) {
      trace = next;
      if (before == null || !areAlike(before, next)) {
        encode(next);
      }
      setTrace(span, TRACE_AT, next);
      if (linkMeaning != null) {
        setTrace(link, TRACE_AT + linkIsBehindBy, next);
      }
    }
  }

  /** But for their ids. */
  private static boolean areAlike(TraceContext some, TraceContext other) {
    return some.flags() == other.flags() && some.state().equals(other.state());
  }

  private static void setTrace(ProtobufWriter fields, int at, TraceContext next) {
    fields.setBytes(at, next.high());
    fields.setBytes(at + Long.BYTES, next.low());
  }

  @CompiledApart
  private void encode(TraceContext next) {
    linkMeaning = null;
    flags = KNOWN_NOT_REMOTE | (next.flags() & 0xff);
    span.rewind(0);
    span.bytes(TRACE_ID, next.high(), next.low());
    if (!next.state().isEmpty()) {
      span.text(TRACE_STATE, next.state());
    }
    span.bytes(SPAN_ID, NO_ID);
    idAt = lastEight();
    span.fixed32(FLAGS, flags);
    flagsAt = span.position() - Integer.BYTES;
    span.fixed64(START, 0);
    startAt = lastEight();
    span.fixed64(END, 0);
    endAt = lastEight();
    parentFieldAt = span.position();
    span.bytes(PARENT_SPAN_ID, NO_ID);
  }

  private int lastEight() {
    return span.position() - Long.BYTES;
  }

  /**
   * Writes the ids of a span, with places for its times.
   *
   * @param parentId 0 for a root
   * @return where that is
   */
  int begin(ProtobufWriter out, long spanId, long parentId) {
    int at = out.position();
    boolean isRoot = parentId == NO_ID;
    out.raw(span.array(), 0, isRoot ? parentFieldAt : span.position());
    out.setBytes(at + idAt, spanId);
    if (!isRoot) {
      out.setBytes(out.position() - Long.BYTES, parentId);
    }
    return at;
  }

  /** As {@link #begin} below a span of another process. */
  int beginBelowRemote(ProtobufWriter out, long spanId, long parentId) {
    int at = begin(out, spanId, parentId);
    out.setFixed32(at + flagsAt, flags | REMOTE);
    return at;
  }

  /** Writes the times of the span that begins there. */
  void time(ProtobufWriter out, int at, long startNs, long endNs) {
    out.setFixed64(at + startAt, startNs);
    out.setFixed64(at + endAt, endNs);
  }

  /** Writes a link to a span of the same trace as that of the span before. */
  @SuppressWarnings("ReferenceEquality") // those of one meaning are one object
  void link(ProtobufWriter out, long spanId, SharedAttributes meaning) {
    if (linkMeaning != meaning) {
      mean(meaning);
    }
    int at = out.position();
    out.raw(link.array(), 0, link.position());
    out.setBytes(at + linkIsBehindBy + idAt, spanId);
  }

  @CompiledApart
  private void mean(SharedAttributes meaning) {
    byte[] attributes = meaning.encoded(this::attributes);
    link.rewind(0);
    int mark = link.begin(LINKS);
    link.raw(span.array(), 0, idAt + Long.BYTES);
    link.raw(attributes, 0, attributes.length);
    link.fixed32(LINK_FLAGS, flags);
    int length = link.position() - mark - 1;
    link.end(mark);
    linkIsBehindBy = link.position() - length;
    linkMeaning = meaning;
  }

  private byte[] attributes(List<Attribute> given) {
    return KeyValueWriter.encoded(scratch, LINK_ATTRIBUTES, given);
  }
}
