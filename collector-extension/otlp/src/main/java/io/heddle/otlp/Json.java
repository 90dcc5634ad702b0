package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.io.InputStream;

/** Walking over JSON documents, with limits on what a document may do. */
final class Json {
  private static final int DEPTH_LIMIT = 200;
  private static final int TEXT_LIMIT = 64 << 20;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_LIMIT)
                  .maxStringLength(TEXT_LIMIT)
                  .build())
          .build();

  /** Reads the value of a field, which is the current token. */
  @FunctionalInterface
  interface Field {
    void read(String name, JsonParser in) throws IOException;
  }

  /** Reads one element, which starts at the current token. */
  @FunctionalInterface
  interface Element {
    void read(JsonParser in) throws IOException;
  }

  static JsonParser parser(byte[] bytes, int from, int length) throws IOException {
    return FACTORY.createParser(bytes, from, length);
  }

  /**
   * Reads a stream, which stays open.
   *
   * @param shift what its first byte is the place of
   */
  static JsonParser parser(InputStream in, long shift) throws IOException {
    return new Shifted(
        FACTORY.createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE), shift);
  }

  /** Hands every field of the object at the current token on; null has none. */
  static void fields(JsonParser in, Field field) throws IOException {
    if (JsonValues.enter(in, JsonToken.START_OBJECT)) {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        field.read(name, in);
      }
    }
  }

  /** Hands every element of the array at the current token on; null has none. */
  static void each(JsonParser in, Element element) throws IOException {
    if (JsonValues.enter(in, JsonToken.START_ARRAY)) {
      while (in.nextToken() != JsonToken.END_ARRAY) {
        element.read(in);
      }
    }
  }

  static TraceFormatException explain(IOException error) {
    return explain(error, 0);
  }

  /** The error as the format's own, without the excerpts of Jackson's messages. */
  static TraceFormatException explain(IOException error, long shift) {
    if (error instanceof TraceFormatException ours) {
      return ours;
    }
    if (error instanceof JsonProcessingException json) {
      JsonLocation place = json.getLocation();
      long at = place == null ? 0 : Math.max(0, place.getByteOffset() + shift);
      return new TraceFormatException(
          "malformed JSON at byte " + at + ": " + firstSentence(json), error);
    }
    return new TraceFormatException(String.valueOf(error.getMessage()), error);
  }

  private static String firstSentence(JsonProcessingException error) {
    String message = error.getOriginalMessage().lines().findFirst().orElse("");
    int detail = message.indexOf(" (");
    return detail < 0 ? message : message.substring(0, detail);
  }

  /** A parser whose tokens tell where they stand in an input that begins before its own. */
  private static final class Shifted extends JsonParserDelegate {
    private final long shift;

    Shifted(JsonParser parser, long shift) {
      super(parser);
      this.shift = shift;
    }

    @Override
    public JsonLocation currentTokenLocation() {
      JsonLocation own = delegate.currentTokenLocation();
      return new JsonLocation(
          own.contentReference(),
          own.getByteOffset() + shift,
          own.getCharOffset(),
          own.getLineNr(),
          own.getColumnNr());
    }
  }

  private Json() {}
}
