package io.heddle.mapping;

/** What engines write whose tasks run on workers of their own. */
final class DurableRows {
  private static final double SECOND = 1e9;

  static void add(RowList rows) {
    quarkusFlow(rows.of(Source.QUARKUS_FLOW));
    durableTask(rows.of(Source.DURABLE_TASK));
    zeebe(rows.of(Source.ZEEBE));
    argo(rows.of(Source.ARGO));
    celery(rows.of(Source.CELERY));
  }

  /** Its attempts count from 0. */
  private static void quarkusFlow(RowList.Of flow) {
    flow.row(Field.WORKFLOW, "flow.workflow.name")
        .row(Field.WORKFLOW_VERSION, "flow.workflow.version")
        .row(Field.RUN_ID, "flow.workflow.instance.id")
        .row(Field.NODE_MARK, "flow.task.id")
        .row(Field.NODE, "flow.task.name")
        .row(Field.TYPE, "flow.task.type")
        .row(Field.RESENDS, "flow.task.retry_attempt");
  }

  /** Timers and events carry the name of the orchestration they belong to. */
  private static void durableTask(RowList.Of durable) {
    String type = "durabletask.type";
    durable
        .with(type)
        .row(Field.WORKFLOW, "durabletask.task.name")
        .row(Field.WORKFLOW_VERSION, "durabletask.task.version")
        .row(Field.RUN_ID, "durabletask.task.instance_id")
        .row(Field.TYPE, type);
    durable
        .word(Field.NODE_MARK, type, "activity", "timer", "event")
        .word(Field.NODE, type, "timer")
        .row(Field.NODE, "durabletask.task.name");
  }

  /**
   * Jobs as Quarkus traces them: the engine itself writes no spans, so there is none around them.
   */
  private static void zeebe(RowList.Of zeebe) {
    zeebe
        .row(Field.NODE_MARK, "bpmn-process-element-id")
        .row(Field.NODE, "bpmn-process-element-id")
        .row(Field.TYPE, "bpmn-job-type");
  }

  /** It names the execution, and of its nodes nothing but the type. */
  private static void argo(RowList.Of argo) {
    argo.with("node_phase")
        .generated(Field.WORKFLOW, "name")
        .row(Field.NODE_MARK, "node_type")
        .row(Field.SUBJECT, "node_type")
        .word(Field.WAIT_MARK, "node_phase", "Pending");
  }

  /** A task is asked for by a span that ends at once, and no other task waits for it. */
  private static void celery(RowList.Of celery) {
    celery.with("celery.action").row(Field.WORKFLOW, "celery.task_name");
  }

  /** A receiver that writes no conventions for the pipeline, only for its jobs. */
  static void gitLab(RowList.Of cicd) {
    cicd.row(Field.WORKFLOW, "gitlab.pipeline.source")
        .scaled(Field.WAIT_NS, SECOND, "gitlab.job.queued_duration");
  }

  private DurableRows() {}
}
