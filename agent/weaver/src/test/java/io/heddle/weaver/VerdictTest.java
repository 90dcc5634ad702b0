package io.heddle.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.spi.Probe;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Probe IDLE = new Probe() {};

  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void classNotLoaded_isUnseen() {
    WovenRule rule = bench.rule("toy.Absent", "run", 1, IDLE);

    assertThat(rule.verdict()).isEqualTo(Verdict.UNSEEN);
    assertThat(VerdictLine.of(rule)).isEqualTo("verdict unseen toy toy.Absent.run/1 failures=0");
  }

  @Test
  void methodOfThatNameAndArity_isMatched() throws Exception {
    assertThat(verdict("branches", 1)).isEqualTo(Verdict.MATCHED);
  }

  @Test
  void noMethodOfThatName_isMissing() throws Exception {
    assertThat(verdict("vanished", 1)).isEqualTo(Verdict.MISSING);
  }

  @Test
  void otherArity_isChanged() throws Exception {
    assertThat(verdict("branches", 2)).isEqualTo(Verdict.CHANGED);
  }

  @Test
  void abstractMethod_isMissing() throws Exception {
    WovenRule rule = bench.rule(ShapesGreeting.class, "silent", 1, IDLE);
    bench.load(ShapesGreeting.class);

    assertThat(rule.verdict()).isEqualTo(Verdict.MISSING);
  }

  @Test
  void missingRule_leavesTheOthersOfItsClassWoven() throws Exception {
    Tape tape = new Tape();
    bench.rule(Shapes.class, "vanished", 0, IDLE);
    bench.rule(Shapes.class, "nothing", 0, tape);
    Class<?> type = bench.load(Shapes.class);
    type.getMethod("nothing").invoke(type.getConstructor().newInstance());

    assertThat(tape.exits).hasSize(1);
  }

  @Test
  void secondRuleForOnePlace_isIgnoredWithALine() {
    bench.rule(Shapes.class, "nothing", 0, IDLE);
    bench.rule(Shapes.class, "nothing", 0, IDLE);

    assertThat(bench.rules.rules()).hasSize(1);
    assertThat(bench.printed()).contains("rule ignored");
  }

  @Test
  void origin_namesTheFileTheClassCameFrom() throws Exception {
    WovenRule rule = bench.rule(Shapes.class, "nothing", 0, IDLE);
    CodeSource source = new CodeSource(new URL("file:/lib/flow-1.2.jar"), (Certificate[]) null);
    byte[] classFile = Bench.classFile(Shapes.class.getName());
    bench.transformer.transform(
        null, "io/heddle/weaver/Shapes", null, new ProtectionDomain(source, null), classFile);

    assertThat(VerdictLine.of(rule)).endsWith("nothing/0 failures=0 in flow-1.2.jar");
  }

  @Test
  void retransformedClass_keepsItsSiteAndOneSighting() {
    WovenRule rule = bench.rule(Shapes.class, "nothing", 0, IDLE);
    byte[] classFile = Bench.classFile(Shapes.class.getName());
    byte[] first = transform(classFile);
    byte[] again = transform(classFile);

    assertThat(again).isEqualTo(first);
    assertThat(rule.sightings()).hasSize(1);
  }

  private byte[] transform(byte[] classFile) {
    return bench.transformer.transform(
        null, "io/heddle/weaver/Shapes", Shapes.class, null, classFile);
  }

  private Verdict verdict(String method, int arity) throws Exception {
    WovenRule rule = bench.rule(Shapes.class, method, arity, IDLE);
    bench.load(Shapes.class);
    return rule.verdict();
  }
}
