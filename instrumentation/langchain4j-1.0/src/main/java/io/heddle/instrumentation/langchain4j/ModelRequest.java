package io.heddle.instrumentation.langchain4j;

import io.heddle.instrumentation.spi.Member;
import io.heddle.recorder.Execution;
import io.heddle.recorder.value.ValueHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a model: the request's own parameters, and the model's where it has none.
 *
 * @param model the object that is asked
 * @param request a {@code ChatRequest}
 * @param parameters of the request
 * @param defaults of the model
 */
record ModelRequest(Object model, Object request, Object parameters, Object defaults) {
  private static final Member MESSAGES = Member.method("messages");
  private static final Member PARAMETERS = Member.method("parameters");
  private static final Member DEFAULTS = Member.method("defaultRequestParameters");
  private static final Member PROVIDER = Member.method("provider");
  private static final Member MODEL_NAME = Member.method("modelName");
  private static final Member TEMPERATURE = Member.method("temperature");
  private static final Member MAX_TOKENS = Member.method("maxOutputTokens");

  static ModelRequest of(Object model, Object request) {
    return new ModelRequest(model, request, PARAMETERS.in(request), DEFAULTS.in(model));
  }

  String spanName() {
    return modelName() instanceof String name ? "chat " + name : "chat";
  }

  private @Nullable Object modelName() {
    return effective(MODEL_NAME);
  }

  private @Nullable Object effective(Member parameter) {
    Object own = parameter.of(parameters);
    return own != null ? own : parameter.of(defaults);
  }

  /** Writes what is known before the model answers. */
  void describe(Execution execution) {
    execution.attribute("gen_ai.operation.name", "chat");
    String provider = Providers.conventionalName(String.valueOf(PROVIDER.of(model)));
    if (provider != null) {
      execution.attribute("gen_ai.provider.name", provider);
    }
    if (modelName() instanceof String name) {
      execution.attribute("gen_ai.request.model", name);
    }
    if (effective(TEMPERATURE) instanceof Number temperature) {
      execution.attribute("gen_ai.request.temperature", temperature.doubleValue());
    }
    if (effective(MAX_TOKENS) instanceof Number tokens) {
      execution.attribute("gen_ai.request.max_tokens", tokens.longValue());
    }
    execution.input(hash());
  }

  /** Equal for requests that send the same to the same kind of model. */
  long hash() {
    List<String> sent = new ArrayList<>();
    sent.add(model.getClass().getName());
    boolean isKnown = add(sent, defaults) && add(sent, parameters);
    for (Object message : (Collection<?>) MESSAGES.in(request)) {
      isKnown = isKnown && add(sent, message);
    }
    return isKnown ? ValueHash.of(sent) : ValueHash.UNKNOWN;
  }

  /** The library's own classes print all they send; of others nothing is known. */
  private static boolean add(List<String> sent, Object part) {
    boolean isOfLibrary = part.getClass().getName().startsWith("dev.langchain4j.");
    if (isOfLibrary) {
      sent.add(part.toString());
    }
    return isOfLibrary;
  }
}
