package io.heddle.cli.doctor;

import java.util.List;

/**
 * What is wrong with an agent.
 *
 * @param faults what keeps it from recording all it should; a line each
 * @param notes what may be intended
 */
public record Diagnosis(List<String> faults, List<String> notes) {
  /** Looks at all that an agent said. */
  public static Diagnosis of(AgentStatus status) {
    Complaints complaints = new Complaints();
    if (Switches.isOn(status, complaints)) {
      status.texts("warnings").forEach(complaints::fault);
      RuleFaults.look(status, complaints);
      MethodFaults.look(status, complaints);
      DeliveryFaults.look(status, complaints);
      Nothing.look(status, complaints);
    }
    Versions.look(status, Versions.own(), complaints);
    return complaints.diagnosis();
  }
}
