package io.heddle.instrumentation.langchain4j;

import io.heddle.instrumentation.spi.Member;
import io.heddle.recorder.Execution;
import io.heddle.recorder.value.ValueHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what a {@code ChatResponse} says to the model call's execution. */
final class ModelAnswer {
  private static final Member METADATA = Member.method("metadata");
  private static final Member MODEL_NAME = Member.method("modelName");
  private static final Member RESPONSE_ID = Member.method("id");
  private static final Member FINISH_REASON = Member.method("finishReason");
  private static final Member USAGE = Member.method("tokenUsage");
  private static final Member MESSAGE = Member.method("aiMessage");
  private static final Member TEXT = Member.method("text");
  private static final Member TOOL_REQUESTS = Member.method("toolExecutionRequests");
  private static final Member TOOL_NAME = Member.method("name");
  private static final Member TOOL_ARGUMENTS = Member.method("arguments");

  private ModelAnswer() {}

  static void describe(Execution execution, @Nullable Object response) {
    if (response == null) {
      return;
    }
    Object metadata = METADATA.in(response);
    text(execution, "gen_ai.response.model", MODEL_NAME.of(metadata));
    text(execution, "gen_ai.response.id", RESPONSE_ID.of(metadata));
    if (FINISH_REASON.of(metadata) instanceof Enum<?> reason) {
      String name = reason.name().toLowerCase(Locale.ROOT);
      execution.attribute("gen_ai.response.finish_reasons", List.of(name));
    }
    Object usage = USAGE.of(metadata);
    if (usage != null) {
      Usage.describe(execution, usage);
    }
    execution.output(hash(MESSAGE.in(response)));
  }

  private static void text(Execution execution, String key, @Nullable Object value) {
    if (value instanceof String text) {
      execution.attribute(key, text);
    }
  }

  /** Equal for answers that say the same; ids of tool requests are new in each. */
  private static long hash(Object message) {
    List<@Nullable Object> said = new ArrayList<>();
    said.add(TEXT.of(message));
    if (TOOL_REQUESTS.of(message) instanceof Collection<?> requests) {
      for (Object request : requests) {
        said.add(TOOL_NAME.of(request));
        said.add(TOOL_ARGUMENTS.of(request));
      }
    }
    return ValueHash.of(said);
  }
}
