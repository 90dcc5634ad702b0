package io.heddle.benchmarks.traces;

import io.heddle.benchmarks.traces.GeneratedSpan.Kind;
import io.heddle.contract.SpanAttributes;
import java.util.List;

/** An agent that answers mail, as Heddle's own agent records it: nodes, edges, a loop, retries. */
final class MailAgent implements Scenario {
  private static final String SERVICE = "mailroom";

  @Override
  public void draw(RunSketch run) {
    new Draft(run).draw();
  }

  private static final class Draft {
    private final RunSketch run;
    private final RunSketch.Open root;
    private final String runId;
    private int visit = 1;

    Draft(RunSketch run) {
      this.run = run;
      runId = "run-" + run.hexId();
      root = identified(run.open(SERVICE, "answer-mail", 0));
      root.with("user.id", "user-" + run.upTo(500)).with("session.id", run.hexId());
    }

    void draw() {
      long last = model("classify", "small-model", 90, List.of());
      long fork = run.nowNs();
      long found = call("retrieve", "knowledge_retrieval", 60, List.of(last));
      long end = run.nowNs();
      run.goTo(fork);
      long customer = call("look-up-customer", "http_request", 45, List.of(last));
      run.goTo(Math.max(end, run.nowNs()));
      last = model("draft", "large-model", 400, List.of(found, customer));
      last = model("review", "small-model", 80, List.of(last));
      while (visit < 3 && run.chance(0.3)) {
        visit++;
        last = model("draft", "large-model", 400, List.of(last));
        last = model("review", "small-model", 80, List.of(last));
      }
      visit = 1;
      call("send", "http_request", 30, List.of(last));
      run.take(0.2);
      root.end();
    }

    private long model(String name, String model, double medianMs, List<Long> predecessors) {
      RunSketch.Open node = node(name, "llm", 1, predecessors);
      RunSketch.Open chat = run.open(SERVICE, "chat " + model, node.id).kind(Kind.CLIENT);
      run.take(medianMs);
      chat.with("gen_ai.operation.name", "chat")
          .with("gen_ai.provider.name", "openai")
          .with("gen_ai.request.model", model)
          .with("gen_ai.response.model", model)
          .with("gen_ai.usage.input_tokens", 300L + run.upTo(2_000))
          .with("gen_ai.usage.output_tokens", 20L + run.upTo(300))
          .end();
      run.take(0.1);
      return node.end();
    }

    private long call(String name, String type, double medianMs, List<Long> predecessors) {
      int attempt = 1;
      while (attempt < 3 && run.chance(0.02)) {
        RunSketch.Open failed = attempt(name, type, medianMs, attempt++, predecessors);
        failed.fail("java.net.SocketTimeoutException");
        failed.end();
        run.take(20);
      }
      return attempt(name, type, medianMs, attempt, predecessors).end();
    }

    private RunSketch.Open attempt(
        String name, String type, double medianMs, int attempt, List<Long> predecessors) {
      RunSketch.Open node = node(name, type, attempt, predecessors);
      RunSketch.Open request = run.open(SERVICE, "POST", node.id).kind(Kind.CLIENT);
      run.take(medianMs);
      request
          .with("http.request.method", "POST")
          .with("server.address", name + ".internal")
          .with("url.full", "https://" + name + ".internal/items/" + run.upTo(100_000))
          .with("http.response.status_code", 200L)
          .end();
      run.take(0.1);
      return node;
    }

    private RunSketch.Open node(String name, String type, int attempt, List<Long> predecessors) {
      run.take(0.2);
      return identified(run.open(SERVICE, name, root.id))
          .after(predecessors)
          .with(SpanAttributes.NODE_ID, name)
          .with(SpanAttributes.NODE_TYPE, type)
          .with(SpanAttributes.NODE_ATTEMPT, (long) attempt)
          .with(SpanAttributes.NODE_VISIT, (long) visit)
          .with(SpanAttributes.NODE_READS, List.of("mail", "history"))
          .with(SpanAttributes.NODE_WRITES, List.of(name))
          .with(SpanAttributes.NODE_WAIT_NS, (long) run.upTo(200_000))
          .with(SpanAttributes.NODE_CPU_NS, 100_000L + run.upTo(900_000));
    }

    private RunSketch.Open identified(RunSketch.Open span) {
      return span.with(SpanAttributes.ENGINE, "langgraph4j")
          .with(SpanAttributes.WORKFLOW_NAME, "answer-mail")
          .with(SpanAttributes.RUN_ID, runId);
    }
  }
}
