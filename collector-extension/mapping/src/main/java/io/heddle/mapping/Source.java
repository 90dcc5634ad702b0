package io.heddle.mapping;

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
  GEN_AI(Level.AI),
  OPENINFERENCE(Level.AI),
  OPENLLMETRY(Level.AI),
  LANGFUSE(Level.AI),
  CICD(Level.ENGINE),
  GENERIC(Level.SERVICE);

  /** How a source sees a workflow; nodes of one run are of one level. */
  public enum Level {
    /** Knows nodes. */
    ENGINE,
    /** Knows agents, tools and models. */
    AI,
    /** Knows operations. */
    SERVICE
  }

  private final Level level;

  Source(Level level) {
    this.level = level;
  }

  public Level level() {
    return level;
  }
}
