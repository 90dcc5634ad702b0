package io.heddle.core.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value of the evidence, of a type that every report format can write. */
public sealed interface Fact {
  /**
   * The value as text, {@code Long}, {@code Double}, {@code Boolean}, a list or a map of these;
   * null for {@link Unknown}.
   */
  @Nullable Object plain();

  record Text(String value) implements Fact {
    @Override
    public Object plain() {
      return value;
    }
  }

  record Count(long value) implements Fact {
    @Override
    public Object plain() {
      return value;
    }
  }

  record Measure(double value) implements Fact {
    @Override
    public Object plain() {
      return value;
    }
  }

  record Truth(boolean value) implements Fact {
    @Override
    public Object plain() {
      return value;
    }
  }

  record Texts(List<String> value) implements Fact {
    public Texts {
      value = List.copyOf(value);
    }

    @Override
    public Object plain() {
      return value;
    }
  }

  record Rows(List<Facts> value) implements Fact {
    public Rows {
      value = List.copyOf(value);
    }

    @Override
    public Object plain() {
      return value.stream().map(Facts::plain).toList();
    }
  }

  /** Nobody looked, or nobody can know. */
  record Unknown() implements Fact {
    @Override
    public @Nullable Object plain() {
      return null;
    }
  }
}
