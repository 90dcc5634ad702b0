package io.heddle.instrumentation.opentelemetry;

import io.heddle.recorder.OpenSpan;
import io.heddle.recorder.Recorder;
import org.jspecify.annotations.Nullable;

/** Shows the innermost open node of each thread to whoever asks for the current context. */
@SuppressWarnings("ThreadLocalUsage") // there is one, beside its recorder
final class Views {
  private final Recorder recorder;
  private final Apis apis;
  private final ThreadLocal<@Nullable View> views = new ThreadLocal<>();

  Views(Recorder recorder, Apis apis) {
    this.recorder = recorder;
    this.apis = apis;
  }

  /** What takes the place of {@code context}, which is current on this thread. */
  Object seenAs(Object context) {
    OpenSpan node = recorder.innermost();
    Api api = node == null ? null : apis.of(context.getClass());
    return node == null || api == null || api.isInside(context, node.id())
        ? context
        : view(api, node, context).of(context, node);
  }

  /** Another context is about to become current: the present one is what lies around the node. */
  void beforeChange(Object context) {
    OpenSpan node = recorder.innermost();
    Api api = node == null ? null : apis.of(context.getClass());
    if (node != null && api != null) {
      api.askForContext();
    }
  }

  private View view(Api api, OpenSpan node, Object context) {
    View known = views.get();
    if (known == null || !known.isOf(api, node)) {
      known = new View(api, node.id(), context);
      views.set(known);
    }
    return known;
  }
}
