package io.heddle.mapping;

/** What pipelines and plain services write. */
final class ServiceRows {
  static void add(RowList rows) {
    pipelines(rows.of(Source.CICD));
    generic(rows.of(Source.GENERIC));
  }

  private static void pipelines(RowList.Of cicd) {
    cicd.resource(Field.WORKFLOW, "cicd.pipeline.name")
        .resource(Field.RUN_ID, "cicd.pipeline.run.id")
        .row(Field.NODE_MARK, "cicd.pipeline.task.name")
        .row(Field.NODE, "cicd.pipeline.task.name")
        .row(Field.TYPE, "cicd.pipeline.task.type")
        .row(Field.WAIT_MARK, "cicd.pipeline.run.queue.duration")
        .row(
            Field.RESULT,
            "cicd.pipeline.task.run.result",
            "cicd.pipeline.run.task.status",
            "cicd.pipeline.result");
    DurableRows.gitLab(cicd);
  }

  private static void generic(RowList.Of generic) {
    generic
        .row(Field.SERVICE_VERSION, "service.version")
        .row(Field.INSTANCE, "service.instance.id", "faas.instance")
        .row(Field.COLD, "faas.coldstart")
        .row(Field.SUBJECT, "messaging.sidekiq.job_class")
        .row(Field.RESENDS, "http.request.resend_count")
        .row(Field.ERROR, "error.type", "exception.type")
        .row(Field.SESSION, "session.id")
        .row(Field.USER, "user.id", "enduser.id")
        .row(
            Field.TYPE,
            "gen_ai.tool.name",
            "gen_ai.request.model",
            "gen_ai.agent.name",
            "db.system.name",
            "db.system",
            "messaging.system",
            "rpc.system",
            "http.request.method",
            "http.method",
            "http.route");
  }

  private ServiceRows() {}
}
