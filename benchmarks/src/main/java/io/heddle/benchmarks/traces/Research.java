package io.heddle.benchmarks.traces;

import io.heddle.benchmarks.traces.GeneratedSpan.Kind;

/** A research agent as OpenInference records it: prompts and answers are in the spans. */
final class Research implements Scenario {
  private static final String SERVICE = "research";

  @Override
  public void draw(RunSketch run) {
    RunSketch.Open root = open(run, "research", 0, "CHAIN").with("session.id", run.hexId());
    run.take(0.5);
    model(run, root.id, "plan", 300);
    int turns = 1 + run.upTo(4);
    for (int i = 0; i < turns; i++) {
      tool(run, root.id);
      model(run, root.id, "reflect", 250);
    }
    model(run, root.id, "write", 900);
    root.with("input.value", run.words(20)).end();
  }

  private static void model(RunSketch run, long parent, String name, double medianMs) {
    RunSketch.Open agent = open(run, name, parent, "AGENT").with("graph.node.id", name);
    run.take(0.4);
    RunSketch.Open call = open(run, "ChatCompletion", agent.id, "LLM").kind(Kind.CLIENT);
    run.take(medianMs);
    call.with("llm.model_name", "claude-sonnet")
        .with("llm.provider", "anthropic")
        .with("llm.token_count.prompt", 500L + run.upTo(5_000))
        .with("llm.token_count.completion", 50L + run.upTo(700))
        .with("input.value", run.words(60))
        .with("output.value", run.words(30))
        .end();
    run.take(0.3);
    agent.end();
  }

  private static void tool(RunSketch run, long parent) {
    RunSketch.Open tool = open(run, "web_search", parent, "TOOL").with("tool.name", "web_search");
    run.take(150);
    tool.with("input.value", "query " + run.upTo(300)).end();
  }

  private static RunSketch.Open open(RunSketch run, String name, long parent, String kind) {
    return run.open(SERVICE, name, parent).with("openinference.span.kind", kind);
  }
}
