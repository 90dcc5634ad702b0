package io.heddle.definitions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the first document of a YAML 1.2 stream into a tree; nothing is ever instantiated. */
final class YamlTree {
  private static final int MOST_CHARACTERS = 64 << 20;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS).build();

  private final TreeBuilder out = new TreeBuilder();

  static Tree read(byte[] bytes) throws DefinitionFormatException {
    YamlTree reader = new YamlTree();
    String text = Characters.of(bytes);
    try {
      for (Event event : new Parse(SETTINGS).parseString(text)) {
        if (event.getEventId() == Event.ID.DocumentEnd) {
          break;
        }
        reader.add(event);
      }
      return reader.out.root();
    } catch (MarkedYamlEngineException e) {
      throw explain(e);
    } catch (YamlEngineException e) {
      throw new DefinitionFormatException("malformed YAML: " + firstLine(e.getMessage()));
    }
  }

  private void add(Event event) throws DefinitionFormatException {
    int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    int column = event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    if (event instanceof MappingStartEvent start) {
      refuseAsName(line, column);
      out.open(Tree.object(line, column), name(start.getAnchor()));
    } else if (event instanceof SequenceStartEvent start) {
      refuseAsName(line, column);
      out.open(Tree.list(line, column), name(start.getAnchor()));
    } else if (event instanceof ScalarEvent scalar) {
      add(scalar, line, column);
    } else if (event instanceof AliasEvent alias) {
      refuseAsName(line, column);
      out.alias(alias.getAlias().getValue(), line, column);
    } else if (event.getEventId() == Event.ID.MappingEnd
        || event.getEventId() == Event.ID.SequenceEnd) {
      out.close();
    }
  }

  private void add(ScalarEvent scalar, int line, int column) throws DefinitionFormatException {
    if (out.expectsName()) {
      out.name(scalar.getValue());
      return;
    }
    boolean isNull = scalar.isPlain() && scalar.getValue().matches("|~|null|Null|NULL");
    out.scalar(
        Tree.scalar(isNull ? null : scalar.getValue(), line, column), name(scalar.getAnchor()));
  }

  private void refuseAsName(int line, int column) throws DefinitionFormatException {
    if (out.expectsName()) {
      throw DefinitionFormatException.at("the name of a field must be a text", line, column);
    }
  }

  private static @Nullable String name(Optional<Anchor> anchor) {
    return anchor.isPresent() ? anchor.get().getValue() : null;
  }

  private static DefinitionFormatException explain(MarkedYamlEngineException e) {
    String what = "malformed YAML: " + firstLine(e.getProblem());
    return e.getProblemMark()
        .map(mark -> DefinitionFormatException.at(what, mark.getLine() + 1, mark.getColumn() + 1))
        .orElseGet(() -> new DefinitionFormatException(what));
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }
}
