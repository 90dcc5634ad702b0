package io.heddle.mapping;

import io.heddle.contract.SpanAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The mapping table; within a field, earlier rows win. */
final class Rows {
  private static final double SECOND = 1e9;

  static final List<Row> ALL = all();
  static final Map<String, List<Row>> BY_KEY =
      ALL.stream().collect(Collectors.groupingBy(Row::key));

  private static List<Row> all() {
    List<Row> rows = new ArrayList<>();
    heddle(rows);
    genAi(rows);
    generic(rows);
    return List.copyOf(rows);
  }

  private static void heddle(List<Row> rows) {
    Adder add = new Adder(rows, Source.HEDDLE);
    add.row(Field.ENGINE, SpanAttributes.ENGINE);
    add.row(Field.WORKFLOW, SpanAttributes.WORKFLOW_NAME);
    add.row(Field.WORKFLOW_VERSION, SpanAttributes.WORKFLOW_VERSION);
    add.row(Field.RUN_ID, SpanAttributes.RUN_ID);
    add.row(Field.GRAPH, SpanAttributes.GRAPH);
    add.row(Field.GRAPH_HASH, SpanAttributes.GRAPH_HASH);
    add.row(Field.NODE, SpanAttributes.NODE_ID);
    add.row(Field.NODE_TYPE, SpanAttributes.NODE_TYPE);
    add.row(Field.ATTEMPT, SpanAttributes.NODE_ATTEMPT);
    add.row(Field.VISIT, SpanAttributes.NODE_VISIT);
    add.row(Field.WAIT_NS, SpanAttributes.NODE_WAIT_NS);
    add.row(Field.COLD, SpanAttributes.NODE_COLD);
    add.row(Field.ASYNC, SpanAttributes.NODE_ASYNC);
    add.row(Field.READS, SpanAttributes.NODE_READS);
    add.row(Field.WRITES, SpanAttributes.NODE_WRITES);
    add.row(Field.INPUT_CLASS, SpanAttributes.NODE_INPUT_CLASS);
    add.row(Field.OUTPUT_CLASS, SpanAttributes.NODE_OUTPUT_CLASS);
    add.row(Field.INPUT_DIGEST, SpanAttributes.NODE_INPUT_DIGEST);
    add.row(Field.OUTPUT_DIGEST, SpanAttributes.NODE_OUTPUT_DIGEST);
    add.row(Field.CACHE, SpanAttributes.NODE_CACHE);
    add.row(Field.CPU_NS, SpanAttributes.NODE_CPU_NS);
    add.row(Field.ALLOC_BYTES, SpanAttributes.NODE_ALLOC_BYTES);
  }

  private static void genAi(List<Row> rows) {
    Adder add = new Adder(rows, Source.GEN_AI);
    add.row(Field.WORKFLOW, "gen_ai.workflow.name");
    add.row(Field.NODE, "gen_ai.agent.name", "gen_ai.tool.name");
    add.row(Field.NODE_TYPE, "gen_ai.operation.name");
    add.row(Field.PROVIDER, "gen_ai.provider.name", "gen_ai.system");
    add.row(Field.REQUEST_MODEL, "gen_ai.request.model");
    add.row(Field.RESPONSE_MODEL, "gen_ai.response.model");
    add.row(Field.INPUT_TOKENS, "gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens");
    add.row(Field.OUTPUT_TOKENS, "gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens");
    add.row(
        Field.CACHE_READ_TOKENS,
        "gen_ai.usage.cache_read.input_tokens",
        "gen_ai.usage.cache_read_input_tokens");
    add.row(
        Field.CACHE_WRITE_TOKENS,
        "gen_ai.usage.cache_creation.input_tokens",
        "gen_ai.usage.cache_write.input_tokens",
        "gen_ai.usage.cache_creation_input_tokens");
    add.row(Field.REASONING_TOKENS, "gen_ai.usage.reasoning.output_tokens");
    add.scaled(Field.FIRST_TOKEN_NS, SECOND, "gen_ai.response.time_to_first_chunk");
  }

  private static void generic(List<Row> rows) {
    Adder add = new Adder(rows, Source.GENERIC);
    add.row(Field.RESENDS, "http.request.resend_count");
    add.row(Field.ERROR, "error.type", "exception.type");
    add.row(Field.INSTANCE, "service.instance.id");
  }

  /** Adds rows of one source. */
  private record Adder(List<Row> rows, Source source) {
    void row(Field field, String... keys) {
      scaled(field, 1, keys);
    }

    void scaled(Field field, double scale, String... keys) {
      for (String key : keys) {
        rows.add(new Row(source, field, key, scale, rows.size()));
      }
    }
  }

  private Rows() {}
}
