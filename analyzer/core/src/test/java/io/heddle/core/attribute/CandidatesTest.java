package io.heddle.core.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private int reads;

  @Test
  void idOfEachItem_explainsNothing_andIsReadOnlyUntilThatShows() {
    assertThat(Candidates.of(items(10_000, i -> "id-" + i), false)).isEmpty();
    assertThat(reads).isLessThan(300);
  }

  @Test
  void fewValues_areKeptWithTheItemsThatHaveEach() {
    List<Candidates> found = Candidates.of(items(1_000, i -> "zone-" + i % 50), false);

    assertThat(found)
        .singleElement()
        .satisfies(zone -> {
          assertThat(zone.nested()).isFalse();
          assertThat(zone.byValue()).hasSize(50);
          assertThat(zone.having("zone-7").stream()).hasSize(20).allMatch(i -> i % 50 == 7);
        });
  }

  @Test
  void manyNumbers_becomeThresholdsAtSixQuantiles() {
    List<Candidates> found = Candidates.of(items(1_000, Integer::toString), false);

    assertThat(found)
        .singleElement()
        .satisfies(number -> {
          assertThat(number.nested()).isTrue();
          assertThat(number.byValue()).hasSize(12);
          assertThat(number.having("at least 900").stream()).hasSize(100).allMatch(i -> i >= 900);
          assertThat(number.having("below 100").stream()).hasSize(100).allMatch(i -> i < 100);
        });
  }

  @Test
  void manyNumbersAndOneWord_explainNothing() {
    assertThat(Candidates.of(items(1_000, i -> i == 999 ? "none" : Integer.toString(i)), false))
        .isEmpty();
  }

  @Test
  void aFrequentValueAmongMany_isTried_andRareOnesAreNot() {
    List<Candidates> found =
        Candidates.of(items(1_000, i -> "shop-" + (i % 7 == 0 ? 7 : i)), false);

    assertThat(found)
        .singleElement()
        .satisfies(shop -> {
          assertThat(shop.nested()).isFalse();
          assertThat(shop.byValue()).containsOnlyKeys("shop-7");
          assertThat(shop.having("shop-7").stream()).hasSize(143).allMatch(i -> i % 7 == 0);
        });
  }

  @Test
  void aFrequentNumberAmongMany_isTriedBesideTheThresholds() {
    List<Candidates> found = Candidates.of(items(1_000, i -> "" + (i % 7 == 0 ? 7 : i)), false);

    assertThat(found).extracting(Candidates::nested).containsExactly(true, false);
    assertThat(found.get(1).byValue()).containsOnlyKeys("7");
  }

  @Test
  void itemsWithoutTheAttribute_areTriedToo() {
    List<Attributes> items =
        IntStream.range(0, 100)
            .mapToObj(i ->
                new Attributes(
                    i % 4 == 0 ? Map.<String, String>of() : Map.of("hit", "1"), Map.of()))
            .toList();

    assertThat(Candidates.of(items, true))
        .singleElement()
        .satisfies(hit -> {
          assertThat(hit.byValue()).containsOnlyKeys("1", Candidates.UNSET);
          assertThat(hit.having(Candidates.UNSET).stream()).allMatch(i -> i % 4 == 0).hasSize(25);
        });
  }

  private interface Value {
    String of(int item);
  }

  private List<Attributes> items(int count, Value value) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Attributes(counting(value.of(i)), Map.of("key", "inherited")))
        .toList();
  }

  private Map<String, String> counting(String value) {
    return new AbstractMap<>() {
      @Override
      public Set<Entry<String, String>> entrySet() {
        return Set.of(
            new SimpleImmutableEntry<>("key", value) {
              @Override
              public String getValue() {
                reads++;
                return value;
              }
            });
      }
    };
  }
}
