package io.heddle.instrumentation.langchain4j;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** LangChain4j's {@code ModelProvider} constants as the GenAI conventions spell them. */
final class Providers {
  private Providers() {}

  /** The value of {@code gen_ai.provider.name}; null if the model does not say. */
  static @Nullable String conventionalName(String constant) {
    return switch (constant) {
      case "OTHER", "null" -> null;
      case "OPEN_AI" -> "openai";
      case "AMAZON_BEDROCK" -> "aws.bedrock";
      case "AZURE_OPEN_AI" -> "azure.ai.openai";
      case "MICROSOFT_FOUNDRY" -> "azure.ai.inference";
      case "GOOGLE_AI_GEMINI", "GOOGLE_GENAI" -> "gcp.gemini";
      case "GOOGLE_VERTEX_AI_GEMINI", "GOOGLE_VERTEX_AI_ANTHROPIC" -> "gcp.vertex_ai";
      case "WATSONX" -> "ibm.watsonx.ai";
      default -> constant.toLowerCase(Locale.ROOT);
    };
  }
}
