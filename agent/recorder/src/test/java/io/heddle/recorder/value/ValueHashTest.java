package io.heddle.recorder.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueHashTest {
  record Point(int x, double y, boolean far, @Nullable String label) {}

  record Other(int x, double y, boolean far, @Nullable String label) {}

  record Box(Object content) {}

  @Test
  void simpleValues_areAllDifferent() {
    List<@Nullable Object> values = new ArrayList<>();
    values.addAll(List.of("", "a", "b", "ab", "ba", "abcd", "abcde", "\0", "null"));
    values.addAll(List.of(0, 1, -1, 0L, 1L, (short) 1, (byte) 1, 'a', true, false));
    values.addAll(List.of(0.0, -0.0, 1.0, 1.0f, Double.NaN, Double.POSITIVE_INFINITY));
    values.addAll(List.of(BigInteger.ONE, BigDecimal.ONE, new BigDecimal("1.0")));
    values.addAll(List.of(new UUID(1, 2), new UUID(2, 1), TimeUnit.DAYS, TimeUnit.HOURS));
    values.addAll(List.of(Instant.EPOCH, Duration.ZERO, LocalDate.EPOCH, ZoneId.of("Europe/Rome")));
    values.addAll(List.of(Optional.empty(), Optional.of("a"), List.of(), Set.of(), Map.of()));
    values.addAll(List.of(List.of("a"), Set.of("a"), Map.of("a", "b"), Map.of("b", "a")));
    values.addAll(List.of(new int[] {1}, new long[] {1}, new byte[] {1}, new boolean[] {true}));
    values.addAll(List.of(new Object[] {1}, new String[] {"a"}, new char[] {'a'}, new float[0]));
    values.add(new Point(1, 2, true, "p"));
    values.add(new Point(1, 2, false, "p"));
    values.add(new Point(1, 2, true, null));
    values.add(new Other(1, 2, true, "p"));
    values.add(null);

    Set<Long> hashes = new HashSet<>();
    for (Object value : values) {
      long hash = ValueHash.of(value);
      assertThat(hash).as("%s", value).isNotEqualTo(ValueHash.UNKNOWN);
      assertThat(hashes.add(hash)).as("%s has a hash of its own", value).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomStructures_hashEqualExactlyWhenEqual(long seed) {
    Random random = new Random(seed);
    Map<Object, Long> seen = new HashMap<>();
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      Object value = structure(random, 3);
      long hash = ValueHash.of(value);
      Long before = seen.putIfAbsent(value, hash);
      assertThat(before == null ? hash : before).as("%s", value).isEqualTo(hash);
      hashes.add(hash);
    }
    assertThat(hashes).hasSameSizeAs(seen.keySet());
  }

  private static Object structure(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 8)) {
      case 0 -> random.nextInt(4);
      case 1 -> Integer.toString(random.nextInt(4));
      case 2 -> random.nextBoolean();
      case 3 -> BigInteger.valueOf(random.nextInt(4));
      case 4 -> new ArrayList<>(elements(random, depth));
      case 5 -> new LinkedHashSet<>(elements(random, depth));
      case 6 -> map(elements(random, depth), elements(random, depth));
      default -> new Box(structure(random, depth - 1));
    };
  }

  private static List<Object> elements(Random random, int depth) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(i -> structure(random, depth - 1))
        .toList();
  }

  private static Map<Object, Object> map(List<Object> keys, List<Object> values) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(keys.size(), values.size()); i++) {
      map.put(keys.get(i), values.get(i));
    }
    return map;
  }

  @Test
  void implementation_doesNotMatterWhereEqualsDoesNotCare() {
    List<String> letters = List.of("a", "b", "c");
    List<Function<List<String>, List<String>>> lists =
        List.of(ArrayList::new, LinkedList::new, List::copyOf, l -> Arrays.asList("a", "b", "c"));
    assertThat(lists)
        .extracting(f -> ValueHash.of(f.apply(letters)))
        .containsOnly(ValueHash.of(letters));
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("z", 1);
    map.put("a", 2);
    assertThat(ValueHash.of(map))
        .isEqualTo(ValueHash.of(new TreeMap<>(map)))
        .isEqualTo(ValueHash.of(Map.copyOf(map)));
  }

  @Test
  void classesOfTheApplication_areUnknownAndNeverCalled() {
    Object hostile =
        new Object() {
          @Override
          public int hashCode() {
            throw new AssertionError("called");
          }

          @Override
          public String toString() {
            throw new AssertionError("called");
          }
        };
    assertThat(ValueHash.of(hostile)).isEqualTo(ValueHash.UNKNOWN);
    assertThat(ValueHash.of(List.of(1, hostile))).isEqualTo(ValueHash.UNKNOWN);
    assertThat(ValueHash.of(new Box(hostile))).isEqualTo(ValueHash.UNKNOWN);
    assertThat(
            ValueHash.of(
                new ArrayList<>() {
                  private static final long serialVersionUID = 1L;
                }))
        .isEqualTo(ValueHash.UNKNOWN);
    assertThat(ValueHash.of(Collections.unmodifiableList(new ArrayList<>())))
        .isEqualTo(ValueHash.UNKNOWN);
  }

  record Loud(int value) {
    @Override
    public int value() {
      throw new AssertionError("called");
    }
  }

  @Test
  void accessorsOfRecords_areNotCalled() {
    assertThat(ValueHash.of(new Loud(1)))
        .isEqualTo(ValueHash.of(new Loud(1)))
        .isNotEqualTo(ValueHash.of(new Loud(2)));
  }

  @Test
  void hugeAndEndlessValues_areUnknown() {
    assertThat(ValueHash.of("x".repeat(65_536))).isNotEqualTo(ValueHash.UNKNOWN);
    assertThat(ValueHash.of("x".repeat(65_537))).isEqualTo(ValueHash.UNKNOWN);
    assertThat(ValueHash.of(Collections.nCopies(10_001, 1))).isEqualTo(ValueHash.UNKNOWN);
    List<Object> itself = new ArrayList<>();
    itself.add(itself);
    assertThat(ValueHash.of(itself)).isEqualTo(ValueHash.UNKNOWN);
  }
}
