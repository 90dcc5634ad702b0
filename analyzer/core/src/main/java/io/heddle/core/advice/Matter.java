package io.heddle.core.advice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a piece of advice is about, before and after it was followed.
 *
 * @param id stable for the same rule, service, workflow and nodes
 * @param rule the id of the rule that found it
 */
public record Matter(String id, String rule, String service, String workflow, List<String> nodes) {
  public Matter {
    nodes = List.copyOf(nodes);
  }

  /** The rule's id and 12 hex digits of a digest over everything that identifies the matter. */
  public static String idOf(String rule, String service, String workflow, List<String> nodes) {
    String identity = String.join("\0", rule, service, workflow) + "\0" + String.join("\0", nodes);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return rule + "-" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
