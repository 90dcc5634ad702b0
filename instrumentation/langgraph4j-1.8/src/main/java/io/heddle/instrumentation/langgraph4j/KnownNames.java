package io.heddle.instrumentation.langgraph4j;

import java.util.Arrays;

/** The state names a node has written before, in order of first sight. Thread-safe. */
final class KnownNames {
  /** More names than this are no longer worth a look-up each. */
  private static final int LIMIT = 64;

  private volatile String[] names = new String[0];

  String[] all() {
    return names;
  }

  synchronized void add(String name) {
    if (names.length < LIMIT && !Arrays.asList(names).contains(name)) {
      String[] longer = Arrays.copyOf(names, names.length + 1);
      longer[names.length] = name;
      names = longer;
    }
  }
}
