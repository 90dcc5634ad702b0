package io.heddle.agent.loader;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The private loader of the agent: its own classes first, of the JVM only what belongs to the JDK,
 * of the application nothing. Extensions are loaded here too.
 */
final class AgentLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final String[] JDK = {"java.", "javax.", "jdk.", "sun.", "com.sun."};

  private static final String ENGINE = Engine.class.getName();

  private final List<ClassFiles> origins = new CopyOnWriteArrayList<>();
  private final ClassFiles own;
  private final String hook;

  /** How names of hook classes begin. */
  private final String hookClasses;

  /**
   * @param own the agent's own classes, as the packager stores them
   * @param hook the internal name under which the hook class was defined
   */
  AgentLoader(ClassFiles own, String hook) {
    super("heddle", getPlatformClassLoader());
    this.origins.add(own);
    this.own = own;
    this.hook = hook;
    this.hookClasses = hook.replace('/', '.');
  }

  /** Looks for classes and resources there too, after all others. */
  void add(ClassFiles origin) {
    origins.add(origin);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.equals(ENGINE)) {
      return Engine.class;
    }
    if (isForeign(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }

  private boolean isForeign(String name) {
    for (String prefix : JDK) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return name.startsWith(hookClasses);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      for (ClassFiles origin : origins) {
        byte[] classFile = origin.classFile(name.replace('.', '/'));
        if (classFile != null) {
          return define(name, linked(origin, classFile));
        }
      }
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
    throw new ClassNotFoundException(name);
  }

  /** Nearly always there is nothing left to do, and no class is looked through. */
  @SuppressWarnings("ReferenceEquality") // there is one of our own
  private byte[] linked(ClassFiles origin, byte[] classFile) {
    if (origin != own) {
      return Linking.extension(classFile, hook);
    }
    return hook.equals(HookDefinition.IN_JAVA_LANG) ? classFile : Linking.moved(classFile, hook);
  }

  private Class<?> define(String name, byte[] classFile) {
    return defineClass(name, classFile, 0, classFile.length);
  }

  @Override
  public @Nullable URL getResource(String path) {
    return findResource(path);
  }

  @Override
  public Enumeration<URL> getResources(String path) throws IOException {
    return findResources(path);
  }

  @Override
  protected @Nullable URL findResource(String path) {
    try {
      List<URL> found = Collections.list(findResources(path));
      return found.isEmpty() ? null : found.get(0);
    } catch (IOException unreadable) {
      return null;
    }
  }

  @Override
  protected Enumeration<URL> findResources(String path) throws IOException {
    List<URL> found = new ArrayList<>();
    for (ClassFiles origin : origins) {
      byte[] content = origin.resource(path);
      if (content != null) {
        found.add(MemoryUrl.of(path, content));
      }
    }
    return Collections.enumeration(found);
  }
}
