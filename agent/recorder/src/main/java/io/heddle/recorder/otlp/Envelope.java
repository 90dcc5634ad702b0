package io.heddle.recorder.otlp;

import io.heddle.recorder.export.Origin;
import io.heddle.recorder.protobuf.ProtobufWriter;

/**
 * What stands around the data of every export request, encoded once: the resource and the scope.
 * Traces and metrics have the same shape and the same field numbers:
 *
 * <pre>
 *   request { 1: of resource { 1: resource  2: of scope { 1: scope  2: span or metric ... }}}
 * </pre>
 */
public final class Envelope {
  /** The field of a span in a scope's spans, and of a metric in a scope's metrics. */
  public static final int ITEM = 2;

  private static final int OF_RESOURCE = 1;
  private static final int RESOURCE = 1;
  private static final int ATTRIBUTE = 1;
  private static final int OF_SCOPE = 2;
  private static final int SCOPE = 1;
  private static final int SCOPE_NAME = 1;
  private static final int SCOPE_VERSION = 2;
  private static final int MAX_HEADER = 6;

  private final byte[] resource;
  private final byte[] scope;

  public Envelope(Origin origin) {
    resource = resource(origin);
    scope = scope(origin);
  }

  private static byte[] resource(Origin origin) {
    ProtobufWriter out = new ProtobufWriter(512);
    int message = out.begin(RESOURCE);
    origin.resource().forEach((key, value) -> KeyValueWriter.write(out, ATTRIBUTE, key, value));
    out.end(message);
    return out.toByteArray();
  }

  private static byte[] scope(Origin origin) {
    ProtobufWriter out = new ProtobufWriter(64);
    int message = out.begin(SCOPE);
    out.text(SCOPE_NAME, origin.scope());
    out.text(SCOPE_VERSION, origin.version());
    out.end(message);
    return out.toByteArray();
  }

  /** Leaves room for what {@link #seal} puts before the items, at the begin of an empty buffer. */
  public void open(ProtobufWriter out) {
    out.rewind(0);
    out.raw(new byte[room()], 0, room());
  }

  /** How many bytes {@link #open} leaves. */
  int room() {
    return resource.length + scope.length + 2 * MAX_HEADER;
  }

  /** The request around the items that were written since {@link #open}. */
  public Payload seal(ProtobufWriter out) {
    int items = out.position() - room();
    int ofScope = scope.length + items;
    int ofResource = resource.length + 1 + ProtobufWriter.sizeOfVarint(ofScope) + ofScope;
    ProtobufWriter head = new ProtobufWriter(room());
    head.header(OF_RESOURCE, ofResource);
    head.raw(resource, 0, resource.length);
    head.header(OF_SCOPE, ofScope);
    head.raw(scope, 0, scope.length);
    int from = room() - head.position();
    System.arraycopy(head.array(), 0, out.array(), from, head.position());
    return new Payload(out.array(), from, head.position() + items);
  }
}
