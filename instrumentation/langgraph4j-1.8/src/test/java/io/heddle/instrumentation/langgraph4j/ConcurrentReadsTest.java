package io.heddle.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.contract.SpanAttributes;
import io.heddle.instrumentation.testkit.OtlpSink;
import io.heddle.instrumentation.testkit.RecordedSpan;
import io.heddle.recorder.Lane;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.Run;
import io.heddle.recorder.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers on several threads while the body's own thread ends the node. */
@Timeout(60)
class ConcurrentReadsTest {
  private static final int ROUNDS = 500;
  private static final int READERS = 4;
  private static final int NAMES = 7;

  private final ExecutorService threads = Executors.newFixedThreadPool(READERS);
  private final Map<String, Object> data = new TreeMap<>();
  private final OpenNode node = new OpenNode(new OpenStates(1));
  private OtlpSink sink;
  private Recorder recorder;
  private Run run;
  private GraphNode work;

  @BeforeEach
  void start() throws Exception {
    sink = OtlpSink.start();
    recorder = Recorder.create(Settings.of(Map.of("otel.exporter.otlp.endpoint", sink.endpoint())));
    CompiledWorkflow workflow = new CompiledWorkflow(recorder.workflow("e", "w", null));
    work = workflow.node("work", ActionKind.CODE);
    run = recorder.beginRun(workflow.workflow());
    node.findable();
    for (int reader = 0; reader < READERS; reader++) {
      names("before", reader).forEach(name -> data.put(name, name));
      names("late", reader).forEach(name -> data.put(name, name));
    }
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    recorder.close();
    sink.close();
  }

  @Test
  void whatTheBodyWaitedFor_isInItsEvidence_andNothingInAnothers() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      openAndEndUnderReaders();
    }
    run.end(null);
    recorder.close();

    List<RecordedSpan> nodes = sink.spans().nodes();
    assertThat(nodes).hasSize(2 * ROUNDS);
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(reads(nodes.get(2 * round))).containsAll(allBefore()).isSubsetOf(data.keySet());
      assertThat(reads(nodes.get(2 * round + 1))).isEmpty();
    }
  }

  @Test
  void readOfAnEarlierOpening_isNoReadOfALaterOne() throws Exception {
    open();
    int earlier = node.generation();
    end();
    open();
    threads.submit(() -> node.read(earlier, "name", 1)).get();
    threads.submit(() -> node.readAll(earlier, data)).get();
    end();
    run.end(null);
    recorder.close();

    assertThat(sink.spans().nodes())
        .hasSize(2)
        .allSatisfy(span -> assertThat(reads(span)).isEmpty());
  }

  /** The readers go on while the node ends, and while it is open anew, with nobody reading. */
  private void openAndEndUnderReaders() throws Exception {
    open();
    RecordingMap state = new RecordingMap(data, node);
    AtomicInteger ready = new AtomicInteger();
    CountDownLatch before = new CountDownLatch(READERS);
    List<Future<?>> readers = new ArrayList<>();
    for (int reader = 0; reader < READERS; reader++) {
      int number = reader;
      readers.add(
          threads.submit(() -> {
            List<String> early = names("before", number);
            ready.incrementAndGet();
            while (ready.get() < READERS) {
              Thread.yield();
            }
            early.forEach(state::get);
            before.countDown();
            names("late", number).forEach(state::get);
          }));
    }
    before.await();
    end();
    open();
    for (Future<?> reader : readers) {
      reader.get();
    }
    end();
  }

  private void open() {
    node.open(work, new Object());
    node.begun(recorder.lane().begin(run, work.node()), true);
  }

  private void end() {
    Lane lane = recorder.lane();
    node.returned(lane, Map.of());
  }

  private static List<String> allBefore() {
    List<String> all = new ArrayList<>();
    for (int reader = 0; reader < READERS; reader++) {
      all.addAll(names("before", reader));
    }
    return all;
  }

  private static List<String> names(String when, int reader) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < NAMES; i++) {
      names.add(when + "." + reader + "." + i);
    }
    return names;
  }

  private static List<String> reads(RecordedSpan span) {
    Object reads = span.attribute(SpanAttributes.NODE_READS);
    assertThat(reads).as("the reads of %s", span).isInstanceOf(List.class);
    return ((List<?>) reads).stream().map(String::valueOf).toList();
  }
}
