package io.heddle.runs;

import java.util.Map;

/** Where the attributes of many executions stand; safe for any number of readers. */
@FunctionalInterface
public interface AttributeSource {
  /**
   * The attributes of one of the executions as texts.
   *
   * @param record which one, as {@link Execution#record} says
   */
  Map<String, String> of(int record);
}
