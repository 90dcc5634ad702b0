package io.heddle.runs;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A model as its calls name it; empty where they do not.
 *
 * @param requested the model that was asked for
 * @param responded the model that answered, which a provider may choose
 */
public record Model(String provider, String requested, String responded)
    implements Comparable<Model> {
  private static final Comparator<Model> ORDER =
      Comparator.comparing(Model::provider)
          .thenComparing(Model::responded)
          .thenComparing(Model::requested);

  /** The model of a call; null is unknown. */
  public static Model of(
      @Nullable String provider, @Nullable String requested, @Nullable String responded) {
    return new Model(text(provider), text(requested), text(responded));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** The one that answered, else the one that was asked for. */
  public String name() {
    return responded.isEmpty() ? requested : responded;
  }

  @Override
  public int compareTo(Model other) {
    return ORDER.compare(this, other);
  }
}
