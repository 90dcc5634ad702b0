package io.heddle.definitions;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** NodeTool's node types, which are qualified names, in Heddle's words. */
final class NodeToolTypes {
  /** The first part that the type contains decides. */
  private static final List<Map.Entry<String, String>> PARTS =
      List.of(
          Map.entry("base_node.group", "container"),
          Map.entry("group.loop", "loop"),
          Map.entry("base_node.preview", "end"),
          Map.entry("nodetool.input", "start"),
          Map.entry("nodetool.output", "end"),
          Map.entry("control.if", "branch"),
          Map.entry("texttovideo", "video_model"),
          Map.entry("text_to_video", "video_model"),
          Map.entry("imagetovideo", "video_model"),
          Map.entry("image_to_video", "video_model"),
          Map.entry("texttoimage", "image_model"),
          Map.entry("text_to_image", "image_model"),
          Map.entry("imagetoimage", "image_model"),
          Map.entry("image_to_image", "image_model"),
          Map.entry("inpaint", "image_model"),
          Map.entry("stablediffusion", "image_model"),
          Map.entry("flux", "image_model"),
          Map.entry("createimage", "image_model"),
          Map.entry("speech", "audio_model"),
          Map.entry("text_to_audio", "audio_model"),
          Map.entry("transcri", "audio_model"),
          Map.entry("whisper", "audio_model"),
          Map.entry("embedding", "embedding"),
          Map.entry("rerank", "rerank"),
          Map.entry("vector", "knowledge_retrieval"),
          Map.entry("chroma", "knowledge_retrieval"),
          Map.entry("huggingface", "local_model"),
          Map.entry("mlx.", "local_model"),
          Map.entry("summari", "llm"),
          Map.entry("extractor", "llm"),
          Map.entry("classifier", "llm"),
          Map.entry("nodetool.agents", "agent"),
          Map.entry("agent", "agent"),
          Map.entry("openai", "llm"),
          Map.entry("anthropic", "llm"),
          Map.entry("gemini", "llm"),
          Map.entry("mistral", "llm"),
          Map.entry("ollama", "llm"),
          Map.entry("llm", "llm"),
          Map.entry("chat", "llm"),
          Map.entry("http", "http_request"),
          Map.entry("browser", "http_request"),
          Map.entry("mail", "messaging"),
          Map.entry("sqlite", "database"),
          Map.entry("supabase", "database"),
          Map.entry("code", "code"),
          Map.entry("workflow_node", "subworkflow"),
          Map.entry("nodetool.image", "media"),
          Map.entry("nodetool.audio", "media"),
          Map.entry("nodetool.video", "media"),
          Map.entry("pdf", "document_extractor"),
          Map.entry("constant", "variable"),
          Map.entry("nodetool.", "variable"));

  private NodeToolTypes() {}

  static String of(String type) {
    String words = type.toLowerCase(Locale.ROOT);
    return PARTS.stream()
        .filter(part -> words.contains(part.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(type.substring(type.lastIndexOf('.') + 1));
  }
}
