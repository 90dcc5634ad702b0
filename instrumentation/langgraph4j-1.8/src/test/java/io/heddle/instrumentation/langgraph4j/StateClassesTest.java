package io.heddle.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.bsc.langgraph4j.state.AgentState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateClassesTest {
  private final StateClasses classes = new StateClasses();

  private static final class Optional {}

  private static final class Odd extends AgentState {
    @SuppressWarnings("UnusedVariable") // what it refers to is missing
    private static @Nullable Optional optional;

    Odd(Map<String, Object> data) {
      super(data);
    }
  }

  /** Has its own {@link Odd}, and no {@link Optional}. */
  private static final class Lacking extends ClassLoader {
    Lacking() {
      super(StateClassesTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(Optional.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      return name.equals(Odd.class.getName()) ? odd(name) : super.loadClass(name, resolve);
    }

    private Class<?> odd(String name) throws ClassNotFoundException {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = Objects.requireNonNull(getResourceAsStream(file))) {
        byte[] classFile = in.readAllBytes();
        return defineClass(name, classFile, 0, classFile.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }

  @Test
  void stateWithoutFieldsOfItsOwn_showsEveryRead() {
    assertThat(classes.get(AgentState.class).showsEveryRead()).isTrue();
    assertThat(classes.get(Odd.class).showsEveryRead()).isTrue();
  }

  @Test
  void stateWhoseFieldsCannotBeLookedAt_doesNotShowEveryRead() throws Exception {
    Class<?> lacking = new Lacking().loadClass(Odd.class.getName());
    assertThat(classes.get(lacking).showsEveryRead()).isFalse();
  }
}
