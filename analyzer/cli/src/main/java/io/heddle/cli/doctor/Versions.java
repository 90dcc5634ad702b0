package io.heddle.cli.doctor;

/** Whether agent and doctor are of one version, and so know the same faults. */
final class Versions {
  private Versions() {}

  /**
   * @param own empty if it is not known
   */
  static void look(AgentStatus status, String own, Complaints complaints) {
    String agent = status.said().path("agent").asText();
    if (!agent.isEmpty() && !own.isEmpty() && !agent.equals(own)) {
      complaints.note(
          "the agent is of version %s, this doctor of %s: what only one of them knows is not told"
              .formatted(agent, own));
    }
  }

  /** Of this doctor, as its jar says. */
  static String own() {
    String version = Versions.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }
}
