package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import io.heddle.instrumentation.methods.MethodProbes;
import io.heddle.instrumentation.spi.Advice;
import io.heddle.instrumentation.spi.Rule;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weaves classes by the real transformer and loads them into a loader of their own. */
final class Bench implements AutoCloseable {
  final Recorder recorder =
      Recorder.create(Settings.of(Map.of("otel.traces.exporter", "none", "heddle.log", "debug")));
  final RuleBook rules = new RuleBook(recorder);
  final Sites sites = new Sites();
  final OwnMethods methods = new OwnMethods(new MethodProbes(recorder), recorder);
  final WeavingTransformer transformer =
      new WeavingTransformer(rules, methods, new ClassWeaver(sites));
  final Loader loader = new Loader();

  private final PrintStream standardError = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  Bench() {
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    HeddleHook.activate(new Dispatcher(recorder));
  }

  WovenRule rule(Class<?> owner, String method, int arity, Advice advice) {
    return rule(owner.getName(), method, arity, advice);
  }

  WovenRule rule(String owner, String method, int arity, Advice advice) {
    rules.add("toy", List.of(new Rule(owner, method, arity, advice)));
    return rules.rules().get(rules.rules().size() - 1);
  }

  /** Loads {@code type} again, woven. */
  Class<?> load(Class<?> type) throws ClassNotFoundException {
    return Class.forName(type.getName(), true, loader);
  }

  /** Loads a class file that no compiler wrote, woven. */
  Class<?> load(String name, byte[] classFile) throws ClassNotFoundException {
    loader.given.put(name, classFile);
    return Class.forName(name, true, loader);
  }

  String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    HeddleHook.activate(null);
    System.setErr(standardError);
  }

  static byte[] classFile(String name) {
    try (InputStream in =
        Bench.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Child first for the toys; refuses to load anything while a class is being woven. */
  final class Loader extends ClassLoader {
    final Map<String, byte[]> given = new HashMap<>();
    private boolean weaving;

    Loader() {
      super(Bench.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (weaving) {
        throw new AssertionError("weaving asked the application's loader for " + name);
      }
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      boolean isToy = name.startsWith(Shapes.class.getName()) || given.containsKey(name);
      return isToy ? define(name) : super.loadClass(name, resolve);
    }

    private Class<?> define(String name) {
      byte[] original = given.containsKey(name) ? given.get(name) : classFile(name);
      byte[] woven = weave(name, original);
      byte[] classFile = woven == null ? original : woven;
      return defineClass(name, classFile, 0, classFile.length);
    }

    private byte @Nullable [] weave(String name, byte[] original) {
      weaving = true;
      try {
        return transformer.transform(this, name.replace('.', '/'), null, null, original);
      } finally {
        weaving = false;
      }
    }
  }
}
