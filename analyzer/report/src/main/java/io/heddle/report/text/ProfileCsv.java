package io.heddle.report.text;

import io.heddle.core.blueprint.Estimate;
import io.heddle.core.blueprint.StaticProfile;
import java.io.IOException;
import java.io.Writer;

/** The nodes of a static profile as comma-separated values. */
public final class ProfileCsv {
  private static final String TITLES =
      "workflow,node,name,type,parent,complexity,estimatedMs,estimatedMemoryBytes,"
          + "estimatedGpuMemoryBytes,executions,fanIn,fanOut,parallelizable,source\r\n";

  private ProfileCsv() {}

  /** Writes titles and one line a node. */
  public static void write(StaticProfile profile, Writer out) throws IOException {
    out.write(TITLES);
    for (StaticProfile.Node node : profile.nodes()) {
      out.write(line(profile.workflow(), node));
    }
  }

  private static String line(String workflow, StaticProfile.Node node) {
    CsvRow row = new CsvRow();
    Estimate estimate = node.estimate();
    row.text(workflow);
    row.text(node.node().id());
    row.text(node.node().name());
    row.text(node.node().type());
    row.text(node.node().parent());
    row.value(estimate.complexity());
    row.value(estimate.ms());
    row.value(Math.round(estimate.memoryBytes()));
    row.value(Math.round(estimate.gpuBytes()));
    row.value(node.executions());
    row.value(node.fanIn());
    row.value(node.fanOut());
    row.value(node.parallelizable());
    row.value(estimate.source().label());
    return row.line();
  }
}
