package io.heddle.cli.live;

import io.heddle.core.Analysis;
import io.heddle.core.Options;
import io.heddle.core.statistics.PriceTable;
import io.heddle.report.Format;
import io.heddle.report.Reports;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The report on what is kept right now; computed once for equal content. Thread-safe. */
public final class LiveReport {
  private final RecentRequests requests;
  private final PriceTable prices;
  private @Nullable Analysis analysis;
  private long analysed = -1;

  public LiveReport(RecentRequests requests, PriceTable prices) {
    this.requests = requests;
    this.prices = prices;
  }

  /** The report as a document of that format. */
  public String as(Format format, boolean colour) {
    StringWriter text = new StringWriter();
    try {
      new Reports(format, colour).analysis(analysis()).writeTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** How many runs it is about. */
  public long runs() {
    return analysis().workflows().stream().mapToLong(it -> it.statistics().runs()).sum();
  }

  /** What is kept and what had to go. */
  public Retention retention() {
    return requests.retention();
  }

  private synchronized Analysis analysis() {
    long total = requests.retention().totalRequests();
    if (analysis == null || total != analysed) {
      LiveRuns kept = requests.assembled();
      analysis = Analysis.of(kept.runs(), Options.DEFAULTS.with(kept.reading()).with(prices));
      analysed = total;
    }
    return analysis;
  }
}
