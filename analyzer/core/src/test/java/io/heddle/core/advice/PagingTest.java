package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Eight calls of 12 ms one after another, in each of 80 runs. */
class PagingTest {
  private static final int RUNS = 80;
  private static final int CALLS = 8;

  @Test
  void callsPerItem_areOneTooMany() {
    assertThat(ask("url.query", call -> "id=" + call)).hasSize(1);
    assertThat(ask("url.query", call -> "id=" + call + "&page=1")).hasSize(1);
    assertThat(ask("db.query.text", call -> "SELECT * FROM users WHERE id = ?")).hasSize(1);
    assertThat(ask("url.full", call -> "http://shop/items/" + call)).hasSize(1);
  }

  @Test
  void pagesOfAList_areNot() {
    assertThat(ask("url.query", call -> "size=100&page=" + call)).isEmpty();
    assertThat(ask("url.query", call -> "cursor=c" + call + "&size=100")).isEmpty();
    assertThat(ask("url.full", call -> "http://shop/items?pageToken=" + call)).isEmpty();
    assertThat(ask("http.target", call -> "/items?starting_after=item" + call)).isEmpty();
    assertThat(ask("db.query.text", call -> "SELECT * FROM items LIMIT ? OFFSET ?")).isEmpty();
  }

  private static List<Recommendation> ask(String attribute, IntFunction<String> text) {
    return Rules.ask(
        new RepeatedCallsRule(),
        Rules.runs(
            RUNS,
            (sketch, random) -> {
              double at = 20 + 5 * random.nextDouble();
              sketch.node("report", 0, 200);
              for (int call = 0; call < CALLS; call++) {
                double end = at + 12 + random.nextDouble();
                sketch
                    .operation("GET /items", at, end)
                    .type("http_request")
                    .attribute(attribute, text.apply(call));
                at = end;
              }
              return sketch;
            }));
  }
}
