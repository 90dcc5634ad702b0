package io.heddle.agent.loader;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the agent's loader finds classes and resources. Thread-safe. */
interface ClassFiles {
  /**
   * The class file of {@code name}, or null if it is not here.
   *
   * @param name internal name, {@code org/example/Outer$Inner}
   */
  byte @Nullable [] classFile(String name) throws IOException;

  /** The resource at {@code path}, or null if it is not here. */
  byte @Nullable [] resource(String path) throws IOException;
}
