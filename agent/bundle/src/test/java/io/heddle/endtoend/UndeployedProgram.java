package io.heddle.endtoend;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;
import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;
import org.jspecify.annotations.Nullable;

/** Deploys an application that leaves a stream half read in a static field, and undeploys it. */
public final class UndeployedProgram {
  private static final int LOOKS = 100;

  private UndeployedProgram() {}

  /**
   * @param arguments the application's class path
   */
  public static void main(String[] arguments) throws Exception {
    WeakReference<ClassLoader> application = new WeakReference<>(deployed(arguments[0]));
    for (int look = 0; look < LOOKS && application.get() != null; look++) {
      System.gc();
      Thread.sleep(20);
    }
    System.out.println(application.get() == null ? "collected" : "kept");
  }

  private static ClassLoader deployed(String classPath) throws Exception {
    String[] elements = classPath.split(File.pathSeparator, -1);
    URL[] urls = new URL[elements.length];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = Path.of(elements[i]).toUri().toURL();
    }
    ClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    Class<?> type = Class.forName(HalfRead.class.getName(), true, loader);
    ((Runnable) type.getConstructor().newInstance()).run();
    return loader;
  }

  /** What is deployed. */
  public static final class HalfRead implements Runnable {
    private static @Nullable Iterator<?> stream;

    /** A state class of the application's own loader. */
    static final class State extends AgentState {
      State(Map<String, Object> values) {
        super(values);
      }
    }

    @Override
    public void run() {
      try {
        Iterator<?> outputs =
            new StateGraph<>(State::new)
                    .addNode(
                        "first",
                        node_async(state -> Map.of("read", state.value("question").orElseThrow())))
                    .addNode("second", node_async(state -> Map.of()))
                    .addEdge(START, "first")
                    .addEdge("first", "second")
                    .addEdge("second", END)
                    .compile()
                    .stream(Map.of("question", 1))
                    .iterator();
        while (outputs.hasNext() && !outputs.next().toString().contains("first")) {
          Thread.onSpinWait(); // the engine's own steps come first
        }
        stream = outputs;
      } catch (Exception broken) {
        throw new IllegalStateException(broken);
      }
    }

    static @Nullable Object stream() {
      return stream;
    }
  }
}
