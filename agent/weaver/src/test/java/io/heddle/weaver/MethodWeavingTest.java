package io.heddle.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.methods.Matches;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the rules of {@code heddle.methods} say of methods that they name and do not get. */
class MethodWeavingTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  /** Of a class with the methods run and other. */
  private Matches weave(int rule, String rules, int most) throws Exception {
    bench.methods.use(rules.replace("Generated", GeneratedClass.NAME), most);
    byte[] one =
        GeneratedClass.of(
            Opcodes.V17,
            ClassWriter.COMPUTE_FRAMES,
            "(Ljava/lang/Object;)I",
            GeneratedClass::branch);
    bench.load(GeneratedClass.NAME, GeneratedClass.withAnother(one, "other"));
    return bench.methods.weaving().matches().get(rule);
  }

  @Test
  void methodOfARuleBefore_isNotMissing() throws Exception {
    Matches second = weave(1, "Generated[r*];Generated[run]", 10);

    assertThat(second.missing()).isEmpty();
    assertThat(second.methodCount()).isZero();
    assertThat(VerdictLine.of(second)).startsWith("verdict matched").endsWith("of rules before=1");
  }

  @Test
  void methodBeyondTheLimit_isNotMissing() throws Exception {
    Matches second = weave(1, "Generated[run];Generated[other]", 1);

    assertThat(second.missing()).isEmpty();
    assertThat(second.notWoven()).isEqualTo(1);
    assertThat(VerdictLine.of(second)).startsWith("verdict failed");
  }

  @Test
  void methodThatTheClassHasNot_isMissing() throws Exception {
    Matches only = weave(0, "Generated[gone]", 10);

    assertThat(only.missing()).containsExactly("gone");
    assertThat(VerdictLine.of(only)).startsWith("verdict missing");
  }
}
