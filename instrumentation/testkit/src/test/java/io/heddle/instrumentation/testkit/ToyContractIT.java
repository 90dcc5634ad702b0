package io.heddle.instrumentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.toy.FlowProgram;
import io.heddle.instrumentation.testkit.toy.ToyModule;
import org.junit.jupiter.api.Test;

class ToyContractIT extends EngineContract {
  ToyContractIT() {
    super(ToyModule.class, Application.of(FlowProgram.class));
  }

  @Test
  void everyNode_isAChildOfItsRun() {
    assertThat(spans().nodes())
        .allMatch(node -> spans().parent(node).filter(RecordedSpan::isRoot).isPresent());
  }

  @Test
  void failure_isMarkedOnItsNodeAndItsRunOnly() {
    assertThat(spans().all())
        .filteredOn(RecordedSpan::failed)
        .extracting(RecordedSpan::name)
        .containsExactlyInAnyOrder("save", "flow");
  }
}
