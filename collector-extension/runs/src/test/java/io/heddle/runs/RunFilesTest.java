package io.heddle.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFilesTest {
  @TempDir private Path folder;

  @Test
  void fileOfTheAgent_givesARunWithItsNodesAndRecordedEdges() throws IOException {
    Path file = folder.resolve("traces.jsonl");
    Files.writeString(
        file,
        """
        {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},\
        "scopeSpans":[{"spans":[\
        {"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"00000000000000a1","name":"answer",\
        "startTimeUnixNano":"1000","endTimeUnixNano":"9000","attributes":[\
        {"key":"heddle.workflow.name","value":{"stringValue":"answer"}},\
        {"key":"heddle.run.id","value":{"stringValue":"r1"}}]},\
        {"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"00000000000000a2",\
        "parentSpanId":"00000000000000a1","name":"classify","startTimeUnixNano":1000,\
        "endTimeUnixNano":4000,"attributes":[{"key":"heddle.node.id","value":{"stringValue":"classify"}},\
        {"key":"heddle.node.type","value":{"stringValue":"llm"}}]},\
        {"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"00000000000000a3",\
        "parentSpanId":"00000000000000a1","name":"send","startTimeUnixNano":5000,\
        "endTimeUnixNano":9000,"attributes":[{"key":"heddle.node.id","value":{"stringValue":"send"}},\
        {"key":"heddle.node.reads","value":{"arrayValue":{"values":[{"stringValue":"b"},{"stringValue":"a"}]}}}],\
        "links":[{"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"00000000000000a2",\
        "attributes":[{"key":"heddle.link","value":{"stringValue":"predecessor"}}]}]}\
        ]}]}]}
        this line is damaged
        """);

    RunFiles files = RunFiles.read(file);

    assertThat(files.runs()).hasSize(1);
    Run run = files.runs().get(0);
    assertThat(run.workflow()).isEqualTo(new WorkflowKey("shop", "answer", null));
    assertThat(run.runId()).isEqualTo("r1");
    assertThat(run.primary()).isTrue();
    assertThat(run.executions())
        .extracting(Execution::node)
        .containsExactly("answer", "classify", "send");
    assertThat(run.executions().get(1).role()).isEqualTo(Execution.Role.NODE);
    assertThat(run.executions().get(1).type()).isEqualTo("llm");
    assertThat(run.executions().get(2).predecessors()).containsExactly(1);
    assertThat(run.executions().get(2).evidence().reads()).containsExactly("a", "b");
    assertThat(run.executions().get(2).attributes()).containsEntry("service.name", "shop");
    assertThat(files.problems()).singleElement().asString().contains("line 2");
  }
}
