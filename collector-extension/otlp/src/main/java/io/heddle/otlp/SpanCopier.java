package io.heddle.otlp;

import java.util.Arrays;

/** Copies spans from one table to another one; each text and resource only once. */
public final class SpanCopier {
  private static final int UNKNOWN = -1;
  private static final int LINK_HEAD = 7;
  private static final int EVENT_HEAD = 4;

  private final Spans from;
  private final Spans to;
  private final SpanWriter writer;
  private final int[] keys;
  private final int[] texts;
  private final int[] resources;
  private final WordBuffer resource = new WordBuffer();

  /** A copier between two tables; {@code from} must not grow while it is used. */
  public SpanCopier(Spans from, Spans to) {
    this.from = from;
    this.to = to;
    writer = new SpanWriter(to);
    keys = unknown(from.keys.size());
    texts = unknown(from.texts.size());
    resources = unknown(from.resources());
  }

  /** Appends a span of the one table to the other. */
  public void copy(int span) {
    writer.clear();
    writer.traceHigh = from.traceIdHigh(span);
    writer.traceLow = from.traceIdLow(span);
    writer.spanId = from.spanId(span);
    writer.parentId = from.parentSpanId(span);
    writer.startNs = from.startNs(span);
    writer.endNs = from.endNs(span);
    writer.name = text(from.nameNumber(span));
    writer.kind = from.kind(span);
    writer.status = from.status(span);
    writer.sampled = from.isSampled(span);
    int place = from.record(span);
    if (place != 0) {
      record(from.words.chunk(place), from.words.offset(place));
    }
    int row = writer.append();
    to.setResource(row, row + 1, resource(from.resource(span)));
  }

  private void record(int[] words, int at) {
    int links = attributes(words, at, writer.attributes);
    int linksEnd = links + 1 + words[links];
    for (int link = links + 1; link < linksEnd; ) {
      writer.links.add(words, link, LINK_HEAD);
      link = attributes(words, link + LINK_HEAD - 1, writer.links);
    }
    int eventsEnd = linksEnd + 1 + words[linksEnd];
    for (int event = linksEnd + 1; event < eventsEnd; ) {
      writer.events.add(words, event, EVENT_HEAD);
      writer.events.set(writer.events.size() - 2, text(words[event + 2]));
      event = attributes(words, event + EVENT_HEAD - 1, writer.events);
    }
  }

  /** Copies attributes that stand behind their length; returns where they end. */
  private int attributes(int[] words, int lengthAt, WordBuffer target) {
    int end = lengthAt + 1 + words[lengthAt];
    for (int at = lengthAt + 1; at < end; ) {
      target.add(key(words[at]));
      at = value(words, at + 1, target);
    }
    return end;
  }

  private int value(int[] words, int at, WordBuffer target) {
    int type = Values.type(words[at]);
    int end = at + 1 + Values.length(words[at]);
    switch (type) {
      case Values.TEXT, Values.BYTES -> Values.text(target, type, text(words[at + 1]));
      case Values.LIST, Values.MAP -> {
        int mark = Values.open(target, type);
        for (int next = at + 1; next < end; ) {
          if (type == Values.MAP) {
            target.add(key(words[next++]));
          }
          next = value(words, next, target);
        }
        Values.close(target, mark, type);
      }
      default -> target.add(words, at, end - at);
    }
    return end;
  }

  private int resource(int number) {
    if (resources[number] == UNKNOWN) {
      int place = from.resourceRecord(number);
      resource.clear();
      attributes(from.words.chunk(place), from.words.offset(place), resource);
      resources[number] = to.internResource(resource);
    }
    return resources[number];
  }

  private int key(int number) {
    if (keys[number] == UNKNOWN) {
      keys[number] = from.keys.copy(number, to.keys);
    }
    return keys[number];
  }

  private int text(int number) {
    if (texts[number] == UNKNOWN) {
      texts[number] = from.texts.copy(number, to.texts);
    }
    return texts[number];
  }

  private static int[] unknown(int size) {
    int[] numbers = new int[size];
    Arrays.fill(numbers, UNKNOWN);
    return numbers;
  }
}
