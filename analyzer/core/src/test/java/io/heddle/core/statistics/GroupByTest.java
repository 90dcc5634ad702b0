package io.heddle.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.runs.Run;
import org.junit.jupiter.api.Test;

class GroupByTest {
  private final GroupBy tier = GroupBy.attribute("tier");

  @Test
  void nothing_isNoGroup() {
    assertThat(GroupBy.NOTHING.of(sketch().build())).isNull();
  }

  @Test
  void root_speaksForItsRun() {
    Run run = sketch().attribute("tier", "gold").rootAttribute("tier", "free").build();
    assertThat(tier.of(run)).isEqualTo(new Group("tier", "free"));
  }

  @Test
  void nodes_speakWhereTheRootIsSilent() {
    Run run = sketch().node("b", 1, 2).attribute("tier", "gold").build();
    assertThat(tier.of(run)).isEqualTo(new Group("tier", "gold"));
  }

  @Test
  void severalValues_areOneGroupWhateverTheirOrder() {
    Run run = sketch().attribute("tier", "z").node("b", 1, 2).attribute("tier", "a").build();
    assertThat(tier.of(run)).isEqualTo(new Group("tier", "a, z"));
  }

  @Test
  void missingValue_isAGroupOfItsOwn() {
    assertThat(tier.of(sketch().build())).isEqualTo(new Group("tier", null));
  }

  @Test
  void shortName_isTheFirstAttributeByWhichASourceSaysIt() {
    Run run =
        sketch()
            .attribute("gen_ai.request.model", "asked")
            .attribute("gen_ai.response.model", "answered")
            .build();
    assertThat(GroupBy.attribute("model").of(run)).isEqualTo(new Group("model", "answered"));
    Run other = sketch().rootAttribute("langfuse.session.id", "s").build();
    assertThat(GroupBy.attribute("session").of(other)).isEqualTo(new Group("session", "s"));
  }

  private static RunSketch sketch() {
    return RunSketch.of("w").node("a", 0, 1);
  }
}
