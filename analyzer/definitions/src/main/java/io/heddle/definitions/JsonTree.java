package io.heddle.definitions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/** Reads JSON into a tree. */
final class JsonTree {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1_000)
                  .maxStringLength(64 << 20)
                  .build())
          .build();

  private final JsonParser in;
  private final TreeBuilder out = new TreeBuilder();

  private JsonTree(JsonParser in) {
    this.in = in;
  }

  static Tree read(byte[] bytes) throws DefinitionFormatException {
    try (JsonParser in = FACTORY.createParser(bytes)) {
      JsonTree reader = new JsonTree(in);
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        reader.add(token);
      }
      return reader.out.root();
    } catch (DefinitionFormatException ours) {
      throw ours;
    } catch (JsonProcessingException e) {
      throw explain(e);
    } catch (IOException e) {
      throw new DefinitionFormatException(String.valueOf(e.getMessage()));
    }
  }

  private void add(JsonToken token) throws IOException {
    JsonLocation at = in.currentTokenLocation();
    switch (token) {
      case START_OBJECT -> out.open(Tree.object(at.getLineNr(), at.getColumnNr()), null);
      case START_ARRAY -> out.open(Tree.list(at.getLineNr(), at.getColumnNr()), null);
      case END_OBJECT, END_ARRAY -> out.close();
      case FIELD_NAME -> out.name(in.currentName());
      default -> {
        String text = token == JsonToken.VALUE_NULL ? null : in.getText();
        out.scalar(Tree.scalar(text, at.getLineNr(), at.getColumnNr()), null);
      }
    }
  }

  private static DefinitionFormatException explain(JsonProcessingException error) {
    JsonLocation at = error.getLocation();
    String what = error.getOriginalMessage().lines().findFirst().orElse("");
    int detail = what.indexOf(" (");
    String message = "malformed JSON: " + (detail < 0 ? what : what.substring(0, detail));
    return at == null
        ? new DefinitionFormatException(message)
        : DefinitionFormatException.at(message, at.getLineNr(), at.getColumnNr());
  }
}
