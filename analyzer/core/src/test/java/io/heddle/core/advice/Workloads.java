package io.heddle.core.advice;

import io.heddle.core.RunSketch;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Workflows in good order, and the same with one problem planted. */
final class Workloads {
  /** Sketches one run; further problems need the number of the run. */
  interface Workload {
    void sketch(RunSketch sketch, Noise noise, int number);
  }

  /**
   * A problem somebody put in.
   *
   * @param savedMs of a mean run; 0 when the saving is no time, or not known
   * @param runs that it takes to show
   */
  record Planted(Workload workload, String rule, List<String> nodes, double savedMs, int runs) {
    Planted(Workload workload, String rule, List<String> nodes, double savedMs) {
      this(workload, rule, nodes, savedMs, 40);
    }
  }

  static List<Run> runs(int count, long seed, Workload workload) {
    // calm, ordinary and rough systems
    Noise noise = new Noise(seed, 0.1 + 0.15 * (seed % 3), 0.01 * (seed % 2));
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      noise.next();
      RunSketch sketch = RunSketch.of("mail").id("run-" + i).startingAt(i * 10_000.0);
      workload.sketch(sketch, noise, i);
      runs.add(sketch.build());
    }
    return runs;
  }

  static Map<String, Workload> controls() {
    Map<String, Workload> controls = new LinkedHashMap<>();
    controls.put("service", Workloads::service);
    controls.put("chain", (s, n, i) -> chain(s, n));
    controls.put("loop", (s, n, i) -> loop(s, n));
    controls.put("fan-out", (s, n, i) -> fanOut(s, n, true));
    controls.put("branch", (s, n, i) -> branch(s, n));
    controls.put("mixed inputs", (s, n, i) -> mixed(s, n));
    controls.put("agent", (s, n, i) -> agent(s, n));
    controls.put("first runs like others", (s, n, i) -> firstRuns(s, n, i, 1));
    controls.put("rare failures", (s, n, i) -> rareFailures(s, n));
    controls.put("workers enough", (s, n, i) -> waiting(s, n, 0.01));
    return controls;
  }

  static List<Planted> planted() {
    return List.of(
        new Planted(
            (s, n, i) -> fanOut(s, n, false), "serial-parallel", List.of("left", "right"), 25),
        new Planted((s, n, i) -> independent(s, n), "parallel", List.of("mails", "orders"), 25),
        new Planted((s, n, i) -> repeated(s, n), "cache", List.of("score"), 0),
        new Planted((s, n, i) -> onePerItem(s, n), "n-plus-one", List.of("list", "SELECT item"), 0),
        new Planted((s, n, i) -> slowTail(s, n), "long-tail", List.of("lookup"), 0, 200),
        new Planted((s, n, i) -> overhead(s, n), "engine-overhead", List.of("a", "b", "c"), 20),
        new Planted((s, n, i) -> firstRuns(s, n, i, 10), "cold-start", List.of("load"), 0, 120),
        new Planted((s, n, i) -> retried(s, n), "retry", List.of("pay"), 9),
        new Planted((s, n, i) -> failing(s, n), "failing", List.of("pay"), 0),
        new Planted((s, n, i) -> waiting(s, n, 30), "queue", List.of("work"), 30),
        new Planted((s, n, i) -> computing(s, n), "resources", List.of("parse"), 30),
        new Planted((s, n, i) -> prompts(s, n, 6_000, 200), "tokens", List.of("plan"), 0),
        new Planted((s, n, i) -> prompts(s, n, 300, 5), "tokens", List.of("plan"), 0),
        new Planted((s, n, i) -> atOnce(s, n), "practice", List.of("pay"), 0));
  }

  private static void service(RunSketch s, Noise n, int number) {
    double auth = n.ms(4);
    double query = auth + n.ms(25);
    double render = query + n.ms(8);
    s.node("authenticate", 0, auth)
        .attribute("enduser.id", "u" + n.below(40))
        .node("SELECT orders", auth, query)
        .kind(Kind.CLIENT)
        .attribute("db.system.name", "postgresql")
        .node("render", query, render)
        .cpu((render - query) * 0.6, 2_000_000);
  }

  private static double chain(RunSketch s, Noise n) {
    double load = n.ms(10);
    double score = load + n.ms(30);
    double send = score + n.ms(15);
    s.node("load", 0, load)
        .reads("mail")
        .writes("data")
        .classes(n.any(), n.any())
        .node("score", load, score)
        .after("load")
        .reads("data")
        .writes("score")
        .classes(n.any(), n.any())
        .node("send", score, send)
        .after("score")
        .reads("score")
        .writes("sent")
        .classes(n.any(), n.any());
    return send;
  }

  private static void loop(RunSketch s, Noise n) {
    double at = 0;
    for (int visit = 1; visit <= 1 + n.below(6); visit++) {
      double drafted = at + n.ms(20);
      double judged = drafted + n.ms(10);
      s.node("draft", at, drafted).visit(visit).reads("notes").writes("text");
      s.node("judge", drafted, judged).visit(visit).reads("text").writes("notes");
      at = judged;
    }
  }

  /** Two branches that are declared parallel, and run as such or not. */
  private static void fanOut(RunSketch s, Noise n, boolean parallel) {
    double load = n.ms(10);
    double left = load + n.ms(40);
    double from = parallel ? load : left;
    double right = from + n.ms(25);
    double join = Math.max(left, right);
    s.edge("load", "left").edge("load", "right").edge("left", "join").edge("right", "join");
    s.node("load", 0, load).reads("mail").writes("data");
    s.node("left", load, left).reads("data").writes("left");
    s.node("right", from, right).reads("data").writes("right");
    s.node("join", join, join + n.ms(8)).reads("left", "right").writes("all");
  }

  private static void branch(RunSketch s, Noise n) {
    double sort = n.ms(10);
    s.edge("start", "sort").conditionalEdge("sort", "reply").conditionalEdge("sort", "refund");
    s.node("sort", 0, sort).reads("mail").writes("topic");
    String next = n.chance(0.3) ? "refund" : "reply";
    s.node(next, sort, sort + n.ms(35)).reads("topic").writes(next);
  }

  /** Two sorts of input; what is slower has more to do, and nothing says which is which. */
  private static void mixed(RunSketch s, Noise n) {
    double parse = n.ms(n.chance(0.3) ? 30 : 18);
    s.node("parse", 0, parse).cpu(parse * 0.4, 3_000_000).attribute("customer", "c" + n.below(30));
    s.node("store", parse, parse + n.ms(12)).kind(Kind.CLIENT);
  }

  private static void agent(RunSketch s, Noise n) {
    double asked = n.ms(400);
    double tool = asked + n.ms(60);
    double told = tool + n.ms(500);
    s.node("agent", 0, told)
        .operation("chat", 1, asked)
        .type("llm")
        .tokens("big-1", 700L + n.below(400), 90L + n.below(80), 0L)
        .operation("search", asked, tool)
        .type("tool")
        .kind(Kind.CLIENT)
        .operation("chat", tool, told - 0.5)
        .type("llm")
        .tokens("big-1", 900L + n.below(400), 150L + n.below(200), 0L);
  }

  private static void firstRuns(RunSketch s, Noise n, int number, double times) {
    boolean cold = number % 20 == 0;
    double load = n.ms(20 * (cold ? times : 1));
    s.node("load", 0, load);
    if (cold) {
      s.cold();
    }
    s.node("send", load, load + n.ms(30));
  }

  private static void rareFailures(RunSketch s, Noise n) {
    double pay = n.ms(20);
    s.node("pay", 0, pay);
    if (n.chance(0.004)) {
      double again = pay + 50 + n.ms(20);
      s.error("Timeout").node("pay", pay + 50, again).attempt(2);
      pay = again;
    }
    s.node("tell", pay, pay + n.ms(30));
  }

  private static void waiting(RunSketch s, Noise n, double wait) {
    double waited = n.ms(wait);
    double work = waited + n.ms(40);
    s.node("work", waited, work).waited(waited).node("tell", work, work + n.ms(20));
  }

  private static void independent(RunSketch s, Noise n) {
    double load = n.ms(10);
    double mails = load + n.ms(40);
    double orders = mails + n.ms(25);
    s.edge("load", "mails").edge("mails", "orders").edge("orders", "answer");
    s.node("load", 0, load).reads("request").writes("customer");
    s.node("mails", load, mails).reads("customer").writes("mails");
    s.node("orders", mails, orders).reads("customer").writes("orders");
    s.node("answer", orders, orders + n.ms(10)).reads("mails", "orders").writes("answer");
  }

  private static void repeated(RunSketch s, Noise n) {
    int input = n.below(8);
    double load = n.ms(10);
    double score = load + n.ms(40);
    s.node("load", 0, load).reads("mail").writes("data").classes(n.any(), n.any());
    s.node("score", load, score).reads("data").writes("score").classes(input, input % 5);
    s.node("send", score, score + n.ms(10)).reads("score").writes("sent").classes(n.any(), n.any());
  }

  private static void onePerItem(RunSketch s, Noise n) {
    int items = 6 + n.below(10);
    double at = n.ms(5);
    List<double[]> calls = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      double end = at + n.ms(4);
      calls.add(new double[] {at, end});
      at = end + 0.1;
    }
    s.node("list", 0, at + 2);
    calls.forEach(call -> s.operation("SELECT item", call[0], call[1]).kind(Kind.CLIENT));
    s.node("render", at + 2, at + 2 + n.ms(10));
  }

  private static void slowTail(RunSketch s, Noise n) {
    boolean slow = n.chance(0.04);
    double lookup = n.ms(slow ? 400 : 20);
    s.node("lookup", 0, lookup)
        .attribute("tenant", slow ? "acme" : "t" + n.below(20))
        .node("send", lookup, lookup + n.ms(20));
  }

  private static void overhead(RunSketch s, Noise n) {
    double a = n.ms(20);
    double b = a + n.ms(10);
    double c = b + n.ms(20);
    double d = c + n.ms(10);
    s.rootAttribute("heddle.engine", "langgraph4j")
        .node("a", 0, a)
        .node("b", b, c)
        .node("c", d, d + n.ms(20));
  }

  private static void retried(RunSketch s, Noise n) {
    double pay = n.ms(20);
    s.node("pay", 0, pay);
    if (n.chance(0.3)) {
      s.error("Timeout").node("pay", pay + 10, pay + 10 + n.ms(20)).attempt(2);
      pay += 30;
    }
    s.node("tell", pay + 20, pay + 20 + n.ms(10));
  }

  private static void failing(RunSketch s, Noise n) {
    double pay = n.ms(20);
    s.node("pay", 0, pay);
    if (n.chance(0.12)) {
      s.error("Refused");
    }
    s.node("tell", pay, pay + n.ms(10));
  }

  private static void computing(RunSketch s, Noise n) {
    double parse = n.ms(60);
    s.node("parse", 0, parse).cpu(parse * 0.97, 1_000_000);
    s.node("store", parse, parse + n.ms(30)).cpu(0.5, 1_000);
  }

  private static void prompts(RunSketch s, Noise n, int input, int output) {
    double plan = n.ms(300);
    s.node("plan", 0, plan)
        .tokens("big-1", input + (long) n.below(input / 3), (long) output + n.below(5), 0L);
    s.node("act", plan, plan + n.ms(50));
  }

  private static void atOnce(RunSketch s, Noise n) {
    double pay = n.ms(20);
    s.node("pay", 0, pay);
    if (n.chance(0.3)) {
      s.error("Timeout").node("pay", pay + 0.2, pay + 20).attempt(2);
    }
    s.node("tell", pay + 25, pay + 25 + n.ms(200));
  }

  private Workloads() {}
}
