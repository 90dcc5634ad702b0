package io.heddle.instrumentation.testkit.toy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;

/**
 * Loads {@link Flow} as OSGi does, through a loader that asks its parent for {@code java.*} only;
 * prints its mark, and whether the loader can be collected afterwards.
 */
public final class FilteringProgram {
  private FilteringProgram() {}

  public static void main(String[] arguments) throws Exception {
    WeakReference<ClassLoader> loader = useFlow();
    for (int i = 0; i < 100 && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    System.out.println(loader.get() == null ? "collected" : "kept");
  }

  private static WeakReference<ClassLoader> useFlow() throws ReflectiveOperationException {
    ClassLoader loader = new Bundle();
    Class<?> flow = loader.loadClass(Flow.class.getName());
    Object mark =
        flow.getMethod("mark").invoke(flow.getConstructor(String.class).newInstance("bundle"));
    System.out.println(mark);
    return new WeakReference<>(loader);
  }

  private static final class Bundle extends ClassLoader {
    Bundle() {
      super(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("java.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      String path = "/" + name.replace('.', '/') + ".class";
      try (InputStream in = FilteringProgram.class.getResourceAsStream(path)) {
        byte[] classFile = in.readAllBytes();
        return defineClass(name, classFile, 0, classFile.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }
}
