package io.heddle.core.advice;

import io.heddle.runs.Execution;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls that walk through one list page by page. Where a page begins is only known when the one
 * before has come, so they are no calls per item that one call could replace.
 */
final class Paging {
  private static final List<String> TEXTS =
      List.of("url.query", "url.full", "http.url", "http.target", "db.query.text", "db.statement");

  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)(?:^|[?&])((?:page|next|continuation)?_?-?(?:token|cursor|number|no)"
              + "|page|cursor|offset|after|start_?after|starting_after|skip|marker)=([^&#]*)");

  /** Values in statements are usually left out of spans. */
  private static final Pattern STATEMENT =
      Pattern.compile("(?i)\\boffset\\s+[\\w?$:@]+|\\bfetch\\s+(?:next|forward|\\d+)\\b");

  private Paging() {}

  /** Whether most of the calls ask for a page of their own. */
  static boolean is(List<Execution> calls) {
    Set<String> places = new HashSet<>();
    int statements = 0;
    for (Execution call : calls) {
      String text = text(call);
      Matcher parameter = PARAMETER.matcher(text);
      if (parameter.find()) {
        places.add(parameter.group());
      }
      statements += STATEMENT.matcher(text).find() ? 1 : 0;
    }
    return 2 * Math.max(places.size(), statements) > calls.size();
  }

  private static String text(Execution call) {
    return TEXTS.stream()
        .map(name -> call.attributes().get(name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }
}
