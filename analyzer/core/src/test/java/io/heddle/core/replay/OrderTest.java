package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void rowsOfAlikes_giveWhatALookAtEachGives(int seed) {
    Crowds crowds = new Crowds(seed);
    Beliefs none = Beliefs.of(crowds.layouts());
    Beliefs refined = new LimitSearch(crowds.layouts(), crowds.known()).refine(none);
    List<Branches> branches = branches(crowds, Set.of("a"), Set.of("b", "c"));
    List<Branches> rush = branches(crowds, Set.of("e"), Set.of("f", "g"));
    for (int run = 0; run < crowds.layouts().size(); run++) {
      Layout layout = crowds.layouts().get(run);
      KnownEdges known = crowds.known().get(run);
      for (Beliefs beliefs : List.of(none, refined)) {
        Order.Pairs time = beliefs.time(layout, known);
        assertAsOneByOne(layout, known, time, Order.NO_PAIR);
        assertAsOneByOne(layout, known, time, Lift.of(layout, branches));
        assertAsOneByOne(layout, known, time, Lift.of(layout, rush));
      }
    }
  }

  private static List<Branches> branches(Crowds crowds, Set<String> one, Set<String> other) {
    return Branches.of(crowds.places(), List.of(new Change.Parallel(List.of(one, other))));
  }

  private static void assertAsOneByOne(
      Layout layout, KnownEdges known, Order.Pairs time, Order.Pairs lifted) {
    Order order = Order.of(layout, known, time, lifted);
    OneByOne expected = new OneByOne(layout, known, time, lifted);
    layout.groups.forEach(expected::over);
    for (int execution = 1; execution < layout.size; execution++) {
      assertThat(order.before(execution)).doesNotHaveDuplicates();
      assertThat(Arrays.stream(order.before(execution)).boxed())
          .containsExactlyInAnyOrderElementsOf(expected.found(execution));
    }
  }

  /** Looks at every execution that nobody waits for, each by itself. */
  private record OneByOne(
      Layout layout,
      KnownEdges known,
      Order.Pairs time,
      Order.Pairs lifted,
      List<Set<Integer>> before) {
    OneByOne(Layout layout, KnownEdges known, Order.Pairs time, Order.Pairs lifted) {
      this(layout, known, time, lifted, new ArrayList<>());
      for (int i = 0; i < layout.size; i++) {
        before.add(new TreeSet<>());
      }
    }

    Set<Integer> found(int execution) {
      return before.get(execution);
    }

    void over(int[] members) {
      Set<Integer> tips = new TreeSet<>();
      for (int member : members) {
        Ints sources = new Ints();
        known.collect(member, sources);
        Deque<Integer> open = new ArrayDeque<>(tips);
        Arrays.stream(sources.toArray()).forEach(open::add);
        search(member, open);
        tips.removeAll(found(member));
        tips.add(member);
      }
    }

    private void search(int member, Deque<Integer> open) {
      Set<Integer> seen = new HashSet<>();
      while (!open.isEmpty()) {
        int candidate = open.remove();
        if (seen.add(candidate)) {
          if (waits(candidate, member)) {
            found(member).add(candidate);
          } else {
            open.addAll(found(candidate));
          }
        }
      }
    }

    private boolean waits(int first, int second) {
      return !lifted.holds(first, second)
          && (time.holds(first, second) || known.origin(first, second) != null);
    }
  }
}
