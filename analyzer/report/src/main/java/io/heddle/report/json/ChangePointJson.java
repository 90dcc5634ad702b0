package io.heddle.report.json;

import io.heddle.core.trend.ChangePoint;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code heddle change-points} as JSON. */
public final class ChangePointJson {
  /** Writes one document. */
  public static void write(List<ChangePoint> points, Writer out) throws IOException {
    Json.document(out, json -> json.objects("changePoints", points, ChangePointJson::point));
  }

  private static void point(Json json, ChangePoint point) throws IOException {
    json.field("index", (long) point.index());
    json.field("pValue", point.pValue());
    json.field("meanBefore", point.meanBefore());
    json.field("meanAfter", point.meanAfter());
    json.field("magnitude", point.magnitude());
  }

  private ChangePointJson() {}
}
