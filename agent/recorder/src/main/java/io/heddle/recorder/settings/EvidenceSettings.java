package io.heddle.recorder.settings;

/**
 * What is recorded of an execution beside its times.
 *
 * @param touched {@link Setting#EVIDENCE}
 * @param equality {@link Setting#EVIDENCE_EQUALITY}
 * @param predecessors {@link Setting#EVIDENCE_PREDECESSORS}
 * @param cpu {@link Setting#EVIDENCE_CPU}
 * @param memory {@link Setting#EVIDENCE_MEMORY}
 * @param salt {@link Setting#EVIDENCE_SALT}; empty if no digests are wanted
 */
public record EvidenceSettings(
    boolean touched,
    boolean equality,
    boolean predecessors,
    boolean cpu,
    boolean memory,
    String salt) {
  /** The salt is a secret. */
  @Override
  public String toString() {
    return "touched=%s, equality=%s, predecessors=%s, cpu=%s, memory=%s, digests=%s"
        .formatted(touched, equality, predecessors, cpu, memory, !salt.isEmpty());
  }
}
