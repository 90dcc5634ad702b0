package io.heddle.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What span names say where attributes are silent: a prefix, then the name of the thing. */
final class NamePatterns {
  /**
   * One pattern.
   *
   * @param role what a span with this prefix is
   * @param type what a node with this prefix does, null when the prefix does not tell
   */
  record Pattern(Source source, String prefix, SpanRole role, @Nullable String type) {
    Pattern(Source source, String prefix, SpanRole role) {
      this(source, prefix, role, null);
    }

    /** Whether the prefix is a word that anybody uses: then the source must mark the span too. */
    boolean isCommonWord() {
      return role == SpanRole.BODY;
    }
  }

  static final List<Pattern> ALL =
      List.of(
          new Pattern(Source.TEMPORAL, "RunWorkflow:", SpanRole.WORKFLOW),
          new Pattern(Source.TEMPORAL, "RunActivity:", SpanRole.NODE, "activity"),
          new Pattern(Source.TEMPORAL, "StartActivity:", SpanRole.REQUEST),
          new Pattern(Source.TEMPORAL, "StartChildWorkflow:", SpanRole.REQUEST),
          new Pattern(Source.TEMPORAL, "StartWorkflow:", SpanRole.REQUEST),
          new Pattern(Source.TEMPORAL, "StartContinueAsNewWorkflow:", SpanRole.SUCCESSION),
          new Pattern(Source.TEMPORAL, "SignalWithStartWorkflow:", SpanRole.REQUEST),
          new Pattern(Source.DURABLE_TASK, "create_orchestration:", SpanRole.REQUEST),
          new Pattern(Source.DURABLE_TASK, "create_orchestration||", SpanRole.REQUEST),
          new Pattern(Source.CELERY, "apply_async/", SpanRole.DISPATCH),
          new Pattern(Source.AIRFLOW, "task_run.", SpanRole.NODE),
          new Pattern(Source.AIRFLOW, "dag_run.", SpanRole.WORKFLOW),
          new Pattern(Source.AIRFLOW, "worker.", SpanRole.BODY));

  static @Nullable Pattern of(String spanName) {
    for (Pattern pattern : ALL) {
      if (spanName.startsWith(pattern.prefix) && spanName.length() > pattern.prefix.length()) {
        return pattern;
      }
    }
    return null;
  }

  /** The pattern's place from 1; 0 for none. */
  static int number(@Nullable Pattern pattern) {
    return pattern == null ? 0 : ALL.indexOf(pattern) + 1;
  }

  private NamePatterns() {}
}
