package io.heddle.instrumentation.langchain4j;

import io.heddle.instrumentation.spi.Member;
import io.heddle.recorder.Execution;
import io.heddle.recorder.value.ValueHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a model: the request's own parameters, and the model's where it has none. The
 * model may be of a user's class and throw at each question; then it has not said.
 *
 * @param model the object that is asked
 * @param request a {@code ChatRequest}
 * @param parameters of the request
 * @param defaults of the model
 * @param provider of the model
 */
record ModelRequest(
    Object model,
    Object request,
    Object parameters,
    @Nullable Object defaults,
    @Nullable Object provider) {
  private static final Member MESSAGES = Member.method("messages");
  private static final Member PARAMETERS = Member.method("parameters");
  private static final Member DEFAULTS = Member.method("defaultRequestParameters");
  private static final Member PROVIDER = Member.method("provider");
  private static final Member MODEL_NAME = Member.method("modelName");
  private static final Member TEMPERATURE = Member.method("temperature");
  private static final Member MAX_TOKENS = Member.method("maxOutputTokens");

  static ModelRequest of(Object model, Object request) {
    return new ModelRequest(
        model, request, PARAMETERS.in(request), answer(DEFAULTS, model), answer(PROVIDER, model));
  }

  private static @Nullable Object answer(Member question, Object model) {
    try {
      return question.of(model);
    } catch (RuntimeException | LinkageError ofTheApplication) {
      return null;
    }
  }

  String spanName() {
    return modelName() instanceof String name ? "chat " + name : "chat";
  }

  private @Nullable Object modelName() {
    return effective(MODEL_NAME);
  }

  private @Nullable Object effective(Member parameter) {
    Object own = parameter.of(parameters);
    return own != null || defaults == null ? own : parameter.of(defaults);
  }

  /** Writes what is known before the model answers. */
  void describe(Execution execution) {
    execution.attribute("gen_ai.operation.name", "chat");
    String known = Providers.conventionalName(String.valueOf(provider));
    if (known != null) {
      execution.attribute("gen_ai.provider.name", known);
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
    try {
      return hashOfWhatIsPrinted();
    } catch (RuntimeException | LinkageError ofTheApplication) {
      return ValueHash.UNKNOWN; // a message carries what its user likes
    }
  }

  private long hashOfWhatIsPrinted() {
    List<String> sent = new ArrayList<>();
    sent.add(model.getClass().getName());
    boolean isKnown = add(sent, defaults) && add(sent, parameters);
    for (Object message : (Collection<?>) MESSAGES.in(request)) {
      isKnown = isKnown && add(sent, message);
    }
    return isKnown ? ValueHash.of(sent) : ValueHash.UNKNOWN;
  }

  /** The library's own classes print all they send; of others nothing is known. */
  private static boolean add(List<String> sent, @Nullable Object part) {
    boolean isOfLibrary = part != null && part.getClass().getName().startsWith("dev.langchain4j.");
    if (isOfLibrary) {
      sent.add(String.valueOf(part));
    }
    return isOfLibrary;
  }
}
