package io.heddle.core.blueprint;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vertex of a definition. Immutable.
 *
 * @param name what people call it
 * @param type llm, tool, code, http_request, branch, ... in Heddle's words
 * @param parent the container it lies in: a loop, a subprocess; null at the top
 * @param start whether runs, or rounds of the container, begin here
 * @param repeat how often what lies in it runs; once for a node without children
 * @param reads ids of the nodes whose results it reads; null when the definition does not tell
 */
public record BlueprintNode(
    String id,
    String name,
    String type,
    @Nullable String parent,
    boolean start,
    Repeat repeat,
    Settings settings,
    @Nullable Set<String> reads) {
  public BlueprintNode {
    reads = reads == null ? null : Set.copyOf(reads);
  }

  /** A node at the top of which nothing else is known. */
  public static BlueprintNode of(String id, String name, String type) {
    return new BlueprintNode(id, name, type, null, false, Repeat.ONCE, Settings.NONE, null);
  }

  /** This node inside a container. */
  public BlueprintNode in(@Nullable String container) {
    return new BlueprintNode(id, name, type, container, start, repeat, settings, reads);
  }

  /** This node as a beginning. */
  public BlueprintNode asStart() {
    return new BlueprintNode(id, name, type, parent, true, repeat, settings, reads);
  }

  public BlueprintNode with(Repeat often) {
    return new BlueprintNode(id, name, type, parent, start, often, settings, reads);
  }

  public BlueprintNode with(Settings known) {
    return new BlueprintNode(id, name, type, parent, start, repeat, known, reads);
  }

  /** This node with everything it reads known. */
  public BlueprintNode reading(Set<String> nodes) {
    return new BlueprintNode(id, name, type, parent, start, repeat, settings, nodes);
  }

  /**
   * How often the content of a container runs.
   *
   * @param count rounds; null when the definition leaves it open
   * @param width how many rounds run at once at most
   */
  public record Repeat(@Nullable Integer count, int width) {
    public static final Repeat ONCE = new Repeat(1, 1);

    /** One round after the other, as often as it takes. */
    public static final Repeat OPEN = new Repeat(null, 1);
  }

  /**
   * What a definition says about the size of the work; null where it says nothing.
   *
   * @param tokens most tokens a model may answer with
   * @param billions parameters of the model
   * @param delayMs a wait that is written down
   * @param steps of an iterative model
   */
  public record Settings(
      @Nullable Double tokens,
      @Nullable Double billions,
      @Nullable Double delayMs,
      @Nullable Double steps) {
    public static final Settings NONE = new Settings(null, null, null, null);

    /** A node that waits for a written time. */
    public static Settings delay(double ms) {
      return new Settings(null, null, ms, null);
    }
  }
}
