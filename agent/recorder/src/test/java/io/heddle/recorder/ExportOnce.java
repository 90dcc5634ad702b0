package io.heddle.recorder;

import io.heddle.recorder.settings.Settings;
import java.util.Map;

/**
 * A program that records one run and ends; the JVM's log of its classes goes to the same output.
 */
final class ExportOnce {
  static final String BEFORE_RUN = "before the run";

  private ExportOnce() {}

  public static void main(String[] args) {
    Map<String, String> settings =
        Map.of("otel.exporter.otlp.endpoint", args[0], "otel.exporter.otlp.protocol", args[1]);
    Recorder recorder = Recorder.create(Settings.of(settings));
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    Node node = workflow.node("a", "code");
    System.out.println(BEFORE_RUN);
    Run run = recorder.beginRun(workflow);
    recorder.lane().end(recorder.lane().begin(run, node), null);
    run.end(null);
    recorder.close();
    System.out.println(recorder.counters().snapshot());
  }
}
