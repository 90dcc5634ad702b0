package io.heddle.definitions;

import io.heddle.core.blueprint.Blueprint;
import java.nio.charset.StandardCharsets;

/**
 * Reads definitions of workflows: Dify DSL, NodeTool JSON, BPMN 2.0 XML, Serverless Workflow (DSL
 * 1.0 and 0.8, JSON and YAML) and graphs that the agent captured. The language is recognised from
 * the content. Thread-safe.
 */
public final class DefinitionReader {
  private static final int PEEKED = 1_024;

  private DefinitionReader() {}

  /**
   * Reads one definition.
   *
   * @param bytes the whole document
   * @param fallbackName the workflow's name where the document does not give one
   * @throws DefinitionFormatException that names the line and column
   */
  public static Blueprint read(byte[] bytes, String fallbackName) throws DefinitionFormatException {
    return switch (firstCharacter(bytes)) {
      case 0 -> throw new DefinitionFormatException("the definition is empty");
      case '<' -> BpmnReader.read(XmlTree.read(bytes), fallbackName);
      case '{', '[' -> read(JsonTree.read(bytes), fallbackName);
      default -> read(YamlTree.read(bytes), fallbackName);
    };
  }

  private static Blueprint read(Tree root, String name) throws DefinitionFormatException {
    if (DifyReader.fits(root)) {
      return DifyReader.read(root, name);
    }
    if (TaskReader.fits(root)) {
      return TaskReader.read(root, name);
    }
    if (StateReader.fits(root)) {
      return StateReader.read(root, name);
    }
    if (NodeToolReader.fits(root)) {
      return NodeToolReader.read(root, name);
    }
    if (CapturedReader.fits(root)) {
      return CapturedReader.read(root, name);
    }
    throw root.wrong(
        "no definition of a known language: neither Dify, NodeTool, BPMN 2.0, Serverless Workflow"
            + " nor a captured graph");
  }

  /**
   * The first that is neither space nor a byte order mark, also of UTF-16; 0 when there is none.
   */
  private static char firstCharacter(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(PEEKED, bytes.length), StandardCharsets.ISO_8859_1);
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      if (c > ' ' && "\u00ef\u00bb\u00bf\u00fe\u00ff".indexOf(c) < 0) {
        return c;
      }
    }
    return 0;
  }
}
