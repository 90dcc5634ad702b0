package io.heddle.instrumentation.opentelemetry;

import io.heddle.instrumentation.spi.Companion;
import io.heddle.instrumentation.spi.Rule;
import io.heddle.recorder.Recorder;
import java.util.ArrayList;
import java.util.List;

/** Makes runs children of OpenTelemetry's spans, and OpenTelemetry's spans children of nodes. */
public final class OpenTelemetryModule implements Companion {
  private static final String STORAGE = "context.ThreadLocalContextStorage";

  private final Apis apis = new Apis();

  @Override
  public String name() {
    return "opentelemetry";
  }

  @Override
  public List<Rule> rules(Recorder recorder) {
    recorder.join(new OpenTelemetryTracing(apis));
    return recorder.joinsOthers() ? rules(new Views(recorder, apis)) : List.of();
  }

  private static List<Rule> rules(Views views) {
    List<Rule> rules = new ArrayList<>();
    for (String prefix : List.of(Names.OF_AGENT, Names.PLAIN)) {
      rules.add(new Rule(prefix + Names.CONTEXT, "current", 0, new CurrentProbe(views)));
      rules.add(new Rule(prefix + STORAGE, "attach", 1, new AttachProbe(views)));
    }
    return rules;
  }

  @Override
  public void present(Class<?> type) {
    if (Names.isContext(type)) {
      apis.of(type);
    }
  }
}
