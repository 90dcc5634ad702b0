package io.heddle.packager;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a file of the class path goes in the agent jar. */
final class Placement {
  private static final String PREMAIN = "io/heddle/agent/HeddleAgent.class";

  private static final Pattern LICENCE =
      Pattern.compile("META-INF/(LICENSE|NOTICE|licenses/).*", Pattern.CASE_INSENSITIVE);

  /** For tools that read a jar, or for class paths of an older kind. */
  private static final Pattern USELESS =
      Pattern.compile(
          "META-INF/(?!services/|LICENSE|NOTICE|licenses/|io/).*"
              + "|(.*/)?(module|package)-info\\.class|.*\\.kotlin_builtins|.*\\.proto",
          Pattern.CASE_INSENSITIVE);

  /** Of Byte Buddy only its ASM is used, of JCTools one queue on VarHandles. */
  private static final Pattern UNUSED =
      Pattern.compile(
          "net/bytebuddy/(?!jar/asm/).*|org/jctools/(maps|counters)/.*"
              + "|org/jctools/queues/(?!varhandle/|MessagePassing|Indexed|QueueProgress|Supports).*"
              + "|org/jctools/queues/varhandle/(?!MpscVarHandleArray|Concurrent|VarHandle).*");

  /**
   * What every start of recording loads, so that it is worth being read at once; not what the
   * premain class's own loader looks for.
   */
  private static final Pattern PACKED =
      Pattern.compile(
          "inst/(io/heddle/(?!agent/|instrumentation/methods/)|net/bytebuddy/|org/jctools/).*"
              + "\\.classdata");

  private Placement() {}

  /**
   * The entry for {@code path}, or empty when the agent does not need it.
   *
   * @param library name of the jar the file comes from
   */
  static Optional<String> of(String path, String library) {
    if (path.equals(PREMAIN)) {
      return Optional.of(path);
    }
    if (USELESS.matcher(path).matches() || UNUSED.matcher(path).matches()) {
      return Optional.empty();
    }
    if (LICENCE.matcher(path).matches()) {
      return Optional.of("META-INF/licenses/" + library + path.substring("META-INF".length()));
    }
    return Optional.of("inst/" + path.replaceFirst("\\.class$", ".classdata"));
  }

  /**
   * The internal name of the class at that entry if it belongs into the pack of classes, else
   * empty.
   */
  static Optional<String> packed(String entry) {
    return PACKED.matcher(entry).matches()
        ? Optional.of(entry.substring("inst/".length(), entry.length() - ".classdata".length()))
        : Optional.empty();
  }
}
