package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;

/**
 * Documents of OTLP/JSON, read element by element of their resourceSpans as far as they are usual.
 * What follows is told as a rest that reads like the documents themselves.
 */
final class OtlpDocuments {
  /** Bytes that are enough for how a document begins. */
  private static final int HEAD = 1 << 10;

  private final TraceReader target;
  private final JsonWindow window;
  private final PlainJson head = new PlainJson();
  private PlainOtlpJson plain;
  private OtlpJson general;
  private Place place = Place.BETWEEN_DOCUMENTS;

  /** Where in a document the next byte stands. */
  private enum Place {
    BETWEEN_DOCUMENTS(""),
    BEFORE_FIRST("{\"resourceSpans\":["),
    BEHIND_ELEMENT("{\"resourceSpans\":[{}"),
    BEFORE_NEXT("{\"resourceSpans\":[{},"),
    BEHIND_LIST("{\"resourceSpans\":[]");

    /** A text without spans that leads to such a place. */
    private final String text;

    Place(String text) {
      this.text = text;
    }
  }

  OtlpDocuments(TraceReader target, JsonWindow window) {
    this.target = target;
    this.window = window;
    plain = new PlainOtlpJson(target.spans());
    general = new OtlpJson(target.spans());
  }

  /** Appends the spans of documents until something is unusual, damage included, or all is read. */
  void read() throws IOException {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = step();
    }
  }

  /** What was not read, as documents that begin with this one's begin. */
  InputStream rest() {
    return window.rest(place.text.getBytes(US_ASCII));
  }

  /** What the first byte of the rest is the place of. */
  long restOffset() {
    return window.offset() - place.text.length();
  }

  private boolean step() throws IOException {
    return switch (place) {
      case BETWEEN_DOCUMENTS -> begins();
      case BEFORE_FIRST -> take(']', Place.BEHIND_LIST) || element();
      case BEHIND_ELEMENT -> take(',', Place.BEFORE_NEXT) || take(']', Place.BEHIND_LIST);
      case BEFORE_NEXT -> element();
      case BEHIND_LIST -> take('}', Place.BETWEEN_DOCUMENTS);
    };
  }

  private boolean take(char wanted, Place next) throws IOException {
    boolean taken = window.take(wanted);
    place = taken ? next : place;
    return taken;
  }

  private boolean begins() throws IOException {
    window.peek();
    window.require(HEAD);
    head.start(window.bytes(), window.position(), window.end());
    if (!head.take('{') || !head.name() || Name.of(head) != Name.RESOURCE_SPANS) {
      return false;
    }
    if (head.take('[')) {
      window.moveTo(head.position());
      place = Place.BEFORE_FIRST;
    }
    return head.isPlain();
  }

  private boolean element() throws IOException {
    if (window.peek() != '{') {
      return false;
    }
    int end = plain.element(window.bytes(), window.position(), window.end());
    if (end < 0) {
      end = loadedElement(window.objectEnd());
    }
    if (end < 0) {
      return false;
    }
    window.moveTo(end);
    place = Place.BEHIND_ELEMENT;
    elementRead();
    return true;
  }

  /** Reads an element that is loaded up to its end, if it has one. */
  private int loadedElement(int end) {
    boolean read =
        end >= 0
            && (plain.element(window.bytes(), window.position(), end) >= 0
                || isReadAsAny(window.bytes(), window.position(), end));
    return read ? end : -1;
  }

  /** Reads an element in the general way; a damaged one not at all: it is left to the rest. */
  private boolean isReadAsAny(byte[] bytes, int from, int to) {
    int mark = target.spans().size();
    try (JsonParser in = Json.parser(bytes, from, to - from)) {
      in.nextToken();
      general.resourceSpans(in);
      return true;
    } catch (IOException damaged) {
      target.spans().truncate(mark);
      return false;
    }
  }

  private void elementRead() {
    if (target.messageRead()) {
      plain = new PlainOtlpJson(target.spans());
      general = new OtlpJson(target.spans());
    }
  }
}
