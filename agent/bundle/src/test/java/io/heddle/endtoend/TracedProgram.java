package io.heddle.endtoend;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncNodeAction;
import org.bsc.langgraph4j.state.AgentState;

/**
 * Runs a workflow inside a span of OpenTelemetry and outside of any. Its nodes make spans by hand,
 * and call what OpenTelemetry's agent traces.
 */
@SuppressWarnings("try") // a scope is only there to be closed
final class TracedProgram {
  static final String WORKFLOW = "traced";

  private TracedProgram() {}

  /**
   * @param arguments where to send a request, how an SDK of its own samples, and {@code remote} to
   *     run once in a span of another process only
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 1) {
      ApplicationSdk.register(arguments[1]);
    }
    Tracer tracer = GlobalOpenTelemetry.getTracer("program");
    CompiledGraph<AgentState> graph = graph(tracer, URI.create(arguments[0]));
    if (arguments.length > 2) {
      inRemoteSpan(graph);
      return;
    }
    Span request = tracer.spanBuilder("request").startSpan();
    try (Scope current = request.makeCurrent()) {
      System.out.println("request " + request.getSpanContext().getTraceId());
      graph.invoke(Map.of()).orElseThrow();
      tracer.spanBuilder("after").startSpan().end();
    }
    request.end();
    graph.invoke(Map.of()).orElseThrow();
    System.out.println("left behind " + Span.current().getSpanContext().isValid());
  }

  /** As a consumer of messages does that makes no span of its own. */
  private static void inRemoteSpan(CompiledGraph<AgentState> graph) {
    SpanContext sender =
        SpanContext.createFromRemoteParent(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.getDefault());
    try (Scope current = Span.wrap(sender).makeCurrent()) {
      graph.invoke(Map.of()).orElseThrow();
    }
  }

  private static CompiledGraph<AgentState> graph(Tracer tracer, URI target) throws Exception {
    return new StateGraph<>(AgentState::new)
        .addNode("call", node(() -> call(target)))
        .addNode("query", node(TracedProgram::query))
        .addNode("by hand", node(() -> byHand(tracer)))
        .addNode("apart", node(() -> apart(tracer)))
        .addEdge(START, "call")
        .addEdge("call", "query")
        .addEdge("query", "by hand")
        .addEdge("by hand", "apart")
        .addEdge("apart", END)
        .compile(CompileConfig.builder().graphId(WORKFLOW).build());
  }

  /** The work of a node. */
  private interface Body {
    void run() throws Exception;
  }

  private static AsyncNodeAction<AgentState> node(Body body) {
    return AsyncNodeAction.node_async(state -> {
      body.run();
      return Map.of();
    });
  }

  private static void call(URI target) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
    System.out.println("answer " + connection.getResponseCode());
    connection.disconnect();
  }

  private static void query() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:traced");
        Statement statement = connection.createStatement()) {
      System.out.println("rows " + statement.execute("SELECT 1"));
    }
  }

  private static void byHand(Tracer tracer) {
    Span outer = tracer.spanBuilder("outer").startSpan();
    try (Scope current = outer.makeCurrent()) {
      tracer.spanBuilder("inner").startSpan().end();
    }
    outer.end();
    tracer.spanBuilder("beside").startSpan().end();
  }

  /** What is told to begin a trace of its own does so, inside a node too. */
  private static void apart(Tracer tracer) {
    try (Scope current = Context.root().makeCurrent()) {
      tracer.spanBuilder("apart root").startSpan().end();
    }
  }
}
