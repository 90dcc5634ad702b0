package io.heddle.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.methods.Matches;
import java.lang.reflect.Method;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedClassTest {
  private final Bench bench = new Bench();
  private final Tape tape = new Tape();
  private final WovenRule rule = bench.rule(GeneratedClass.NAME, "run", 1, tape);

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61})
  void everyVersionOfTheClassFile_isWoven(int version) throws Exception {
    byte[] classFile =
        GeneratedClass.of(
            version, ClassWriter.COMPUTE_FRAMES, "(Ljava/lang/Object;)I", GeneratedClass::branch);

    assertThat(run(classFile, "x")).isEqualTo(2);
    assertThat(tape.only().arguments()).startsWith("x");
  }

  @Test
  void newestVersionThisJvmKnows_isWoven() throws Exception {
    byte[] classFile =
        GeneratedClass.of(
            Runtime.version().feature() + 44,
            ClassWriter.COMPUTE_FRAMES,
            "(Ljava/lang/Object;)I",
            GeneratedClass::branch);

    assertThat(run(classFile, "x")).isEqualTo(2);
    assertThat(tape.exits).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_4, Opcodes.V1_5, Opcodes.V1_6})
  void classFileWithoutFrames_isWoven(int version) throws Exception {
    byte[] classFile =
        GeneratedClass.of(
            version, ClassWriter.COMPUTE_MAXS, "(Ljava/lang/Object;)I", GeneratedClass::branch);

    assertThat(run(classFile, "x")).isEqualTo(2);
    assertThat(tape.exits).hasSize(1);
  }

  @Test
  void subroutine_isWoven() throws Exception {
    byte[] classFile =
        GeneratedClass.of(
            Opcodes.V1_5,
            ClassWriter.COMPUTE_MAXS,
            "(Ljava/lang/Object;)I",
            GeneratedClass::subroutine);

    assertThat(run(classFile, "x")).isEqualTo(3);
    assertThat(tape.exits).hasSize(1);
  }

  @Test
  void loopToTheFirstInstruction_entersOnce() throws Exception {
    byte[] classFile = ofToday("(I)I", GeneratedClass::loopToTheFirstInstruction);

    assertThat(run(classFile, 9)).isEqualTo(0);
    assertThat(tape.tokens).hasSize(1);
    assertThat(tape.exits).hasSize(1);
  }

  @Test
  void valuesLeftOnTheStack_stayThere() throws Exception {
    byte[] classFile =
        ofToday("(Ljava/lang/String;)Ljava/lang/String;", GeneratedClass::returnWithRestOnStack);

    assertThat(run(classFile, "x")).isEqualTo("x");
    assertThat(tape.only().result()).isEqualTo("x");
  }

  @Test
  void reusedVariable_doesNotDisturbOurs() throws Exception {
    byte[] classFile = ofToday("(Ljava/lang/String;)J", GeneratedClass::variableReused);

    assertThat(run(classFile, "x")).isEqualTo(1L);
    assertThat(tape.only().token()).isSameAs(tape.tokens.get(0));
  }

  @Test
  void hundredsOfVariables_leaveRoomForOurs() throws Exception {
    byte[] classFile = ofToday("(Ljava/lang/Object;)J", GeneratedClass::manyVariables);

    assertThat(run(classFile, "x")).isEqualTo(0L);
    assertThat(tape.only().token()).isSameAs(tape.tokens.get(0));
  }

  @Test
  void methodThatWouldGrowTooLarge_staysAsItIsAndSaysSo() throws Exception {
    byte[] classFile = ofToday("(Ljava/lang/Object;)I", GeneratedClass::nearlyTooLarge);

    assertThat(run(classFile, "x")).isEqualTo(5);
    assertThat(tape.exits).isEmpty();
    assertThat(rule.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(rule.sightings().get(0).detail()).contains("MethodTooLarge");
  }

  /** The only method there is too large, so the class has none of ours. */
  @Test
  void ownMethodThatWouldGrowTooLarge_isNoMatch() throws Exception {
    bench.methods.use("toy.Generated[r*];toy.Generated[*]", 10);
    byte[] classFile = ofToday("(Ljava/lang/String;)I", GeneratedClass::nearlyTooLarge);

    assertThat(
            bench.transformer.transform(
                getClass().getClassLoader(), "toy/Generated", null, null, classFile))
        .isNull();
    Matches matches = bench.methods.weaving().matches().get(0);
    assertThat(matches.methodCount()).isZero();
    assertThat(matches.firstRefused()).containsExactly("toy.Generated.run(Ljava/lang/String;)I");
    assertThat(VerdictLine.of(matches))
        .startsWith("verdict failed")
        .contains("refused=toy.Generated.run");
    assertThat(bench.methods.weaving().summary()).contains("0 methods woven in 0 classes");
    assertThat(bench.printed())
        .containsOnlyOnce("stays as it is")
        .contains("Method too large: toy/Generated.run");
  }

  @Test
  void tooLargeMethod_leavesTheOthersOfItsClassWoven() throws Exception {
    bench.methods.use("toy.Generated[run,other]", 10);
    byte[] classFile =
        GeneratedClass.withAnother(
            ofToday("(Ljava/lang/Object;)I", GeneratedClass::nearlyTooLarge), "other");

    assertThat(run(classFile, "x")).isEqualTo(5);
    assertThat(rule.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(bench.methods.weaving().matches().get(0).firstMethods())
        .containsExactly("toy.Generated.other()V");
    assertThat(bench.methods.weaving().woven()).hasSize(1);
  }

  @Test
  void classFileOfTheFuture_staysAsItIsAndSaysSo() {
    byte[] classFile = ofToday("(Ljava/lang/Object;)I", GeneratedClass::branch);
    classFile[7] = (byte) 200;

    assertThat(bench.transformer.transform(null, "toy/Generated", null, null, classFile)).isNull();
    assertThat(rule.verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void wovenClassFile_keepsItsMembers() throws Exception {
    byte[] classFile = ofToday("(Ljava/lang/Object;)I", GeneratedClass::branch);

    Class<?> woven = bench.load(GeneratedClass.NAME, classFile);
    assertThat(woven.getDeclaredMethods()).hasSize(1);
    assertThat(woven.getDeclaredFields()).isEmpty();
  }

  private static byte[] ofToday(String descriptor, GeneratedClass.Body body) {
    return GeneratedClass.of(Opcodes.V17, ClassWriter.COMPUTE_FRAMES, descriptor, body);
  }

  private Object run(byte[] classFile, Object argument) throws Exception {
    for (Method method : bench.load(GeneratedClass.NAME, classFile).getMethods()) {
      if (method.getName().equals("run")) {
        return method.invoke(null, argument);
      }
    }
    throw new AssertionError("no method run");
  }
}
