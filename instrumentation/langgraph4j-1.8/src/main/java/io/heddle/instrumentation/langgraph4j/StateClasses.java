package io.heddle.instrumentation.langgraph4j;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * Which state classes show every read. One with fields of its own may have copied values into them
 * when it was constructed, and nobody sees those being read. Thread-safe.
 */
final class StateClasses extends ClassValue<StateClass> {
  private static final String BASE = "org.bsc.langgraph4j.state.AgentState";

  boolean showEveryRead(Object state) {
    return get(state.getClass()).showsEveryRead();
  }

  @Override
  protected StateClass computeValue(Class<?> type) {
    return new StateClass(type, showsEveryRead(type));
  }

  private static boolean showsEveryRead(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.getName().equals(BASE)) {
        return true;
      }
      if (hasInstanceField(at)) {
        return false;
      }
    }
    return false;
  }

  /** The application may run without the class of a field, which cannot be looked at then. */
  private static boolean hasInstanceField(Class<?> type) {
    try {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          return true;
        }
      }
      return false;
    } catch (LinkageError classOfAFieldIsMissing) {
      return true;
    }
  }
}
