package io.heddle.mapping;

import java.util.Locale;

/** Who wrote an attribute, in order of belief. */
public enum Source {
  HEDDLE(Level.ENGINE),
  DIFY(Level.ENGINE),
  N8N(Level.ENGINE),
  AIRFLOW(Level.ENGINE),
  KESTRA(Level.ENGINE),
  TEMPORAL(Level.ENGINE),
  CAMEL(Level.ENGINE),
  SPRING_BATCH(Level.ENGINE),
  SONATAFLOW(Level.ENGINE),
  JENKINS(Level.ENGINE),
  PREFECT(Level.ENGINE),
  QUARKUS_FLOW(Level.ENGINE),
  DURABLE_TASK(Level.ENGINE),
  ZEEBE(Level.ENGINE),
  ARGO(Level.ENGINE),
  CELERY(Level.ENGINE),
  LANGGRAPH(Level.ENGINE),
  HAYSTACK(Level.ENGINE),
  AGENT_FRAMEWORK(Level.ENGINE),
  LANGSMITH(Level.AI),
  SPRING_AI(Level.AI),
  GEN_AI(Level.AI),
  OPENINFERENCE(Level.AI),
  OPENLLMETRY(Level.AI),
  LANGFUSE(Level.AI),
  VERCEL_AI(Level.AI),
  GOOGLE_ADK(Level.AI),
  PYDANTIC_AI(Level.AI),
  MLFLOW(Level.AI),
  CICD(Level.ENGINE),
  GENERIC(Level.SERVICE);

  /** What a source knows of a workflow. */
  public enum Level {
    /** Nodes. */
    ENGINE,
    /** Agents, tools and models. */
    AI,
    /** Operations. */
    SERVICE
  }

  private final Level level;

  Source(Level level) {
    this.level = level;
  }

  /** The name as outputs write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Level level() {
    return level;
  }
}
