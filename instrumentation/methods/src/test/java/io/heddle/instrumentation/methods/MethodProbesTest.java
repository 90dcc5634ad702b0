package io.heddle.instrumentation.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.spi.Advice;
import io.heddle.instrumentation.spi.LeafNode;
import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each method gets the cheapest advice that tells what its rule asks for. */
class MethodProbesTest {
  private final MethodProbes probes =
      new MethodProbes(Recorder.create(Settings.of(Map.of("otel.traces.exporter", "none"))));

  @Test
  void nameWithoutArguments_isALeaf_orSeesNoPrimitives() {
    assertThat(advice("a.B[c]", "(J)V")).isInstanceOf(LeafNode.class);
    assertThat(seesPrimitives("a.B[c]={method}", "(J)Ljava/lang/Object;")).isFalse();
    assertThat(seesPrimitives("workflow:a.B[c]", "(J)V")).isFalse();
  }

  @Test
  void nameFromArguments_seesPrimitives() {
    assertThat(seesPrimitives("a.B[c]=order {0}", "(J)V")).isTrue();
    assertThat(seesPrimitives("workflow:a.B[c]=job {0}", "(J)V")).isTrue();
  }

  private boolean seesPrimitives(String rule, String descriptor) {
    return ((Probe) advice(rule, descriptor)).seesPrimitives();
  }

  private Advice advice(String rule, String descriptor) {
    MethodRule parsed = MethodRules.parse(rule).rules().get(0);
    return probes.of(new Matches(parsed), "a.B", "c", descriptor);
  }
}
