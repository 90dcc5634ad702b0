package io.heddle.instrumentation.methods;

import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import io.heddle.recorder.Run;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call of a workflow that has not returned.
 *
 * @param node the subworkflow that it is in the run around it, if there is one
 * @param frame stands for the run on the calling thread
 */
record OpenWorkflow(Run run, @Nullable Execution node, Execution frame) {
  /** It ends as the method returns. */
  void end(Lane lane, @Nullable Throwable error) {
    lane.leave(frame);
    if (node != null) {
      lane.end(node, error);
    }
    run.end(error);
  }

  /** It goes on elsewhere; tell the result how it ended. */
  Consumer<@Nullable Throwable> detached(Lane lane) {
    lane.leave(frame);
    if (node != null) {
      lane.detach(node);
    }
    return error -> {
      if (node != null) {
        node.end(error);
      }
      run.end(error);
    };
  }
}
