package com.example.mailroom;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;
import static org.bsc.langgraph4j.action.AsyncEdgeAction.edge_async;
import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import com.example.mailroom.desk.Desk;
import com.example.mailroom.step.CaseState;
import com.example.mailroom.step.CheckDraft;
import com.example.mailroom.step.Classify;
import com.example.mailroom.step.CloseCase;
import com.example.mailroom.step.DraftReply;
import com.example.mailroom.step.FetchCustomer;
import com.example.mailroom.step.FetchOrder;
import com.example.mailroom.step.IssueRefund;
import com.example.mailroom.step.Review;
import com.example.mailroom.step.Routes;
import com.example.mailroom.step.SearchKnowledgeBase;
import com.example.mailroom.step.SendReply;
import com.example.mailroom.step.StepTimings;
import com.example.mailroom.step.TrackShipment;
import java.util.Map;
import java.util.Optional;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.NodeAction;

/** The workflow: from a mail to its answer. */
public final class Mailroom {
  private final Desk desk;
  private final CompiledGraph<CaseState> workflow;

  private Mailroom(Desk desk, CompiledGraph<CaseState> workflow) {
    this.desk = desk;
    this.workflow = workflow;
  }

  /** A mailroom that works with the services of {@code desk}. */
  public static Mailroom open(Desk desk, StepTimings timings) throws GraphStateException {
    StateGraph<CaseState> graph = new StateGraph<>(CaseState::new);
    addSteps(new Steps(graph, timings), desk);
    addOrder(graph);
    return new Mailroom(
        desk, graph.compile(CompileConfig.builder().graphId("answer-customer-mail").build()));
  }

  private static void addSteps(Steps steps, Desk desk) throws GraphStateException {
    steps
        .add("classify", new Classify(desk.quickModel()))
        .add("fetch_order", new FetchOrder(desk.orders()))
        .add("fetch_customer", new FetchCustomer(desk.customers()))
        .add("search_knowledge_base", new SearchKnowledgeBase(desk.knowledgeBase()))
        .add("track_shipment", new TrackShipment(desk.carrier()))
        .add("draft_reply", new DraftReply(desk.writingModel()))
        .add("check_policy", CheckDraft.policy(desk.quickModel()))
        .add("check_tone", CheckDraft.tone(desk.quickModel()))
        .add("check_compliance", CheckDraft.compliance(desk.quickModel()))
        .add("review", new Review())
        .add("issue_refund", new IssueRefund(desk.orders()))
        .add("send_reply", new SendReply(desk.mailGateway()))
        .add("close_case", new CloseCase(desk.cases()));
  }

  private static void addOrder(StateGraph<CaseState> graph) throws GraphStateException {
    graph
        .addEdge(START, "classify")
        .addConditionalEdges(
            "classify",
            edge_async(Routes::afterClassify),
            Map.of("customer", "fetch_order", "advertising", "close_case"))
        .addEdge("fetch_order", "fetch_customer")
        .addEdge("fetch_customer", "search_knowledge_base")
        .addConditionalEdges(
            "search_knowledge_base",
            edge_async(Routes::afterSearch),
            Map.of("parcel", "track_shipment", "other", "draft_reply"))
        .addConditionalEdges(
            "track_shipment",
            edge_async(Routes::afterTracking),
            Map.of("again", "track_shipment", "done", "draft_reply"))
        .addEdge("draft_reply", "check_policy")
        .addEdge("draft_reply", "check_tone")
        .addEdge("draft_reply", "check_compliance")
        .addEdge("check_policy", "review")
        .addEdge("check_tone", "review")
        .addEdge("check_compliance", "review")
        .addConditionalEdges(
            "review",
            edge_async(Routes::afterReview),
            Map.of("refund", "issue_refund", "reply", "send_reply"))
        .addEdge("issue_refund", "send_reply")
        .addEdge("send_reply", "close_case")
        .addEdge("close_case", END);
  }

  /** Answers one mail; a mail that cannot be answered is set aside for a human. */
  public Outcome answer(Mail mail) {
    desk.cases().open(mail.id());
    try {
      Optional<CaseState> end = workflow.invoke(CaseState.of(mail));
      return Outcome.of(mail, end.orElseThrow());
    } catch (RuntimeException e) {
      desk.cases().setAside(mail.id());
      return Outcome.setAside(mail, String.valueOf(rootCause(e).getMessage()));
    }
  }

  private static Throwable rootCause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private record Steps(StateGraph<CaseState> graph, StepTimings timings) {
    Steps add(String name, NodeAction<CaseState> step) throws GraphStateException {
      graph.addNode(name, node_async(timings.timed(name, step)));
      return this;
    }
  }
}
