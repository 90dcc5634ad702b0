package io.heddle.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.heddle.instrumentation.spi.Probe;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassWeaverTest {
  private final Bench bench = new Bench();
  private final Tape tape = new Tape();

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({"0,100", "2,101", "4,6", "9,-1"})
  void branches_everyReturnIsSeenOnce(int number, int expected) throws Throwable {
    Object shapes = woven("branches", 1);

    assertThat(call(shapes, "branches", number)).isEqualTo(expected);
    Tape.Call exit = tape.only();
    assertThat(exit.self()).isSameAs(shapes);
    assertThat(exit.token()).isSameAs(tape.tokens.get(0));
    assertThat(exit.arguments()).containsExactly(null, null, null, null);
    assertThat(exit.result()).isNull();
    assertThat(exit.error()).isNull();
  }

  @Test
  void wideParameters_referencesKeepTheirPlaces() throws Throwable {
    Object shapes = woven("wide", 5);

    assertThat(call(shapes, "wide", 3L, 2.0, "abc", "fourth", "fifth")).isEqualTo(30L);
    assertThat(tape.only().arguments()).containsExactly(null, null, "abc", "fourth");
  }

  @Test
  void primitiveParameters_areShownToAProbeThatSeesThem() throws Throwable {
    Tape seeing = new Tape(true);
    bench.rule(Shapes.class, "wide", 5, seeing);
    bench.rule(Shapes.class, "primitives", 8, seeing);
    bench.rule(Shapes.class, "backwards", 8, seeing);
    Object shapes = create();

    call(shapes, "wide", 3L, 2.0, "abc", "fourth", "fifth");
    call(shapes, "primitives", true, 'c', (byte) 1, (short) 2, 3, 4L, 5f, 6.0);
    call(shapes, "backwards", 6.0, 5f, 4L, 3, (short) 2, (byte) 1, 'c', true);

    assertThat(seeing.exits.stream().map(Tape.Call::arguments).toList())
        .containsExactly(
            List.of(3L, 2.0, "abc", "fourth"),
            List.of(true, 'c', (byte) 1, (short) 2),
            List.of(6.0, 5f, 4L, 3));
  }

  @Test
  void primitiveResults_areReturnedUntouched() throws Throwable {
    bench.rule(Shapes.class, "half", 1, tape);
    bench.rule(Shapes.class, "flag", 1, tape);
    bench.rule(Shapes.class, "nothing", 0, tape);
    Object shapes = create();

    assertThat(call(shapes, "half", 5.0)).isEqualTo(2.5);
    assertThat(call(shapes, "flag", true)).isEqualTo(false);
    assertThat(call(shapes, "nothing")).isNull();
    assertThat(tape.exits).hasSize(3).allMatch(exit -> exit.result() == null);
  }

  @Test
  void referenceResults_areShown() throws Throwable {
    bench.rule(Shapes.class, "array", 1, tape);
    Object array = call(create(), "array", 3);

    assertThat(array).isInstanceOf(float[].class);
    assertThat(tape.only().result()).isSameAs(array);
  }

  @Test
  void staticMethod_hasNoSelf() throws Throwable {
    Object shapes = woven("joined", 4);

    assertThat(call(shapes, "joined", "a", "b", "c", "d")).isEqualTo("abcd");
    assertThat(tape.only().self()).isNull();
    assertThat(tape.only().arguments()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void reassignedParameter_isSeenAsItWasPassed() throws Throwable {
    assertThat(call(woven("reassigned", 1), "reassigned", "x")).isEqualTo("x!");
    assertThat(tape.only().arguments()).startsWith("x");
  }

  @Test
  void synchronizedMethods_lockAsBefore() throws Throwable {
    bench.rule(Shapes.class, "locked", 1, tape);
    bench.rule(Shapes.class, "inLock", 2, tape);
    Object shapes = create();
    Object lock = new Object();

    assertThat(call(shapes, "locked", "x")).isEqualTo("x");
    assertThat(call(shapes, "inLock", lock, false)).isEqualTo("locked");
    assertThatThrownBy(() -> call(shapes, "inLock", lock, true)).isSameAs(staticBoom());
    assertThat(Thread.holdsLock(lock)).isFalse();
    assertThat(tape.exits).hasSize(3);
  }

  @Test
  void error_leavesUnchangedAndWithItsOwnStackTrace() throws Throwable {
    Object shapes = woven("fails", 0);
    Throwable boom = staticBoom();
    StackTraceElement[] trace = boom.getStackTrace();

    assertThatThrownBy(() -> call(shapes, "fails")).isSameAs(boom);
    assertThat(boom.getStackTrace()).isEqualTo(trace);
    assertThat(boom.getSuppressed()).isEmpty();
    assertThat(tape.only().error()).isSameAs(boom);
    assertThat(tape.only().token()).isSameAs(tape.tokens.get(0));
  }

  @Test
  void ownHandlers_areAskedBeforeOurs() throws Throwable {
    bench.rule(Shapes.class, "caught", 1, tape);
    bench.rule(Shapes.class, "cleaned", 2, tape);
    Object shapes = create();
    List<String> log = new ArrayList<>();
    Supplier<String> failing = () -> Shapes.BOOM.getMessage() + raise(Shapes.BOOM);

    assertThat(call(shapes, "caught", failing)).isEqualTo("caught boom");
    assertThatThrownBy(() -> call(shapes, "cleaned", failing, log)).isSameAs(Shapes.BOOM);
    assertThat(log).containsExactly("cleaned");
    assertThat(tape.exits.get(0).error()).isNull();
    assertThat(tape.exits.get(1).error()).isSameAs(Shapes.BOOM);
  }

  @ParameterizedTest
  @CsvSource({"true,1hello xfalse", "false,2hello xtrue"})
  void mergedTypes_needNoClassHierarchy(boolean first, String expected) throws Throwable {
    assertThat(call(woven("merged", 1), "merged", first)).isEqualTo(expected);
    assertThat(tape.only().result()).isEqualTo(expected);
  }

  @Test
  void methodWithLambda_isWovenItsLambdaIsNot() throws Throwable {
    assertThat(call(woven("lambda", 1), "lambda", "x")).isEqualTo("xnobody");
    assertThat(tape.exits).hasSize(1);
  }

  @Test
  void recursion_entersAndLeavesInPairs() throws Throwable {
    assertThat(call(woven("deep", 1), "deep", 50)).isEqualTo(50);
    assertThat(tape.exits).hasSize(51);
    List<Object> leftInnermostFirst = new ArrayList<>(tape.tokens);
    Collections.reverse(leftInnermostFirst);
    assertThat(tape.exits.stream().map(Tape.Call::token).toList()).isEqualTo(leftInnermostFirst);
  }

  @Test
  void stackOverflowOfTheProgram_reachesItAndLeavesItUsable() throws Throwable {
    Object shapes = wovenBy(new Probe() {}, "deep", 1);

    assertThatThrownBy(() -> call(shapes, "deep", 100_000_000))
        .isInstanceOf(StackOverflowError.class);
    assertThat(call(shapes, "deep", 50)).isEqualTo(50);
  }

  @Test
  void overloadsOfOneArity_areAllWovenUnderTheirOwnReturnType() throws Throwable {
    bench.rule(Shapes.class, "overloaded", 1, replacing("other"));
    Object shapes = create();

    assertThat(call(shapes, "overloaded", 7)).isEqualTo(7);
    assertThat(call(shapes, "overloaded", "x")).isEqualTo("other");
  }

  @Test
  void bridge_isNotSeenTwice() throws Throwable {
    Object shapes = woven("compareTo", 1);

    @SuppressWarnings({"unchecked", "rawtypes"})
    int compared = ((Comparable) shapes).compareTo(shapes);
    assertThat(compared).isZero();
    assertThat(tape.exits).hasSize(1);
  }

  @Test
  void interfaceDefaultMethod_isWoven() throws Throwable {
    bench.rule(ShapesGreeting.class, "greet", 1, tape);

    assertThat(call(create(), "greet", "you")).isEqualTo("hello you");
    assertThat(tape.exits).hasSize(1);
  }

  @Test
  void constructor_isSeenAtItsNormalExitsOnly() throws Throwable {
    bench.rule(Shapes.class, "<init>", 1, tape);
    Class<?> type = bench.load(Shapes.class);

    Object viaThis = type.getConstructor().newInstance();
    Object early = type.getConstructor(String.class).newInstance("");
    Object late = type.getConstructor(String.class).newInstance("long enough");
    assertThatThrownBy(() -> type.getConstructor(RuntimeException.class).newInstance(Shapes.BOOM))
        .hasCause(Shapes.BOOM);

    assertThat(tape.tokens).isEmpty();
    assertThat(tape.exits.stream().map(Tape.Call::self).toList())
        .containsExactly(viaThis, early, late);
    assertThat(call(late, "name")).isEqualTo("long e");
  }

  @Test
  void replacedResult_isReturned() throws Throwable {
    bench.rule(Shapes.class, "reassigned", 1, replacing("replaced"));

    assertThat(call(create(), "reassigned", "x")).isEqualTo("replaced");
  }

  @Test
  void replacedResultOfTheWrongType_isCountedAndNotReturned() throws Throwable {
    WovenRule rule = bench.rule(Shapes.class, "reassigned", 1, replacing(42));

    assertThat(call(create(), "reassigned", "x")).isEqualTo("x!");
    assertThat(rule.failures()).isEqualTo(1);
  }

  @Test
  void failingProbe_changesNothingAndIsSwitchedOffInTheEnd() throws Throwable {
    WovenRule rule = bench.rule(Shapes.class, "reassigned", 1, failing());
    Object shapes = create();

    for (int i = 0; i < 100; i++) {
      assertThat(call(shapes, "reassigned", "x")).isEqualTo("x!");
    }
    assertThat(rule.failures()).isEqualTo(WovenRule.FAILURES_TOLERATED);
    assertThat(rule.isOn()).isFalse();
    assertThat(bench.printed()).containsOnlyOnce("rule switched off");
  }

  @Test
  void probeWithoutStack_isNoFailureOfItsRule() throws Throwable {
    WovenRule rule = bench.rule(Shapes.class, "reassigned", 1, throwing(new StackOverflowError()));
    Object shapes = create();

    for (int i = 0; i < 2 * WovenRule.FAILURES_TOLERATED; i++) {
      assertThat(call(shapes, "reassigned", "x")).isEqualTo("x!");
    }
    assertThat(rule.isOn()).isTrue();
    assertThat(bench.recorder.counters().snapshot().errors())
        .isGreaterThan(WovenRule.FAILURES_TOLERATED);
  }

  /** Its message is the application's code. */
  @Test
  void failureThatCannotBeTold_staysWithTheAgent() throws Throwable {
    RuntimeException failure =
        new RuntimeException() {
          @Override
          public String getMessage() {
            throw new IllegalStateException("not even that");
          }
        };
    WovenRule rule = bench.rule(Shapes.class, "reassigned", 1, throwing(failure));
    Object shapes = create();

    for (int i = 0; i < 2 * WovenRule.FAILURES_TOLERATED; i++) {
      assertThat(call(shapes, "reassigned", "x")).isEqualTo("x!");
    }
    assertThat(rule.isOn()).isFalse();
  }

  @Test
  void ruleSwitchedOffMeanwhile_stillEndsWhatItBegan() throws Throwable {
    BelowTen probe = new BelowTen();
    WovenRule rule = bench.rule(Shapes.class, "deep", 1, probe);

    assertThat(call(create(), "deep", 14)).isEqualTo(14);
    assertThat(rule.isOn()).isFalse();
    assertThat(probe.ended).containsExactly(10, 11, 12, 13, 14);
    assertThat(call(create(), "deep", 20)).isEqualTo(20);
    assertThat(probe.ended).hasSize(5);
  }

  /** Fails where it is told a number below 10. */
  private static final class BelowTen implements Probe {
    final List<Object> ended = new ArrayList<>();

    @Override
    public boolean seesPrimitives() {
      return true;
    }

    @Override
    public @Nullable Object enter(
        @Nullable Object self,
        @Nullable Object first,
        @Nullable Object second,
        @Nullable Object third,
        @Nullable Object fourth) {
      if ((Integer) first < 10) {
        throw new IllegalStateException("told to fail");
      }
      return first;
    }

    @Override
    public @Nullable Object exit(
        @Nullable Object token,
        @Nullable Object self,
        @Nullable Object result,
        @Nullable Throwable error) {
      if (token != null) {
        ended.add(token);
      }
      return result;
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void wovenCall_allocatesNothing() throws Throwable {
    Object shapes = wovenBy(new Probe() {}, "compareTo", 1);
    Comparable<Object> comparable = (Comparable<Object>) shapes;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    compare(comparable, 100_000);

    long before = threads.getCurrentThreadAllocatedBytes();
    compare(comparable, 1_000_000);
    long after = threads.getCurrentThreadAllocatedBytes();
    // The first measurement itself may allocate; one byte a call would be a million.
    assertThat(after - before).isLessThan(10_000);
  }

  private static void compare(Comparable<Object> comparable, int times) {
    int sum = 0;
    for (int i = 0; i < times; i++) {
      sum += comparable.compareTo(comparable);
    }
    assertThat(sum).isZero();
  }

  @Test
  void clearedHook_callsNoProbe() throws Throwable {
    Object shapes = woven("reassigned", 1);
    bench.close();

    assertThat(call(shapes, "reassigned", "x")).isEqualTo("x!");
    assertThat(tape.exits).isEmpty();
  }

  private Object woven(String method, int arity) throws Exception {
    return wovenBy(tape, method, arity);
  }

  private Object wovenBy(Probe probe, String method, int arity) throws Exception {
    WovenRule rule = bench.rule(Shapes.class, method, arity, probe);
    Object shapes = create();
    assertThat(rule.verdict()).isEqualTo(Verdict.MATCHED);
    return shapes;
  }

  private Object create() throws Exception {
    return bench.load(Shapes.class).getConstructor().newInstance();
  }

  private Throwable staticBoom() throws Exception {
    return (Throwable) bench.load(Shapes.class).getField("BOOM").get(null);
  }

  private static Object call(Object target, String name, Object... arguments) throws Throwable {
    for (Method method : target.getClass().getMethods()) {
      if (method.getName().equals(name) && !method.isBridge() && takes(method, arguments)) {
        try {
          return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
          throw failure.getCause();
        }
      }
    }
    throw new AssertionError("no " + name + Arrays.toString(arguments));
  }

  private static boolean takes(Method method, Object[] arguments) {
    Class<?>[] types = method.getParameterTypes();
    return types.length == arguments.length
        && (types.length == 0
            || types[0].isPrimitive() == !(arguments[0] instanceof String)
            || types[0].isInstance(arguments[0]));
  }

  private static Probe replacing(Object replacement) {
    return new Probe() {
      @Override
      public @Nullable Object exit(
          @Nullable Object token,
          @Nullable Object self,
          @Nullable Object result,
          @Nullable Throwable error) {
        return result == null ? null : replacement;
      }
    };
  }

  private static Probe throwing(Throwable failure) {
    return new Probe() {
      @Override
      public @Nullable Object exit(
          @Nullable Object token,
          @Nullable Object self,
          @Nullable Object result,
          @Nullable Throwable error) {
        throw ClassWeaverTest.<RuntimeException>unchecked(failure);
      }
    };
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T unchecked(Throwable failure) throws T {
    throw (T) failure;
  }

  private static Probe failing() {
    return new Probe() {
      @Override
      public @Nullable Object enter(
          @Nullable Object self,
          @Nullable Object first,
          @Nullable Object second,
          @Nullable Object third,
          @Nullable Object fourth) {
        throw new AssertionError("probe");
      }

      @Override
      public @Nullable Object exit(
          @Nullable Object token,
          @Nullable Object self,
          @Nullable Object result,
          @Nullable Throwable error) {
        throw new IllegalStateException("probe");
      }
    };
  }

  private static <T extends Throwable> String raise(Throwable failure) throws T {
    @SuppressWarnings("unchecked")
    T thrown = (T) failure;
    throw thrown;
  }
}
