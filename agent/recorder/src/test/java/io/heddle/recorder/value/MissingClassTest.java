package io.heddle.recorder.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An application that runs without a class which one of its own refers to. */
class MissingClassTest {
  record Missing(int cents) {}

  record Priced(String name, @Nullable Missing price) {}

  /** Makes one without a look at the classes of its components; public to be found by name. */
  public static final class Shop implements Supplier<Object> {
    @Override
    public Object get() {
      return new Priced("pen", null);
    }
  }

  private static final class Lacking extends ClassLoader {
    Lacking() {
      super(MissingClassTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(Missing.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      Class<?> known = findLoadedClass(name);
      boolean isOwn = name.startsWith(MissingClassTest.class.getName().concat("$"));
      return known == null && isOwn ? defined(name) : super.loadClass(name, resolve);
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
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
  void recordOfWhichAClassIsMissing_hasNoHash() throws Exception {
    Class<?> shop = new Lacking().loadClass(Shop.class.getName());
    Object priced = ((Supplier<?>) shop.getDeclaredConstructor().newInstance()).get();

    assertThat(priced.getClass().getClassLoader()).isSameAs(shop.getClassLoader());
    assertThat(ValueHash.of(priced)).isEqualTo(ValueHash.UNKNOWN);
  }
}
