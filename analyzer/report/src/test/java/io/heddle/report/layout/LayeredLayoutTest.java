package io.heddle.report.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.report.layout.Drawing.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {
  private static final Sketch DIAMOND =
      new Sketch(
          List.of(node("a"), node("b"), node("c"), node("d")),
          List.of(edge("a", "b"), edge("a", "c"), edge("b", "d"), edge("c", "d")));

  @Test
  void edges_leadFromLeftToRight() {
    List<Box> boxes = LayeredLayout.of(DIAMOND).boxes();
    assertThat(boxes.get(0).x() + 80).isLessThan(boxes.get(1).x());
    assertThat(boxes.get(1).x() + 80).isLessThan(boxes.get(3).x());
    assertThat(boxes.get(1).y()).isNotEqualTo(boxes.get(2).y());
  }

  @Test
  void sameGraph_givesTheSameDrawing() {
    assertThat(LayeredLayout.of(DIAMOND)).isEqualTo(LayeredLayout.of(DIAMOND));
  }

  @Test
  void edgeToNowhere_isLeftOut() {
    Sketch sketch = new Sketch(List.of(node("a")), List.of(edge("a", "x"), edge("a", "a")));
    assertThat(LayeredLayout.of(sketch).wires()).hasSize(1);
  }

  @Test
  void noNodes_giveAnEmptyDrawing() {
    assertThat(LayeredLayout.of(new Sketch(List.of(), List.of())).boxes()).isEmpty();
  }

  private static Sketch.Node node(String id) {
    return new Sketch.Node(id, 80, 40);
  }

  private static Sketch.Edge edge(String from, String to) {
    return new Sketch.Edge(from, to, false);
  }
}
