package io.heddle.report.html;

import io.heddle.core.advice.Advised;
import io.heddle.core.advice.Finding;
import io.heddle.core.advice.Recommendation;
import io.heddle.report.document.AdviceBlocks;
import io.heddle.report.document.Evidence;
import java.util.List;

/** Recommendations and findings, each with its evidence. */
final class AdviceCards {
  private final Markup html;

  AdviceCards(Markup html) {
    this.html = html;
  }

  void write(Advised advised) {
    html.open("section").element("h2", "What to do");
    if (advised.recommendations().isEmpty()) {
      html.element("p", "Nothing to recommend: no rule found enough evidence.");
    }
    for (int i = 0; i < advised.recommendations().size(); i++) {
      card(advised.recommendations().get(i), i == 0);
    }
    html.closeLine();
    if (!advised.findings().isEmpty()) {
      html.open("section").element("h2", "What changed");
      advised.findings().forEach(this::card);
      html.closeLine();
    }
  }

  private void card(Recommendation it, boolean unfolded) {
    String style = "card " + it.severity().label();
    if (unfolded) {
      html.open("details", "class", style, "open", "open");
    } else {
      html.open("details", "class", style);
    }
    html.open("summary").element("b", it.title());
    html.element("span", AdviceBlocks.gain(it), "class", "quiet").close();
    html.open("div", "class", "columns").open("div").element("h3", "Evidence");
    new Blocks(html).items(false, Evidence.lines(it.evidence()));
    html.close();
    steps(it.steps());
    html.close();
    String example = it.example();
    if (example != null) {
      html.element("pre", example);
    }
    html.closeLine();
  }

  private void steps(List<String> steps) {
    if (!steps.isEmpty()) {
      html.open("div").element("h3", "Steps");
      new Blocks(html).items(true, steps);
      html.close();
    }
  }

  private void card(Finding it) {
    html.open("div", "class", "card info");
    html.element("b", it.kind() + " " + String.join(", ", it.nodes()));
    new Blocks(html).items(false, Evidence.lines(it.evidence()));
    html.closeLine();
  }
}
