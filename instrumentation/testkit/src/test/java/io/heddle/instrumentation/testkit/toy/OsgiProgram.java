package io.heddle.instrumentation.testkit.toy;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * Installs {@link Flow} as a bundle of a real OSGi framework and prints its mark, and after the
 * bundle is uninstalled and the framework has stopped, whether its loader can be collected.
 */
public final class OsgiProgram {
  private OsgiProgram() {}

  /**
   * @param arguments the bundle's URL, and a directory for the framework
   */
  public static void main(String[] arguments) throws Exception {
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, arguments[1]));
    framework.start();
    WeakReference<ClassLoader> loader = useFlow(framework, arguments[0]);
    framework.stop();
    framework.waitForStop(0);
    for (int i = 0; i < 100 && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    System.out.println(loader.get() == null ? "collected" : "kept");
    System.exit(0);
  }

  private static WeakReference<ClassLoader> useFlow(Framework framework, String url)
      throws Exception {
    Bundle bundle = framework.getBundleContext().installBundle(url);
    bundle.start();
    Class<?> flow = bundle.loadClass(Flow.class.getName());
    Object made = flow.getConstructor(String.class).newInstance("bundle");
    System.out.println(flow.getMethod("mark").invoke(made) + " " + (flow != Flow.class));
    bundle.uninstall();
    return new WeakReference<>(flow.getClassLoader());
  }
}
