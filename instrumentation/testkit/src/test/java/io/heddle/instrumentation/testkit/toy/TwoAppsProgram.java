package io.heddle.instrumentation.testkit.toy;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.function.Supplier;

/**
 * Two applications in one JVM, each with a copy of the engine in a loader of its own, as a servlet
 * container has them. Each runs a flow of its own name; then the first is undeployed.
 */
public final class TwoAppsProgram {
  private TwoAppsProgram() {}

  public static void main(String[] arguments) throws Exception {
    WeakReference<ClassLoader> first = new WeakReference<>(deployed("first"));
    ClassLoader second = deployed("second");
    for (int i = 0; i < 100 && first.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    System.out.println(first.get() == null ? "collected" : "kept");
    Class.forName(Flow.class.getName(), true, second);
  }

  private static ClassLoader deployed(String application) throws Exception {
    URL classes = TwoAppsProgram.class.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader loader =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
    Class<?> type = Class.forName(Application.class.getName(), true, loader);
    Thread.currentThread().setContextClassLoader(loader);
    ((Runnable) type.getConstructor(String.class).newInstance(application)).run();
    Thread.currentThread().setContextClassLoader(null);
    return loader;
  }

  /** What is deployed: it uses the engine that its own loader finds. */
  public static final class Application implements Runnable {
    private final String name;

    public Application(String name) {
      this.name = name;
    }

    @Override
    public void run() {
      Flow flow = new Flow(name);
      Supplier<String> body =
          () -> {
            System.out.println("node " + name);
            return name;
          };
      flow.run(() -> flow.step(name, body));
    }
  }
}
