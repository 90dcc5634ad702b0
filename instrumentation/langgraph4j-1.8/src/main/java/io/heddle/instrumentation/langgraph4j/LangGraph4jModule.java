package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.EngineModule;
import io.heddle.instrumentation.spi.Rule;
import io.heddle.recorder.Recorder;
import java.util.List;

/** LangGraph4j from 1.8.3 on. */
public final class LangGraph4jModule implements EngineModule {
  private static final String GRAPH = "org.bsc.langgraph4j.CompiledGraph";
  private static final String GENERATOR = GRAPH + "$AsyncNodeGenerator";
  private static final String BODY = "org.bsc.langgraph4j.internal.hook.NodeHooks$WrapCalls";
  private static final String FANOUT =
      "org.bsc.langgraph4j.internal.node.ParallelNode$AsyncParallelNodeAction";
  private static final String STATE = "org.bsc.langgraph4j.state.AgentState";
  private static final String STREAM = "org.bsc.async.AsyncGenerator$WithEmbed";

  @Override
  public String name() {
    return CompiledGraphs.ENGINE;
  }

  @Override
  public String versions() {
    return "1.8.3 or newer";
  }

  @Override
  public List<Rule> rules(Recorder recorder) {
    Engine engine = Engine.of(recorder);
    return List.of(
        new Rule(GRAPH, "<init>", 2, new CompileProbe(engine)),
        new Rule(GENERATOR, "<init>", 3, new GeneratorProbe(engine)),
        new Rule(GENERATOR, "next", 0, new NextProbe(engine)),
        new Rule(GENERATOR, "nodeOutput", 0, new OutputProbe(engine)),
        new Rule(STREAM, "next", 0, new StreamProbe(engine)),
        new Rule(STREAM, "cancel", 1, new CancelProbe(engine)),
        new Rule(BODY, "apply", 4, new NodeProbe(engine)),
        new Rule(FANOUT, "evalNodeActionSync", 3, new BranchProbe(engine)),
        new Rule(STATE, "value", 1, new ValueProbe(engine)),
        new Rule(STATE, "data", 0, new DataProbe(engine)),
        new Rule(STATE, "toString", 0, new PrintProbe(engine)));
  }
}
