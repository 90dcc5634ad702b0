package io.heddle.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.hook.HeddleHook;
import io.heddle.instrumentation.spi.LeafNode;
import io.heddle.instrumentation.spi.Rule;
import io.heddle.recorder.Execution;
import io.heddle.recorder.Run;
import io.heddle.recorder.self.Counters;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LeafShapeTest {
  private final Bench bench = new Bench();
  private final Run run = bench.recorder.beginRun(bench.recorder.workflow("toy", "toy", null));
  private Execution scope;

  @BeforeEach
  void enter() {
    scope = bench.recorder.lane().enter(run);
  }

  @AfterEach
  void close() {
    bench.recorder.close();
    bench.close();
  }

  private Object woven(String method, int arity) throws Exception {
    LeafNode leaf = new LeafNode(bench.recorder.leaf("Shapes." + method, "code"));
    bench.rule(Shapes.class, method, arity, leaf);
    return bench.load(Shapes.class).getConstructor(String.class).newInstance("somebody");
  }

  private static Object call(Object target, String name, Object... arguments) throws Throwable {
    for (Method method : target.getClass().getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
        try {
          return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
          throw thrown.getCause();
        }
      }
    }
    throw new AssertionError(name);
  }

  private long recorded() {
    bench.recorder.lane().leave(scope);
    bench.recorder.close();
    Counters.Snapshot counts = bench.recorder.counters().snapshot();
    assertThat(counts.misused()).isZero();
    assertThat(counts.errors()).isZero();
    assertThat(counts.dropped()).isZero();
    return counts.recorded();
  }

  @Test
  void everyReturn_isOneRecordAndKeepsItsValue() throws Throwable {
    Object shapes = woven("branches", 1);
    assertThat(call(shapes, "branches", 0)).isEqualTo(100);
    assertThat(call(shapes, "branches", 2)).isEqualTo(101);
    assertThat(call(shapes, "branches", 4)).isEqualTo(6);
    assertThat(call(shapes, "branches", 9)).isEqualTo(-1);
    assertThat(recorded()).isEqualTo(4);
  }

  @Test
  void resultsOfEveryKind_areUntouched() throws Throwable {
    for (String name : List.of("half", "flag", "nothing", "array", "joined", "merged", "wide")) {
      int arity =
          "wide".equals(name) ? 5 : "joined".equals(name) ? 4 : "nothing".equals(name) ? 0 : 1;
      bench.rule(
          Shapes.class, name, arity, new LeafNode(bench.recorder.leaf("Shapes." + name, "code")));
    }
    Object shapes = bench.load(Shapes.class).getConstructor().newInstance();
    assertThat(call(shapes, "half", 5.0)).isEqualTo(2.5);
    assertThat(call(shapes, "flag", true)).isEqualTo(false);
    assertThat(call(shapes, "nothing")).isNull();
    assertThat((float[]) call(shapes, "array", 3)).hasSize(3);
    assertThat(call(shapes, "joined", "a", "b", "c", "d")).isEqualTo("abcd");
    assertThat((String) call(shapes, "merged", true)).startsWith("1");
    assertThat(call(shapes, "wide", 3L, 2.0, "abc", "d", "e")).isEqualTo(30L);
    assertThat(recorded()).isEqualTo(7);
  }

  @Test
  void throwable_passesUnchangedAndIsRecordedOnce() throws Throwable {
    Object shapes = woven("fails", 0);
    assertThatThrownBy(() -> call(shapes, "fails"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("boom");
    assertThat(recorded()).isEqualTo(1);
  }

  @Test
  void bodyThatCatchesItself_staysAsItWas() throws Throwable {
    Object shapes = woven("caught", 1);
    Supplier<String> failing =
        () -> {
          throw Shapes.BOOM;
        };
    assertThat(call(shapes, "caught", failing)).isEqualTo("caught boom");
    assertThat(recorded()).isEqualTo(1);
  }

  @Test
  void bodyWithFinallyAndMonitors_staysAsItWas() throws Throwable {
    bench.rule(Shapes.class, "inLock", 2, new LeafNode(bench.recorder.leaf("a", "code")));
    bench.rule(Shapes.class, "locked", 1, new LeafNode(bench.recorder.leaf("b", "code")));
    Object shapes = woven("cleaned", 2);
    List<String> log = new ArrayList<>();
    Supplier<String> body = () -> "done";
    assertThat(call(shapes, "cleaned", body, log)).isEqualTo("done");
    assertThat(log).containsExactly("cleaned");
    Object lock = new Object();
    assertThat(call(shapes, "inLock", lock, false)).isEqualTo("locked");
    assertThatThrownBy(() -> call(shapes, "inLock", lock, true)).hasMessage("boom");
    assertThat(Thread.holdsLock(lock)).isFalse();
    assertThat(call(shapes, "locked", "x")).isEqualTo("x");
    assertThat(recorded()).isEqualTo(4);
  }

  @Test
  void recursion_isOneRecordALevel() throws Throwable {
    assertThat(call(woven("deep", 1), "deep", 20)).isEqualTo(20);
    assertThat(recorded()).isEqualTo(21);
  }

  @Test
  void switchedOff_onlyTheBodyRuns() throws Throwable {
    Object shapes = woven("branches", 1);
    HeddleHook.activate(null);
    assertThat(call(shapes, "branches", 4)).isEqualTo(6);
    assertThat(recorded()).isZero();
  }

  @Test
  void constructor_isRefused() {
    LeafNode leaf = new LeafNode(bench.recorder.leaf("new", "code"));
    assertThatThrownBy(() -> new Rule("a.B", "<init>", 0, leaf))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.B");
  }
}
