package io.heddle.weaver;

import io.heddle.instrumentation.spi.Probe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A probe that writes down what it is told. */
final class Tape implements Probe {
  record Call(
      @Nullable Object self,
      List<@Nullable Object> arguments,
      @Nullable Object token,
      @Nullable Object result,
      @Nullable Throwable error) {}

  final List<Object> tokens = new ArrayList<>();
  final List<Call> exits = new ArrayList<>();
  private final boolean seesPrimitives;
  private List<@Nullable Object> arguments = new ArrayList<>();

  Tape() {
    this(false);
  }

  Tape(boolean seesPrimitives) {
    this.seesPrimitives = seesPrimitives;
  }

  @Override
  public boolean seesPrimitives() {
    return seesPrimitives;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    arguments = new ArrayList<>();
    arguments.add(first);
    arguments.add(second);
    arguments.add(third);
    arguments.add(fourth);
    Object token = new Object();
    tokens.add(token);
    return token;
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    exits.add(new Call(self, arguments, token, result, error));
    return result;
  }

  Call only() {
    if (exits.size() != 1) {
      throw new AssertionError("expected one exit, not " + exits);
    }
    return exits.get(0);
  }
}
